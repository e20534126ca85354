"""Many officers at the same moment: what comes out is what one alone would have made."""

from datetime import date
from random import Random

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from recommendations.models import Addressee, ClosingProposal, Response, Status, StatusChange
from tests import factories as make
from tests.recommendations.test_rollup_of_items import at_once

pytestmark = pytest.mark.django_db(transaction=True)
FINDINGS = [status for status in Status if status != Status.NOT_ASSESSED]


def rolled_up(rows) -> str:
    """The one rule, asked anew of the latest entry of each row."""
    latest = [row.status_changes.order_by("as_of", "recorded_at", "number").last() for row in rows]
    with connection.cursor() as cursor:
        cursor.execute("SELECT recommendations_rollup(%s::text[])", [[one.status if one else "" for one in latest]])
        return cursor.fetchone()[0]


@pytest.mark.parametrize("seed", range(3))
def test_fifty_assessments_at_once_leave_the_roll_up_that_a_fresh_one_gives(seed):
    chance = Random(seed)
    group = make.actor("Member States")
    for _ in range(5):
        make.member(group, make.actor())
    item = make.recommendation(addressees=[group, *(make.actor() for _ in range(5))])
    opened = item.addressees.get(actor=group)
    opened.open_members()
    leaves = list(Addressee.objects.leaves().order_by("pk"))
    days = chance.sample(range(1, 300), 50)
    findings = [
        (leaves[number % 10].pk, chance.choice(FINDINGS), date.fromordinal(date(2024, 1, 1).toordinal() + day))
        for number, day in enumerate(days)
    ]

    def assess(pk, status, day):
        return lambda: make.assess(Addressee.objects.get(pk=pk), status, day)

    at_once(*(assess(*finding) for finding in findings))

    item.refresh_from_db()
    opened.refresh_from_db()
    assert StatusChange.objects.count() == 50
    assert item.status_as_of == max(day for *_, day in findings)
    assert opened.status == rolled_up(opened.members.all())
    assert item.status == rolled_up(leaves)


def outcome(verb, **arguments):
    """Whether a verb that others use at the same moment did it; the refusal is what the others get."""

    def run():
        try:
            verb(**arguments)
        except ValidationError:
            return
        done.append(verb)

    done = []
    return run, done


def test_two_who_confirm_at_once_close_it_once():
    row = make.addressee(make.recommendation(priority=True))
    make.propose(row)
    people = [make.user(f"{name}@example.org") for name in ("second", "third")]
    tries = [outcome(ClosingProposal.objects.get().confirm, by=one) for one in people]

    at_once(*(run for run, _ in tries))

    assert sorted(len(done) for _, done in tries) == [0, 1]
    assert StatusChange.objects.count() == 1


def test_answer_accepted_and_set_aside_at_once_is_one_of_them():
    answer = make.respond(make.addressee(), "accepted", accepted=False)
    tries = [
        outcome(Response.objects.get().accept),
        outcome(Response.objects.get().set_aside, because="It came twice."),
    ]

    at_once(*(run for run, _ in tries))

    answer.refresh_from_db()
    assert sorted(len(done) for _, done in tries) == [0, 1]
    assert (answer.accepted_on is None) != (answer.set_aside_on is None)
