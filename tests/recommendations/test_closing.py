"""A priority is closed by two people: one proposes, another confirms, and nothing changes in between."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from recommendations.models import Addressee, ClosingProposal, Evidence, Status
from tests import factories as make
from tests.refusal import codes, refusal

pytestmark = pytest.mark.django_db

DAY, LATER = date(2024, 3, 1), date(2024, 6, 1)
CLOSING = {"as_of": DAY, "basis": "checked", "reason": "No money."}


@pytest.fixture
def row():
    return make.addressee(make.recommendation(published=True, priority=True))


@pytest.fixture
def first():
    return make.user("first@example.org")


@pytest.fixture
def second():
    return make.user("second@example.org")


def test_proposed_closing_changes_nothing_until_somebody_else_confirms_it(row, first, second):
    newer, session = make.recommendation("MS2024-01"), make.session(make.meeting("MS2025"))

    proposal = row.propose_closing(
        status="implemented",
        as_of=DAY,
        basis="document",
        reason="The law is in force.",
        remark="Seen in print.",
        source_words="done",
        session=session,
        newer=newer,
        evidence=[make.evidence("Law", audience="public"), make.evidence("Decree")],
        by=first,
    )
    row.refresh_from_db()
    before = (row.status, row.status_changes.count(), proposal.waits)
    change = proposal.confirm(by=second)

    row.refresh_from_db()
    proposal.refresh_from_db()
    assert before == ("not_assessed", 0, True)
    assert (row.status, row.status_as_of, row.recommendation.status) == ("implemented", DAY, "implemented")
    assert (change.basis, change.reason, change.remark) == ("document", "The law is in force.", "Seen in print.")
    assert (change.source_words, change.session, change.newer) == ("done", session, newer)
    assert list(change.evidence.values_list("number", "title", "audience")) == [
        (1, "Law", "public"),
        (2, "Decree", "internal"),
    ]
    assert (proposal.recorded_by, proposal.decided_by, change.recorded_by) == (first, second, second)
    assert (proposal.decision, proposal.status_change, proposal.waits) == ("confirmed", change, False)


@pytest.mark.parametrize("status", Status.CLOSED)
def test_closing_of_a_priority_is_not_assessed_at_once(row, status):
    error = refusal(row.assess, status=status, **CLOSING, evidence=[make.evidence()])

    assert error.messages == ["MS2023-01 is a priority: propose its closing, and a second person confirms it."]


@pytest.mark.parametrize("status", ["not_started", "in_progress", "partly_implemented"])
def test_open_status_of_a_priority_is_assessed_at_once(row, status):
    make.assess(row, status)

    assert row.status == status


def test_part_of_a_priority_is_closed_by_two():
    whole = make.recommendation("MS2023-01", priority=True)
    part = make.addressee(make.recommendation("MS2023-01.1", part_of=whole))

    assert codes(refusal(part.assess, status="not_implemented", **CLOSING)) == ["priority"]


def test_member_of_a_group_asked_a_priority_is_closed_by_two(first, second):
    group = make.actor()
    make.member(group, make.actor())
    (member,) = make.addressee(make.recommendation(priority=True), group).open_members()

    assert codes(refusal(member.assess, status="not_implemented", **CLOSING)) == ["priority"]
    make.propose(member, by=first).confirm(by=second)
    assert Addressee.objects.get(actor=group).status == "not_implemented"


def test_closing_of_what_is_no_priority_is_not_proposed(first):
    row = make.addressee(make.recommendation())

    assert codes(refusal(row.propose_closing, status="not_implemented", by=first, **CLOSING)) == ["no_priority"]


def test_open_status_is_not_proposed(row, first):
    error = refusal(row.propose_closing, status="in_progress", by=first, **CLOSING)

    assert error.messages == ["Only a closing is proposed; record any other status at once."]


def test_proposal_of_implemented_needs_evidence(row, first):
    assert codes(refusal(row.propose_closing, status="implemented", by=first, **CLOSING)) == ["evidence"]


def test_proposal_without_a_reason_is_refused(row, first):
    assert len(refusal(row.propose_closing, status="closed_partly", by=first, **CLOSING | {"reason": ""}).messages) == 1


def test_proposal_for_a_day_to_come_is_refused(row, first):
    tomorrow = timezone.localdate() + timedelta(days=1)

    error = refusal(row.propose_closing, status="not_implemented", by=first, **CLOSING | {"as_of": tomorrow})

    assert codes(error) == ["future"]


def test_second_proposal_waits_for_the_first(row, first):
    make.propose(row, by=first)

    error = refusal(row.propose_closing, status="not_implemented", by=first, **CLOSING)

    assert error.messages == ["A closing of this addressee is proposed already and waits."]


@pytest.mark.parametrize("who", ["first", None])
def test_whoever_proposes_does_not_confirm(row, first, who):
    proposal = make.propose(row, by=first)

    assert codes(refusal(proposal.confirm, by=first if who else None)) == ["same"]


def test_proposal_is_declined_with_a_reason_and_another_may_follow(row, first, second):
    proposal = make.propose(row, by=first)

    proposal.decline(because="The law is not in force.", by=second)
    again = make.propose(row, by=first)

    row.refresh_from_db()
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.declined_because) == ("declined", "The law is not in force.")
    assert proposal.decided_by == second
    assert (row.status, again.number) == ("not_assessed", 2)


def test_proposal_is_withdrawn_by_whoever_made_it(row, first):
    proposal = make.propose(row, by=first)

    proposal.withdraw(because="Wrong addressee.", by=first)

    assert (proposal.decision, proposal.decided_by) == ("declined", first)


def test_proposal_is_not_withdrawn_by_another_nor_declined_by_whoever_made_it(row, first, second):
    proposal = make.propose(row, by=first)

    assert codes(refusal(proposal.withdraw, because="No.", by=second)) == ["other"]
    assert codes(refusal(proposal.decline, because="No.", by=first)) == ["same"]


def test_proposal_is_not_declined_without_a_reason(row, first, second):
    proposal = make.propose(row, by=first)

    assert refusal(proposal.decline, because=" ", by=second).messages == ["Say why the closing is declined."]


@pytest.mark.parametrize("again", ["confirm", "decline"])
@pytest.mark.parametrize("once", ["confirm", "decline"])
def test_proposal_is_decided_once(row, first, second, once, again):
    proposal = make.propose(row, by=first)
    verbs = {"confirm": {"by": second}, "decline": {"because": "Not yet.", "by": second}}
    stale = ClosingProposal.objects.get()
    getattr(proposal, once)(**verbs[once])

    assert codes(refusal(getattr(stale, again), **verbs[again])) == ["state"]


def test_proposal_older_than_an_assessment_is_not_confirmed(row, first, second):
    proposal = make.propose(row, by=first)
    make.assess(row, "in_progress", LATER)

    assert codes(refusal(proposal.confirm, by=second)) == ["overtaken"]
    proposal.decline(because="It goes on.", by=second)
    assert row.status == "in_progress"


def test_proposal_on_a_group_that_was_opened_since_is_not_confirmed(first, second):
    group = make.actor()
    make.member(group, make.actor())
    row = make.addressee(make.recommendation(priority=True), group)
    proposal = make.propose(row, by=first)
    row.open_members()

    assert codes(refusal(proposal.confirm, by=second)) == ["opened"]


def test_proposal_is_confirmed_though_the_item_is_no_priority_any_more(row, first, second):
    proposal = make.propose(row, by=first)
    item = row.recommendation
    item.priority = False
    item.save()

    proposal.confirm(by=second)

    assert Addressee.objects.get().status == "not_implemented"


def test_correction_to_a_closing_is_proposed_and_corrects_once_confirmed(row, first, second):
    wrong = make.assess(row, "in_progress", LATER)

    direct = refusal(row.correct, change=wrong, status="not_implemented", **CLOSING)
    change = make.propose(row, by=first, corrects=wrong).confirm(by=second)

    row.refresh_from_db()
    assert codes(direct) == ["priority"]
    assert (change.corrects, row.status, row.status_as_of) == (wrong, "not_implemented", DAY)


def test_confirmed_closing_is_corrected_to_an_open_status_by_one(row, first, second):
    closed = make.propose(row, by=first).confirm(by=second)

    row.correct(closed, status="in_progress", as_of=DAY, basis="checked", by=first)

    assert row.status == "in_progress"


def test_item_that_becomes_a_priority_keeps_its_closing_and_is_named_until_two_confirm(first, second):
    row = make.addressee(make.recommendation())
    make.assess(row, "not_implemented", DAY)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as at the end of a transaction
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    fine = make.addressee(make.recommendation("MS2023-02", priority=True))
    make.propose(fine, by=first).confirm(by=second)
    make.addressee(make.recommendation("MS2023-03", priority=True))
    before = list(Addressee.objects.inconsistent_closing())
    row.recommendation.priority = True
    row.recommendation.save()

    named = list(Addressee.objects.inconsistent_closing())
    make.propose(row, by=first, as_of=LATER).confirm(by=second)

    row.refresh_from_db()
    assert (before, named, row.status) == ([], [row], "not_implemented")
    assert list(Addressee.objects.inconsistent_closing()) == []


def test_words_of_what_waits(row, first, second):
    other = make.addressee(row.recommendation)
    declined = make.propose(other, by=first)
    declined.decline(because="Not yet.", by=second)
    proposal = make.propose(row, by=first)

    assert list(ClosingProposal.objects.waiting()) == [proposal]
    assert list(Addressee.objects.closing_proposed()) == [row]


def test_confirmation_that_names_another_assessment_is_inconsistent(row, first, second):
    make.propose(row, by=first).confirm(by=second)
    other = make.addressee(row.recommendation)
    amiss = make.propose(other, by=first)
    change = make.assess(other, "in_progress")
    ClosingProposal.objects.filter(pk=amiss.pk).update(
        decision="confirmed", decided_at=make.NOON, decided_by=second, status_change=change
    )

    assert list(ClosingProposal.objects.inconsistent_confirmation()) == [amiss]


def test_evidence_of_a_proposal_is_never_public(row, first):
    make.propose(row, "implemented", first, evidence=[make.evidence(audience="public")])

    assert list(Evidence.objects.public()) == []
    assert list(Addressee.objects.proven()) == []
