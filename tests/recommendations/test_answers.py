"""An answer that waits is accepted or set aside, once; until it is accepted it is as if it were not there."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from recommendations.models import Addressee, Recommendation, Response
from tests import factories as make
from tests.refusal import codes, refusal

pytestmark = pytest.mark.django_db

DAY, LATER = date(2024, 3, 1), date(2024, 6, 1)


@pytest.fixture
def row():
    row = make.addressee(make.recommendation(published=True))
    row.ask(on=DAY, due=DAY)
    return row


@pytest.fixture
def officer():
    return make.user()


@pytest.fixture
def answer(row):
    return make.respond(row, "accepted", DAY, claims="implemented", audience="public", accepted=False)


def test_accepted_answer_counts(row, answer, officer):
    late = list(Addressee.objects.response_late(LATER))

    answer.accept(on=LATER, by=officer)

    answer.refresh_from_db()
    row.refresh_from_db()
    assert late == [row]
    assert list(Addressee.objects.response_late(LATER)) == []
    assert (answer.accepted_on, answer.accepted_by, answer.waits) == (LATER, officer, False)
    assert (row.response, row.status) == ("accepted", "not_assessed")


def test_answer_is_accepted_today_unless_a_day_is_given(answer):
    answer.accept()

    assert answer.accepted_on == timezone.localdate()


def test_answer_that_was_set_aside_does_not_count_and_says_why(row, answer, officer):
    answer.set_aside(because="It came twice.", by=officer)

    answer.refresh_from_db()
    row.refresh_from_db()
    assert (answer.set_aside_on, answer.set_aside_by) == (timezone.localdate(), officer)
    assert (answer.set_aside_because, answer.accepted_on, answer.waits) == ("It came twice.", None, False)
    assert (row.response, list(Addressee.objects.response_late(LATER))) == ("awaiting", [row])


def test_answer_is_not_set_aside_without_a_reason(answer):
    assert refusal(answer.set_aside, because=" ").messages == ["Say to its sender why the answer is set aside."]


@pytest.mark.parametrize("again", ["accept", "set_aside"])
@pytest.mark.parametrize("once", ["accept", "set_aside"])
def test_answer_is_decided_on_once(answer, once, again):
    verbs = {"accept": {}, "set_aside": {"because": "It came twice."}}
    stale = Response.objects.get()
    getattr(answer, once)(**verbs[once])

    assert codes(refusal(getattr(stale, again), **verbs[again])) == ["state"]


def test_answer_recorded_by_the_desk_does_not_wait(row):
    recorded = make.respond(row, "accepted")

    assert codes(refusal(recorded.accept)) == ["state"]


def test_answer_is_not_accepted_before_its_receipt_nor_tomorrow(answer):
    before = refusal(answer.accept, on=DAY - timedelta(days=1))
    tomorrow = refusal(answer.accept, on=timezone.localdate() + timedelta(days=1))

    assert before.messages == ["An answer is accepted on or after the day of its receipt."]
    assert codes(tomorrow) == ["future"]


def test_waiting_answer_is_in_nothing_that_counts(row, answer):
    other = make.addressee(row.recommendation)
    make.respond(other, "accepted", accepted=False).set_aside(because="It came twice.")
    make.respond(make.addressee(row.recommendation), "considering")

    assert list(Response.objects.waiting()) == [answer]
    assert list(Addressee.objects.awaiting_acceptance()) == [row]
    assert Response.objects.accepted().count() == Response.objects.published().count() == 1
    assert Addressee.objects.answered().count() == 1
    assert Recommendation.objects.having_response("accepted").count() == 0


def test_answer_on_what_became_a_restatement_can_still_be_set_aside(row, answer):
    lead = make.recommendation("MS2023-02")
    Recommendation.objects.filter(reference="MS2023-01").update(restates=lead)

    answer.set_aside(because="See MS2023-02.")

    assert answer.waits is False


def test_rows_that_cannot_be_asked_say_why():
    group = make.actor("Group")
    make.member(group, make.actor("Member"))
    opened = make.addressee(make.recommendation("MS2023-01"), group)
    opened.open_members()
    make.addressee(make.recommendation("MS2023-02"), None)
    make.addressee(make.recommendation("MS2023-03", restates=opened.recommendation), make.actor("Again"))
    make.addressee(make.recommendation("MS2023-04"), make.actor("Whole"))
    make.recommendation("MS2023-04.1", part_of=Recommendation.objects.get(reference="MS2023-04"))

    found = Addressee.objects.with_hindrance().order_by("recommendation__reference", "pk")

    assert [(str(row.name), row.hindrance) for row in found] == [
        ("Group", "opened"),
        ("Member", ""),
        ("Nobody named", "nobody"),
        ("Again", "restates"),
        ("Whole", "divided"),
    ]
