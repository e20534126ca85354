"""One sound thing of each kind that a test may break: saved, or not saved where recorded rows are never changed."""

from datetime import date, timedelta

from actors.models import ActorAlias, Contact
from meetings.models import Contribution, Document, DocumentKind
from recommendations.models import (
    ActionLink,
    ClosingProposal,
    CuratedSearch,
    Evidence,
    Instrument,
    LinkKind,
    ProgressNote,
    RecommendationLink,
    Response,
    StatusChange,
)
from tests import factories as make

DAY = date(2024, 5, 6)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def alias():
    return ActorAlias.objects.create(actor=make.actor(), name="EJ")


def second_alias():
    first = alias()
    return ActorAlias.objects.create(actor=first.actor, name="Eurojust")


def membership():
    return make.member(make.actor(), make.actor(), since=DAY, until=AFTER)


def membership_after_another():
    first = membership()
    return make.member(first.group, first.member, since=AFTER)


def contact_after_another():
    body = make.actor()
    Contact.objects.create(actor=body, name="A clerk", email="one@example.org")
    return Contact.objects.create(actor=body, name="A judge", email="two@example.org")


def second(maker, first, other):
    """One that comes after another of the same maker."""

    def both():
        maker(first)
        return maker(other)

    return both


def meeting_after_another():
    make.meeting("MS2022", ordinal=6)
    return make.meeting("MS2023", ordinal=7)


def document():
    return Document.objects.create(meeting=make.meeting(), kind=DocumentKind.OUTCOME_REPORT, title="Report")


def document_after_another():
    return Document.objects.create(meeting=document().meeting, kind=DocumentKind.OUTCOME_REPORT, title="Annex")


def session_after_another():
    return make.session(make.session(number=1).meeting, number=2)


def contribution(order=1):
    return Contribution.objects.create(session=make.session(), order=order, who="a judge", on_what="a case")


def contribution_after_another():
    return Contribution.objects.create(session=contribution().session, order=2, who="a judge", on_what="a case")


def search(query="without=addressee"):
    return CuratedSearch.objects.create(title=f"Where {query}", query=query)


def instrument(slug="untoc"):
    return Instrument.objects.create(slug=slug, short_name="UNTOC", title="Convention")


def completed():
    return make.action(status="completed", started_on=BEFORE, completed_on=DAY)


def part():
    return make.recommendation("MS2023-01.1", part_of=make.recommendation("MS2023-01"))


def row(who=make.SOMEBODY):
    return make.addressee(make.recommendation(), who)


def row_after_another():
    return make.addressee(row().recommendation)


def link():
    earlier, later = make.recommendation("MS2023-01"), make.recommendation("MS2024-01")
    return RecommendationLink.objects.create(later=later, earlier=earlier, kind=LinkKind.REPEATS)


def link_after_another():
    first = link()
    third = make.recommendation("MS2025-01")
    return RecommendationLink.objects.create(later=first.earlier, earlier=third, kind=LinkKind.REPEATS)


def action_link():
    make.action(answering=[make.recommendation()])
    return ActionLink.objects.get()


def action_link_after_another():
    first = action_link()
    make.action("MS2023-A02", answering=[first.recommendation])
    return ActionLink.objects.exclude(pk=first.pk).get()


def proposer():
    return make.proposer(make.recommendation())


def proposer_after_another():
    return make.proposer(proposer().recommendation, "a judge")


def status_change(**fields):
    return StatusChange(
        addressee=row(), number=1, **{"status": "in_progress", "as_of": DAY, "basis": "checked", **fields}
    )


def status_change_after_another():
    first = make.assess(row(), "in_progress")
    return StatusChange(addressee=first.addressee, number=2, status="not_started", as_of=DAY, basis="checked")


def correction_after_another():
    first = make.assess(row(), "in_progress")
    first.addressee.correct(first, status="not_started", as_of=DAY, basis="checked")
    return StatusChange(addressee=first.addressee, number=3, status="not_started", as_of=DAY, basis="checked")


def proposal(**fields):
    of = fields.pop("addressee", None) or make.addressee(make.recommendation(priority=True))
    given = {"status": "not_implemented", "as_of": DAY, "basis": "checked", "reason": "No money."}
    by = fields.pop("recorded_by", None) or make.user()
    return ClosingProposal(addressee=of, recorded_by=by, **{"number": 1, **given, **fields})


def _declined():
    return {"decision": "declined", "decided_at": make.NOON, "declined_because": "Not yet."}


def proposal_after_another():
    first = proposal()
    first.save()
    return proposal(addressee=first.addressee, recorded_by=first.recorded_by, number=2, **_declined())


def proposal_after_confirmed():
    first = proposal()
    first.save()
    second = make.user("second@example.org")
    change = first.confirm(by=second)
    other = make.assess(make.addressee(change.addressee.recommendation), "in_progress")
    decided = {"decision": "confirmed", "decided_at": make.NOON, "decided_by": second, "status_change": other}
    return proposal(addressee=change.addressee, recorded_by=first.recorded_by, number=2, **decided)


def response():
    return Response(addressee=row(), number=1, received_on=DAY, position="accepted", text="Yes.", channel="letter")


def response_after_another():
    first = make.respond(row(), "accepted")
    return Response(addressee=first.addressee, number=2, received_on=DAY, position="accepted", channel="letter")


def note():
    of = make.recommendation()
    return ProgressNote(recommendation=of, number=1, noted_on=DAY, text="Done.", who_says="the chair", basis="reported")


def note_after_another():
    first = make.note(make.recommendation())
    again = {"noted_on": DAY, "text": "Done.", "who_says": "the chair", "basis": "reported"}
    return ProgressNote(recommendation=first.recommendation, number=2, **again)


def proof():
    return Evidence.objects.create(action=make.action(), title="Report", url="https://example.org/")


def proof_after_another():
    return Evidence.objects.create(action=proof().action, number=2, title="Annex", url="https://example.org/")
