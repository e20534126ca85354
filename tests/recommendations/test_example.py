"""The fictional register: it has of everything, contradicts itself nowhere, and is the same each time."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from actors.models import Actor, Membership
from meetings.models import Audience, DocumentKind, Format, Meeting, Publication, Session, SessionKind
from recommendations.example.register import Register
from recommendations.models import (
    ActionLink,
    ActionRelation,
    ActionStatus,
    Addressee,
    AsksFor,
    Basis,
    Capacity,
    Challenge,
    Channel,
    ClosingProposal,
    Evidence,
    FollowUpAction,
    Gap,
    Kind,
    Late,
    LinkKind,
    Naming,
    Precision,
    ProgressNote,
    Proposer,
    Recommendation,
    RecommendationLink,
    Response,
    ResponsePosition,
    Role,
    Standing,
    State,
    Status,
    StatusChange,
    Topic,
)
from tests import copied, factories

MODELS = [model for app in ["actors", "meetings", "recommendations"] for model in apps.get_app_config(app).get_models()]
DAY = date(2025, 2, 28)
LATE = {"response": 12, "action": 5, "recommendation": 5}
STALE = 8


def followed_up():
    return Recommendation.objects.published().followed_up()


def snapshot() -> str:
    """Every row by its natural keys; what triggers keep for the search has none."""
    rows = [row for model in MODELS if hasattr(model, "natural_key") for row in model.objects.order_by("pk")]
    return serializers.serialize("json", rows, use_natural_foreign_keys=True, use_natural_primary_keys=True, indent=1)


def test_size(example):
    meetings = Meeting.objects.published().order_by("starts_on")

    assert [followed_up().filter(session__meeting=meeting).count() for meeting in meetings] == [28, 29, 28, 30]
    assert [meeting.ordinal for meeting in meetings] == [1, 2, 3, 4]
    assert [meeting.code for meeting in meetings] == [f"EX{meeting.starts_on.year}" for meeting in meetings]


@pytest.mark.parametrize(
    ("model", "field", "words"),
    [
        (Recommendation, "kind", Kind.values),
        (Recommendation, "standing", Standing.values),
        (Recommendation, "asks_for", AsksFor.values),
        (Recommendation, "status", Status.values),
        (Recommendation, "publication", Publication.values),
        (Proposer, "capacity", Capacity.values),
        (Addressee, "role", Role.values),
        (Addressee, "naming", Naming.values),
        (Addressee, "response", ResponsePosition.values),
        (Addressee, "status", Status.values),
        (RecommendationLink, "kind", LinkKind.values),
        (Response, "position", ResponsePosition.ANSWERS),
        (Response, "channel", Channel.values),
        (Response, "audience", Audience.values),
        (StatusChange, "status", Status.values),
        (StatusChange, "basis", Basis.values),
        (FollowUpAction, "status", ActionStatus.values),
        (FollowUpAction, "completed_precision", [Precision.DAY, Precision.MONTH, Precision.BY]),
        (FollowUpAction, "due_precision", [Precision.DAY, Precision.MONTH, Precision.YEAR]),
        (ActionLink, "relation", ActionRelation.values),
        (ProgressNote, "audience", Audience.values),
        (Evidence, "audience", Audience.values),
        (Session, "kind", SessionKind.values),
        (Meeting, "format", Format.values),
    ],
    ids=lambda value: getattr(value, "__name__", value if isinstance(value, str) else ""),
)
def test_every_word_is_used(example, model, field, words):
    assert set(model.objects.order_by().values_list(field, flat=True)) == set(words)


@pytest.mark.parametrize("late", Late)
def test_everything_that_can_be_late_is(example, late):
    today = timezone.localdate()

    found = followed_up().having_late(late)

    assert found.exists()
    assert set(found.having_late(late, on=today - timedelta(days=370))) < set(found)


@pytest.mark.parametrize("gap", Gap)
def test_every_gap_is_there_and_filled(example, gap):
    lacking = followed_up().lacking(gap).count()

    assert 0 < lacking < followed_up().count()


def lateness(on: date) -> tuple[dict, int]:
    items = followed_up()
    return {late.value: items.having_late(late, on=on).count() for late in Late}, items.stale(on).count()


def test_lateness_goes_with_the_day(db):
    call_command("load_example", f"--on={DAY}")

    assert lateness(DAY) == (LATE, STALE)
    assert lateness(DAY - timedelta(days=1000)) == ({"response": 0, "action": 0, "recommendation": 0}, 0)
    assert followed_up().due_before(DAY + timedelta(days=61)).count() > followed_up().due_before(DAY).count()
    assert StatusChange.objects.filter(recorded_at__date__gt=DAY).count() == 0


def test_same_day_gives_the_same_register(db, example_rows):
    with transaction.atomic():
        copied.into(example_rows)
        first = snapshot()
        assert lateness(timezone.localdate()) == (LATE, STALE)
        transaction.set_rollback(True)

    call_command("load_example")

    assert snapshot() == first


@pytest.mark.parametrize("on", [date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1), date(2025, 7, 31)])
def test_any_day_has_four_yearly_meetings_before_it(on):
    register = Register(on)

    days = [register.first_day(meeting) for meeting in (1, 2, 3, 4)]

    assert [day.year for day in days] == [days[3].year - back for back in (3, 2, 1, 0)]
    assert {day.weekday() for day in days} == {2}
    assert timedelta(days=380) < on - days[3] < timedelta(days=430)


def test_nothing_is_inconsistent(example):
    words = [(one, word) for one in MODELS for word in dir(one.objects.all()) if word.startswith("inconsistent_")]

    assert {word for model, word in words if getattr(model.objects, word)().exists()} == set()
    assert len(words) > 5


def test_every_row_is_sound(example):
    for model in MODELS:
        relations = {field.name for field in model._meta.fields if field.is_relation}  # which the database keeps
        for row in model.objects.all():
            row.clean_fields(exclude=relations)
            row.clean()


@pytest.mark.parametrize("held", [factories.meeting, factories.actor, factories.recommendation])
def test_register_that_holds_anything_is_left_alone(db, held):
    held()
    before = snapshot()

    with pytest.raises(CommandError) as refused:
        call_command("load_example")

    assert str(refused.value) == (
        "This register is not empty. The example fills only an empty one; nothing was changed."
    )
    assert snapshot() == before


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("9999-12-31", "--on 9999-12-31 is still to come: nothing can be recorded on that day."),
        ("yesterday", "--on yesterday is not a day such as 2026-11-23."),
    ],
)
def test_day_that_cannot_be_is_refused(db, on, reason):
    with pytest.raises(CommandError) as refused:
        call_command("load_example", f"--on={on}")

    assert str(refused.value) == reason
    assert not Actor.objects.exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("turkiye", ["3-18", "2-23"]),
        ("hawala OR wallets", ["4-03", "4-04", "4-05", "3-04", "3-05", "3-26.1", "2-04", "2-05", "2-31"]),
        ('"joint investigation team"', ["4-07", "3-08", "3-09", "2-07", "2-08", "1-08", "1-26"]),
        ("joint -investigation", ["4-08", "4-09", "4-25.1", "4-25.2", "3-06", "3-13"]),
    ],
)
def test_search_finds(example, text, found):
    codes = {meeting.code: str(meeting.ordinal) for meeting in Meeting.objects.all()}

    items = followed_up().matching(text).in_report_order()

    references = [item.reference for item in items]
    assert [codes[reference[:6]] + reference[6:] for reference in references] == found


def test_stated_items_hold_the_words_that_are_looked_for(example):
    for word in ("smuggling", "hawala", "investigations"):
        assert followed_up().filter(addressees__naming=Naming.STATED, text__icontains=word).exists(), word


def test_threads_run_through_all_meetings(example):
    stops = {}
    for link in RecommendationLink.objects.exclude(kind=LinkKind.RELATED).select_related("later", "earlier"):
        stops.setdefault(link.later.reference, []).append(link.earlier.reference)

    def length(reference):
        return 1 + max(map(length, stops.get(reference, [])), default=0)

    longest = [reference[6:] for reference in stops if length(reference) == 4]
    assert sorted(longest) == ["-03", "-07", "-10", "-14"]


def test_what_is_not_public_waits_where_a_leak_would_show(example):
    unpublished = Recommendation.objects.exclude(publication=Publication.PUBLISHED)

    assert unpublished.filter(addressees__status_changes__isnull=False).distinct().count() == 3
    assert Challenge.objects.filter(publication=Publication.DRAFT).count() == 1
    assert FollowUpAction.objects.filter(publication=Publication.DRAFT).count() == 1
    assert Response.objects.waiting().count() == 5
    assert Response.objects.filter(set_aside_on__isnull=False).count() == 1
    assert list(ClosingProposal.objects.order_by("decision").values_list("decision").annotate(Count("pk"))) == [
        ("confirmed", 5),
        ("declined", 1),
        ("waiting", 1),
    ]
    assert Challenge.objects.published().unanswered().count() == 3


def test_groups_are_opened_into_those_who_were_members(example):
    opened = Addressee.objects.filter(members__isnull=False).distinct()

    for row in opened.select_related("recommendation"):
        on = Membership.objects.on(row.recommendation.issued_on).filter(group=row.actor)
        assert set(row.members.values_list("actor", flat=True)) == set(on.values_list("member", flat=True))
    first = opened.filter(actor__slug="harbour-states").order_by("recommendation__issued_on")
    names = [set(row.members.values_list("actor__slug", flat=True)) for row in (first.first(), first.last())]
    assert (names[0] - names[1], names[1] - names[0]) == ({"ulmenia"}, {"maristan"})


def test_every_topic_is_used_and_every_state(example):
    below = Topic.objects.exclude(part_of=None)

    assert not below.filter(recommendations=None).exists()
    assert all(followed_up().having_state(state).exists() for state in State)
    assert {*DocumentKind.values} >= set(Meeting.objects.values_list("documents__kind", flat=True))
    assert Recommendation.objects.filter(priority=True, publication=Publication.PUBLISHED).count() == 8
    assert Recommendation.objects.filter(continuous=True).count() == 4
