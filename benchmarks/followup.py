"""What became of the made items: answers, assessments, actions and notes, spread as in registers that are kept."""

from datetime import UTC, date, datetime, time, timedelta

from benchmarks.world import TODAY, World
from meetings.models import Audience, Meeting
from recommendations.models import (
    ActionLink,
    ActionRelation,
    Addressee,
    Basis,
    Channel,
    Evidence,
    FollowUpAction,
    ProgressNote,
    Recommendation,
    Response,
    Status,
    StatusChange,
)
from recommendations.models.scales import ActionStatus

FOUND = {
    Status.NOT_STARTED: 10,
    Status.IN_PROGRESS: 35,
    Status.PARTLY_IMPLEMENTED: 15,
    Status.IMPLEMENTED: 25,
    Status.CLOSED_PARTLY: 5,
    Status.NOT_IMPLEMENTED: 5,
    Status.NO_LONGER_APPLICABLE: 5,
}
ANSWERED = {"considering": 20, "accepted": 50, "partly_accepted": 20, "not_accepted": 10}
DONE = {
    ActionStatus.PLANNED: 20,
    ActionStatus.IN_PROGRESS: 30,
    ActionStatus.COMPLETED: 40,
    ActionStatus.ON_HOLD: 5,
    ActionStatus.CANCELLED: 5,
}


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def make_followup(world: World, meeting: Meeting, asked: list[Recommendation], leaves: list[Addressee]) -> None:
    """Saves what happened to the items of a meeting; the leaves are the addressees that are assessed themselves."""
    _make_answers(world, leaves)
    _make_assessments(world, leaves)
    actions = _make_actions(world, meeting, asked)
    _make_notes(world, meeting, [asked, leaves, actions])


def _make_answers(world: World, leaves: list[Addressee]):
    answers = []
    for row in leaves:
        received = row.requested_on and row.requested_on + world.days(10, 200)
        if received and received < TODAY and world.happens(0.6):
            answers.append(
                Response(
                    addressee=row,
                    number=1,
                    received_on=received,
                    position=world.pick(ANSWERED),
                    text=world.words(25),
                    channel=Channel.EMAIL,
                    audience=Audience.PUBLIC,
                    accepted_on=received if world.happens(0.9) else None,
                    recorded_at=at_noon(received),
                )
            )
    Response.objects.bulk_create(answers)


def _make_assessments(world: World, leaves: list[Addressee]):
    changes = []
    for row in leaves:
        if not world.happens(0.5 if row.actor else 0.15):
            continue
        as_of = row.recommendation.issued_on
        for number in range(1, world.chance.choice([1, 1, 1, 2, 3]) + 1):
            as_of += world.days(60, 500)
            if as_of > TODAY:
                break
            status = world.pick(FOUND)
            if row.recommendation.is_priority and status in Status.CLOSED:
                status = Status.PARTLY_IMPLEMENTED  # two people close a priority; nobody is here
            changes.append(
                StatusChange(
                    addressee=row,
                    number=number,
                    status=status,
                    as_of=as_of,
                    basis=world.drawn(list(Basis))[0],
                    reason=world.words(10) if status in Status.NEEDS_REASON else "",
                    recorded_at=at_noon(as_of + timedelta(days=5)),
                )
            )
    StatusChange.objects.bulk_create(changes)
    proven = [one for one in changes if one.status == Status.IMPLEMENTED]
    Evidence.objects.bulk_create(_evidence(world, status_change=one) for one in proven)


def _evidence(world: World, **owner) -> Evidence:
    title = world.words(5)
    return Evidence(title=title, url="https://example.org/report", audience=Audience.PUBLIC, **owner)


def _make_actions(world: World, meeting: Meeting, asked: list[Recommendation]) -> list[FollowUpAction]:
    actions, day = [], meeting.ends_on
    for number in range(1, len(asked) * 2 // 5 + 1):
        status, starts = world.pick(DONE), day + world.days(30, 600)
        actions.append(
            FollowUpAction(
                reference=f"{meeting.code}-A{number:02}",
                title=world.words(8),
                description=world.words(20),
                responsible=world.drawn(world.actors)[0],
                status=status,
                started_on=None if status == ActionStatus.PLANNED else starts,
                due_on=starts + world.days(100, 1500) if world.happens(0.6) else None,
                completed_on=starts + world.days(30, 900) if status == ActionStatus.COMPLETED else None,
                reason=world.words(6) if status in (ActionStatus.ON_HOLD, ActionStatus.CANCELLED) else "",
                **world.public(meeting),
            )
        )
    FollowUpAction.objects.bulk_create(actions)
    ActionLink.objects.bulk_create(
        ActionLink(
            action=action,
            recommendation=item,
            relation=ActionRelation.ANSWERING if world.happens(0.85) else ActionRelation.IN_PLACE,
        )
        for action in actions
        for item in world.chance.sample(asked, min(len(asked), world.chance.choice([1, 1, 2])))
    )
    completed = [one for one in actions if one.status == ActionStatus.COMPLETED and world.happens(0.5)]
    Evidence.objects.bulk_create(_evidence(world, action=one) for one in completed)
    return actions


def _make_notes(world: World, meeting: Meeting, owners: list[list]):
    ProgressNote.objects.bulk_create(
        ProgressNote(
            **owner.note_numbering(),
            number=1,
            noted_on=(noted := meeting.ends_on + world.days(100, 900)),
            text=world.words(25),
            who_says="the secretariat",
            basis=Basis.CHECKED,
            audience=Audience.PUBLIC if world.happens(0.8) else Audience.INTERNAL,
            recorded_at=at_noon(noted),
        )
        for things in owners
        for owner in world.chance.sample(things, len(things) // 10)
    )
