"""What the database lets a decision change, and that it lets nobody close a priority alone; against raw SQL too."""

import pytest

from recommendations.models import Addressee, ClosingProposal, Response
from tests import factories as make
from tests.test_guards import execute, refused

pytestmark = pytest.mark.django_db

CLOSE = (
    "INSERT INTO recommendations_statuschange"
    " (addressee_id, number, status, as_of, basis, reason, remark, source_words, recorded_at)"
    " VALUES (%s, %s, 'not_implemented', '2024-03-01', 'checked', 'No money.', '', '', now()) RETURNING id"
)
PROPOSAL = "recommendations_closingproposal"
ACCEPTED = "accepted_on = '2024-03-02'"
SET_ASIDE = "set_aside_on = '2024-03-02', set_aside_because = 'Sent twice.'"


@pytest.fixture
def row():
    return make.addressee(make.recommendation(priority=True))


@pytest.fixture
def proposal(row):
    return make.propose(row)


def test_raw_closing_of_a_priority_is_refused(row):
    assert refused(CLOSE, row.pk, 1) == "recommendations_statuschange_closing_confirmed"


def test_raw_closing_of_a_part_of_a_priority_is_refused(row):
    part = make.addressee(make.recommendation("MS2023-01.1", part_of=row.recommendation))

    assert refused(CLOSE, part.pk, 1) == "recommendations_statuschange_closing_confirmed"


def test_raw_closing_beside_a_proposal_that_waits_or_became_another_is_refused(row, proposal):
    waiting = refused(CLOSE, row.pk, 1)
    proposal.confirm(by=make.user("second@example.org"))

    assert waiting == refused(CLOSE, row.pk, 2) == "recommendations_statuschange_closing_confirmed"


def test_raw_closing_of_what_is_no_priority_passes():
    row = make.addressee(make.recommendation())

    execute(CLOSE, row.pk, 1)

    assert Addressee.objects.get().status == "not_implemented"


def test_raw_open_status_of_a_priority_passes(row):
    execute(CLOSE.replace("not_implemented", "in_progress"), row.pk, 1)

    assert Addressee.objects.get().status == "in_progress"


def test_raw_confirmation_for_another_addressee_does_not_count(row, proposal):
    other = make.addressee(row.recommendation)
    statement = (
        f"WITH made AS ({CLOSE}) UPDATE {PROPOSAL} SET decision = 'confirmed', decided_at = now(),"
        " decided_by_id = %s, status_change_id = made.id FROM made"
    )

    name = refused(statement, other.pk, 1, make.user("second@example.org").pk)

    assert name == "recommendations_statuschange_closing_confirmed"


def test_raw_confirmation_by_nobody_or_by_the_same_is_refused(row, proposal):
    change = make.assess(row, "in_progress")
    confirmed = f"UPDATE {PROPOSAL} SET decision = 'confirmed', decided_at = now(), status_change_id = {change.pk}"

    assert refused(confirmed) == f"{PROPOSAL}_somebody"
    assert refused(f"{confirmed}, decided_by_id = recorded_by_id") == f"{PROPOSAL}_two_persons"


def test_raw_proposal_by_nobody_is_refused(row):
    name = refused(
        f"INSERT INTO {PROPOSAL} (addressee_id, number, status, as_of, basis, reason, remark, source_words,"
        " recorded_at, decision, declined_because)"
        " VALUES (%s, 1, 'not_implemented', '2024-03-01', 'checked', 'No money.', '', '', now(), 'waiting', '')",
        row.pk,
    )

    assert name == f"{PROPOSAL}_somebody"


@pytest.mark.parametrize("statement", [f"UPDATE {PROPOSAL} SET reason = 'Another.'", f"DELETE FROM {PROPOSAL}"])
@pytest.mark.parametrize("decided", [False, True])
def test_proposal_is_neither_changed_nor_deleted(proposal, decided, statement):
    if decided:
        proposal.withdraw(because="Not yet.", by=proposal.recorded_by)

    assert refused(statement) == f"{PROPOSAL}_append_only"


@pytest.mark.parametrize("column", ["decision = 'waiting'", "declined_because = 'Never.'", "decided_at = now()"])
def test_decision_on_a_proposal_stays(proposal, column):
    proposal.decline(because="Not yet.", by=make.user("second@example.org"))

    assert refused(f"UPDATE {PROPOSAL} SET {column}") == f"{PROPOSAL}_append_only"


def test_proposal_is_not_changed_along_with_its_decision(proposal):
    decline = "decision = 'declined', decided_at = now(), declined_because = 'Not yet.'"

    assert refused(f"UPDATE {PROPOSAL} SET {decline}, reason = 'Another.'") == f"{PROPOSAL}_append_only"


def test_accounts_behind_a_closing_can_go_and_leave_it(proposal):
    second = make.user("second@example.org")
    proposal.confirm(by=second)

    proposal.recorded_by.delete()
    second.delete()

    assert list(ClosingProposal.objects.values_list("recorded_by", "decided_by", "decision")) == [
        (None, None, "confirmed")
    ]


def test_addressee_of_a_proposal_stays(proposal):
    name = refused("UPDATE recommendations_addressee SET actor_id = %s", make.actor().pk)

    assert name == "recommendations_addressee_recorded_stays"


def test_waiting_answer_is_set_aside_once_and_for_all():
    make.respond(make.addressee(), "accepted", accepted=False)

    execute(f"UPDATE recommendations_response SET {SET_ASIDE}")

    refusals = {
        refused(f"UPDATE recommendations_response SET {change}")
        for change in (ACCEPTED, "set_aside_because = 'Other.'", "set_aside_on = NULL, set_aside_because = ''")
    }
    assert refusals == {"recommendations_response_append_only"}
    assert Response.objects.get().set_aside_because == "Sent twice."


def test_accepted_answer_is_not_set_aside():
    make.respond(make.addressee(), "accepted")

    assert refused(f"UPDATE recommendations_response SET {SET_ASIDE}") == "recommendations_response_append_only"


def test_text_of_a_waiting_answer_is_not_changed_along_with_its_acceptance():
    make.respond(make.addressee(), "accepted", accepted=False)

    name = refused(f"UPDATE recommendations_response SET {ACCEPTED}, text = 'Other.'")

    assert name == "recommendations_response_append_only"
