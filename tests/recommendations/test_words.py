"""The words in which recommendations are asked for: what is public, what counts, where it stands, what is late."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from recommendations.models import Late, Recommendation, Response, State, Status
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = date(2024, 6, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
ARCHIVED = {"publication": "archived", "published_on": DAY, "archived_on": DAY}
IN_REVIEW = {"publication": "in_review"}
every = Recommendation.objects


def found(queryset) -> list[str]:
    return sorted(queryset.values_list("reference", flat=True))


# What is public.


@pytest.fixture
def publications():
    """An item of each publication in a meeting of each, and parts of each in a whole of each; named after both."""
    fields = {"D": {}, "R": IN_REVIEW, "P": {"published": True}, "A": ARCHIVED}
    for of_meeting, about_meeting in fields.items():
        at = make.session(make.meeting(f"M{of_meeting}", **about_meeting))
        for n, about_item in enumerate(fields.values(), 1):
            make.recommendation(f"M{of_meeting}-0{n}", at, **about_item)
    at = make.session(make.meeting("W", published=True))
    for n, about_whole in enumerate(fields.values(), 1):
        whole = make.recommendation(f"W-0{n}", at, **about_whole)
        for m, about_part in enumerate(fields.values(), 1):
            make.recommendation(f"W-0{n}.{m}", part_of=whole, **about_part)


def test_published_asks_for_the_item_its_whole_and_its_meeting(publications):
    assert found(every.published()) == ["MP-03", "W-03", "W-03.3"]


def test_readable_adds_what_is_archived_itself_or_with_its_whole_or_meeting(publications):
    assert found(every.readable()) == [
        *["MA-03", "MA-04", "MP-03", "MP-04"],
        *["W-03", "W-03.3", "W-03.4", "W-04", "W-04.3", "W-04.4"],
    ]


def test_awaiting_review_finds_what_was_submitted_wherever_it_stands(publications):
    assert found(every.awaiting_review().filter(part_of=None)) == ["MA-02", "MD-02", "MP-02", "MR-02", "W-02"]


def test_is_archived_says_it_of_items_archived_with_their_whole_or_meeting(publications):
    assert sorted(item.reference for item in every.readable() if item.is_archived) == [
        *["MA-03", "MA-04", "MP-04", "W-03.4", "W-04", "W-04.3", "W-04.4"]
    ]


# What counts.


def test_followed_up_leaves_out_headings_and_restatements():
    make.recommendation("MS2023-01")
    whole = make.recommendation("MS2023-02")
    make.recommendation("MS2023-02.1", part_of=whole)
    make.recommendation("MS2023-03", restates=whole)

    assert found(every.followed_up()) == ["MS2023-01", "MS2023-02.1"]
    assert found(every.divided()) == ["MS2023-02"]


@pytest.mark.parametrize(
    ("whole", "part", "divided"),
    [
        ("draft", "draft", True),
        ("draft", "published", True),
        ("in_review", "draft", True),
        ("published", "draft", False),
        ("published", "in_review", False),
        ("published", "published", True),
        ("published", "archived", False),
        ("archived", "draft", False),
        ("archived", "archived", True),
        ("archived", "published", True),
    ],
)
def test_item_is_divided_by_parts_that_are_as_public_as_itself(whole, part, divided):
    fields = {"draft": {}, "in_review": IN_REVIEW, "published": {"published": True}, "archived": ARCHIVED}
    one = make.recommendation("MS2023-01", **fields[whole])
    make.recommendation("MS2023-01.1", part_of=one, **fields[part])

    assert found(every.divided()) == (["MS2023-01"] if divided else [])
    assert found(every.followed_up().filter(part_of=None)) == ([] if divided else ["MS2023-01"])


# Where it stands.


@pytest.fixture
def statuses():
    """One item of each status, numbered in the order of the scale."""
    for n, status in enumerate(Status, 1):
        item = make.recommendation(f"MS2023-0{n}", addressees=[make.actor()])
        if status != Status.NOT_ASSESSED:
            make.assess(item.addressees.get(), status, DAY)


FIRST_FOUR = ["MS2023-01", "MS2023-02", "MS2023-03", "MS2023-04"]
LAST_FOUR = ["MS2023-05", "MS2023-06", "MS2023-07", "MS2023-08"]


def test_open_and_closed_share_the_scale(statuses):
    assert found(every.open()) == FIRST_FOUR
    assert found(every.closed()) == LAST_FOUR


def test_having_state_takes_one_or_both_halves(statuses):
    assert found(every.having_state(State.OPEN)) == FIRST_FOUR
    assert found(every.having_state(State.CLOSED)) == LAST_FOUR
    assert found(every.having_state(State.OPEN, State.CLOSED)) == FIRST_FOUR + LAST_FOUR


def test_having_status_takes_several(statuses):
    assert found(every.having_status("not_started", "implemented")) == ["MS2023-02", "MS2023-05"]


def test_state_of_play_counts_in_the_order_of_the_scale(statuses):
    every.get(reference="MS2023-02").addressees.get().assess(status="in_progress", as_of=AFTER, basis="checked")

    play = every.in_report_order().state_of_play()

    assert play.counts == [
        (status, 2 if status == "in_progress" else 1) for status in Status if status != "not_started"
    ]
    assert (play.total, play.assessed, play.unassessed) == (8, 7, 1)


def test_having_response_finds_items_with_an_addressee_that_answered_so():
    for n, position in enumerate(["accepted", "considering"], 1):
        item = make.recommendation(f"MS2023-0{n}", addressees=[make.actor(), make.actor()])
        make.respond(item.addressees.first(), position)
    make.recommendation("MS2023-03")

    assert found(every.having_response("accepted")) == ["MS2023-01"]
    assert found(every.having_response("accepted", "considering")) == ["MS2023-01", "MS2023-02"]
    assert found(every.having_response("not_requested")) == ["MS2023-01", "MS2023-02"]


# Late, three words.


@pytest.fixture
def late():
    """On 1 June 2024: late itself (01), by an action (02), by a response (03), and their neighbours that are not."""
    make.recommendation("MS2023-01", due_on=BEFORE)
    make.recommendation("MS2023-11", due_on=DAY)
    done = make.recommendation("MS2023-12", due_on=BEFORE, addressees=[make.actor()])
    make.assess(done.addressees.get(), "implemented", BEFORE)

    def with_action(reference, relation="answering", **fields):
        item = make.recommendation(reference)
        make.action(f"MS2023-A{reference[-2:]}", **{"published": True, "due_on": BEFORE, relation: [item]} | fields)

    with_action("MS2023-02")
    with_action("MS2023-03", status="on_hold", reason="No money.")
    with_action("MS2023-21", due_on=DAY)
    with_action("MS2023-22", due_on=None)
    with_action("MS2023-23", status="completed", completed_on=DAY)
    with_action("MS2023-24", status="cancelled", reason="No need.")
    with_action("MS2023-25", published=False)
    with_action("MS2023-26", relation="in_place")

    def asked(reference, due=BEFORE, position=None):
        row = make.addressee(make.recommendation(reference))
        row.ask(on=date(2024, 1, 1), due=due)
        if position:
            make.respond(row, position)

    asked("MS2023-04")
    asked("MS2023-05", position="considering")
    asked("MS2023-31", due=DAY)
    asked("MS2023-32", due=None)
    asked("MS2023-33", position="accepted")
    asked("MS2023-34", position="partly_accepted")
    asked("MS2023-35", position="not_accepted")


@pytest.mark.parametrize(
    ("thing", "that_day", "the_day_after"),
    [
        (Late.RECOMMENDATION, ["MS2023-01"], ["MS2023-01", "MS2023-11"]),
        (Late.ACTION, ["MS2023-02", "MS2023-03"], ["MS2023-02", "MS2023-03", "MS2023-21"]),
        (Late.RESPONSE, ["MS2023-04", "MS2023-05"], ["MS2023-04", "MS2023-05", "MS2023-31"]),
    ],
)
def test_late_begins_with_the_day_after_the_date(late, thing, that_day, the_day_after):
    assert found(every.having_late(thing, on=DAY)) == that_day
    assert found(every.having_late(thing, on=AFTER)) == the_day_after


def test_having_late_takes_any_of_the_three_words(late):
    assert found(every.having_late(on=DAY)) == []
    two_words = every.having_late(Late.RECOMMENDATION, Late.RESPONSE, on=DAY)
    assert found(two_words) == ["MS2023-01", "MS2023-04", "MS2023-05"]


def test_due_before_takes_all_three_words(late):
    five = [f"MS2023-0{n}" for n in range(1, 6)]

    assert found(every.due_before(DAY)) == five
    assert found(every.due_before(AFTER)) == [*five, "MS2023-11", "MS2023-21", "MS2023-31"]


@pytest.mark.parametrize("thing", Late)
def test_late_means_today_unless_a_day_is_given(thing):
    today = timezone.localdate()
    for n, due in enumerate([today - timedelta(days=1), today], 1):
        item = make.recommendation(f"MS2023-0{n}", due_on=due, addressees=[make.actor()])
        item.addressees.get().ask(on=date(2024, 1, 1), due=due)
        make.action(f"MS2023-A0{n}", published=True, due_on=due, answering=[item])

    assert found(every.having_late(thing)) == ["MS2023-01"]


def test_item_says_itself_that_it_is_late(late):
    says = sorted(item.reference for item in every.all() if item.is_late)

    assert says == found(every.having_late(Late.RECOMMENDATION)) == ["MS2023-01", "MS2023-11"]


# Stale.

ON = date(2025, 6, 1)
YEAR_AGO = ON - timedelta(days=365)
LONG_AGO = YEAR_AGO - timedelta(days=1)


def assessed(reference, as_of=LONG_AGO, status="in_progress"):
    item = make.recommendation(reference, addressees=[make.actor()])
    row = item.addressees.get()
    make.assess(row, status, as_of)
    return item, row


def test_stale_is_open_and_quiet_for_a_year_since_an_assessment():
    assessed("MS2023-01")
    assessed("MS2023-02", YEAR_AGO)
    assessed("MS2023-03", status="implemented")
    make.recommendation("MS2023-04", addressees=[make.actor()])

    assert found(every.stale(ON)) == ["MS2023-01"]
    assert found(every.stale(ON + timedelta(days=1))) == ["MS2023-01", "MS2023-02"]


def action(item, note=None, **fields):
    made = make.action(f"MS2023-A{item.reference[-2:]}", **{"published": True, "answering": [item]} | fields)
    if note:
        make.note(made, noted_on=YEAR_AGO, audience=note)


ENDS_IT = {
    "note": lambda item, row: make.note(item, noted_on=YEAR_AGO, audience="public"),
    "note on addressee": lambda item, row: make.note(row, noted_on=YEAR_AGO, audience="public"),
    "answer": lambda item, row: make.respond(row, "considering", YEAR_AGO),
    "assessment": lambda item, row: make.assess(row, "in_progress", YEAR_AGO),
    "action started": lambda item, row: action(item, status="in_progress", started_on=YEAR_AGO),
    "action completed": lambda item, row: action(item, status="completed", completed_on=YEAR_AGO),
    "note on action": lambda item, row: action(item, note="public"),
}
DOES_NOT_END_IT = {
    "nothing": lambda item, row: None,
    "older note": lambda item, row: make.note(item, noted_on=LONG_AGO, audience="public"),
    "older answer": lambda item, row: make.respond(row, "considering", LONG_AGO),
    "note for the network": lambda item, row: make.note(item, noted_on=YEAR_AGO, audience="network"),
    "internal note": lambda item, row: make.note(row, noted_on=YEAR_AGO),
    "older action": lambda item, row: action(item, status="completed", completed_on=LONG_AGO),
    "draft action": lambda item, row: action(item, status="completed", completed_on=YEAR_AGO, published=False),
    "action in place": lambda item, row: action(item, started_on=YEAR_AGO, answering=[], in_place=[item]),
    "internal note on action": lambda item, row: action(item, note="internal"),
}


@pytest.mark.parametrize("what", [*ENDS_IT, *DOES_NOT_END_IT])
def test_stale_ends_with_what_was_noted_answered_or_done_in_public_since(what):
    (ENDS_IT | DOES_NOT_END_IT)[what](*assessed("MS2023-01"))

    assert found(every.stale(ON)) == ([] if what in ENDS_IT else ["MS2023-01"])


def test_stale_does_not_end_with_an_answer_that_waits_to_be_accepted():
    _, row = assessed("MS2023-01")
    Response.objects.create(addressee=row, number=1, received_on=YEAR_AGO, position="accepted", channel="form")

    assert found(every.stale(ON)) == ["MS2023-01"]


def test_stale_means_today_unless_a_day_is_given():
    today = timezone.localdate()
    assessed("MS2023-01", today - timedelta(days=366))
    assessed("MS2023-02", today - timedelta(days=365))

    assert found(every.stale()) == ["MS2023-01"]
