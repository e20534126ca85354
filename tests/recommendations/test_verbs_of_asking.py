"""An addressee is asked for an answer, once or again. Each refusal changes nothing."""

from datetime import date

import pytest

from tests import factories as make
from tests.refusal import codes, refusal

pytestmark = pytest.mark.django_db

DAY, LATER = date(2024, 3, 1), date(2024, 6, 1)


@pytest.fixture
def row():
    return make.addressee(make.recommendation())


@pytest.fixture
def officer():
    return make.user()


def test_ask_records_the_request_and_awaits_a_response(row):
    row.ask(on=DAY, due=LATER)

    row.refresh_from_db()
    assert (row.requested_on, row.response_due_on, row.response) == (DAY, LATER, "awaiting")


def test_ask_again_lets_the_later_request_stand_and_the_due_date(row, officer):
    row.ask(on=DAY, due=LATER)

    row.ask(on=LATER, by=officer)

    row.refresh_from_db()
    assert (row.requested_on, row.response_due_on, row.response) == (LATER, LATER, "awaiting")
    assert row.requested_by == officer


def test_ask_again_takes_the_due_date_away_only_when_told(row):
    row.ask(on=DAY, due=LATER)

    row.ask(on=DAY, open_ended=True)

    row.refresh_from_db()
    assert (row.requested_on, row.response_due_on) == (DAY, None)


def test_ask_again_after_the_due_date_needs_a_new_one(row):
    row.ask(on=DAY, due=DAY)

    assert codes(refusal(row.ask, on=LATER)) == ["due"]


def test_ask_with_a_due_date_and_without_one_is_refused(row):
    assert codes(refusal(row.ask, on=DAY, due=LATER, open_ended=True)) == ["due"]


def test_ask_twice_alike_is_asked_once_by_the_first(row, officer):
    row.ask(on=DAY, due=LATER, by=officer)

    row.ask(on=DAY, due=LATER, by=make.user("other@example.org"))

    row.refresh_from_db()
    assert row.requested_by == officer


def test_ask_a_group_that_is_opened_into_its_members_is_refused():
    group = make.actor()
    make.member(group, make.actor())
    row = make.addressee(make.recommendation(), group)
    row.open_members()

    assert codes(refusal(row.ask, on=DAY)) == ["opened"]


def test_ask_does_not_take_back_an_answer(row):
    make.respond(row, "accepted")

    row.ask(on=LATER)

    assert row.response == "accepted"


def test_ask_of_nobody_is_refused():
    nobody = make.addressee(make.recommendation(), None)

    assert codes(refusal(nobody.ask, on=DAY)) == ["nobody"]


def test_ask_before_an_earlier_request_is_refused(row):
    row.ask(on=LATER)

    assert codes(refusal(row.ask, on=DAY)) == ["order"]


def test_ask_for_an_answer_before_the_request_is_refused(row):
    assert refusal(row.ask, on=LATER, due=DAY).messages == [
        "An answer is due on or after the day on which it was requested, and only where it was."
    ]
