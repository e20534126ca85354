"""Progress notes on items, addressees and actions; and how all that is recorded is numbered."""

from datetime import date

import pytest

from recommendations.models import Evidence, ProgressNote
from tests import factories as make
from tests.refusal import refusal

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 1)
NOT_THE_LAST_DAY = "A date known only by month or year is stored as its last day, e.g. 31 July or 31 December."


@pytest.fixture
def row():
    return make.addressee(make.recommendation())


@pytest.fixture
def officer():
    return make.user()


@pytest.mark.parametrize("maker", [make.recommendation, make.action, lambda: make.addressee(make.recommendation())])
def test_note_is_numbered_and_dated_on_whatever_it_is_about(maker, officer):
    owner = maker()
    make.note(owner, "Begun.")

    second = owner.note(
        noted_on=date(2024, 2, 29),
        precision="month",
        text="Half done.",
        who_says="the ministry",
        basis="reported",
        audience="public",
        by=officer,
    )

    second.refresh_from_db()
    assert (second.owner, second.number, second.noted_on, second.precision) == (owner, 2, date(2024, 2, 29), "month")
    assert (second.text, second.who_says, second.basis) == ("Half done.", "the ministry", "reported")
    assert (second.audience, second.recorded_by) == ("public", officer)
    assert list(owner.notes.order_by("number").values_list("text", flat=True)) == ["Begun.", "Half done."]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"text": "  "}, ["A note needs a text."]),
        ({"who_says": " "}, ["Say who says so."]),
        (
            {"precision": "year"},
            ["A date known only by month or year is stored as its last day, e.g. 31 July or 31 December."],
        ),
        ({"basis": "hearsay"}, ["Value 'hearsay' is not a valid choice."]),
        ({"text": "Bad\x07"}, ["Character 4 is an invisible control character (U+0007). Remove it."]),
    ],
)
def test_note_with_a_fault_is_refused(row, fault, expected):
    sound = {"noted_on": DAY, "text": "Begun.", "who_says": "the ministry", "basis": "reported"}

    assert refusal(row.note, **sound | fault).messages == expected


def test_records_are_counted_for_each_owner_by_itself(row):
    other = make.addressee(row.recommendation)
    for one in (row, other):
        make.assess(one, "in_progress")
        make.respond(one, "accepted", evidence=[make.evidence()])
        make.note(one)

    assert list(ProgressNote.objects.values_list("number", flat=True)) == [1, 1]
    assert list(Evidence.objects.values_list("number", flat=True)) == [1, 1]
    assert [one.responses.get().number for one in (row, other)] == [1, 1]
    assert [one.status_changes.get().number for one in (row, other)] == [1, 1]
