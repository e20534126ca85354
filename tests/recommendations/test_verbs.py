"""What happens to an addressee: asked, answering, assessed, corrected, opened. Each refusal changes nothing."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from recommendations.models import Recommendation
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


def proofs(owner) -> list:
    return list(owner.evidence.values_list("number", "title"))


# Verbs that record what is said or found about an addressee, with the least that they need.
ASKED = {"on": DAY}
ANSWERED = {"received_on": DAY, "position": "accepted", "text": "", "channel": "letter"}
ASSESSED = {"status": "in_progress", "as_of": DAY, "basis": "checked"}
VERBS = {"ask": ASKED, "respond": ANSWERED, "assess": ASSESSED, "open_members": {}}


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_is_recorded_at_an_item_that_restates_another(verb):
    lead = make.recommendation("MS2023-01")
    row = make.addressee(make.recommendation("MS2023-02", restates=lead))

    assert codes(refusal(getattr(row, verb), **VERBS[verb])) == ["restates"]


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_is_recorded_at_a_divided_item(row, verb):
    make.recommendation("MS2023-01.1", part_of=row.recommendation)

    assert codes(refusal(getattr(row, verb), **VERBS[verb])) == ["divided"]


@pytest.mark.parametrize("verb", VERBS)
def test_verb_knows_what_the_item_became_since_it_was_read(row, verb):
    lead = make.recommendation("MS2023-02")
    Recommendation.objects.filter(reference="MS2023-01").update(restates=lead)

    assert codes(refusal(getattr(row, verb), **VERBS[verb])) == ["restates"]


# respond


def test_respond_records_the_answer_with_its_evidence(row, officer):
    answer = row.respond(
        received_on=DAY,
        position="partly_accepted",
        text="Only the first half.",
        channel="email",
        claims="in_progress",
        audience="public",
        evidence=[make.evidence("Letter"), make.evidence("Annex")],
        by=officer,
    )

    answer.refresh_from_db()
    row.refresh_from_db()
    assert (answer.number, answer.position, answer.text) == (1, "partly_accepted", "Only the first half.")
    assert (answer.channel, answer.claims, answer.audience) == ("email", "in_progress", "public")
    assert (answer.received_on, answer.accepted_on) == (DAY, DAY)
    assert (answer.recorded_by, answer.accepted_by) == (officer, officer)
    assert proofs(answer) == [(1, "Letter"), (2, "Annex")]
    assert row.response == "partly_accepted"


def test_respond_with_an_answer_that_is_still_to_be_checked_changes_nothing_yet(row, officer):
    given = {"received_on": DAY, "position": "accepted", "text": "Yes.", "channel": "form"}

    answer = row.respond(**given, accepted=False, by=officer)

    answer.refresh_from_db()
    assert (answer.accepted_on, answer.accepted_by, answer.recorded_by) == (None, None, officer)
    assert row.response == "not_requested"


def test_respond_changes_no_status_whatever_the_answer_claims(row):
    make.respond(row, "accepted", claims="implemented")

    assert (row.status, row.status_as_of) == ("not_assessed", None)


def test_respond_keeps_the_answer_that_was_received_last(row):
    make.respond(row, "accepted", LATER)
    make.respond(row, "considering", DAY)

    row.refresh_from_db()
    assert row.response == "accepted"
    assert list(row.responses.values_list("number", "position")) == [(1, "accepted"), (2, "considering")]


@pytest.mark.parametrize("position", ["not_requested", "awaiting"])
def test_respond_without_an_answer_is_refused(row, position):
    assert codes(refusal(row.respond, **ANSWERED | {"position": position})) == ["invalid_choice"]


@pytest.mark.parametrize("position", ["partly_accepted", "not_accepted"])
def test_respond_by_less_than_acceptance_needs_a_text(row, position):
    assert refusal(row.respond, **ANSWERED | {"position": position}).messages == [
        "An answer that accepts only partly, or not, says what and why."
    ]


def test_respond_with_unsound_evidence_records_nothing(row):
    sound, unsound = make.evidence("Letter"), make.evidence("Annex", url="")

    error = refusal(row.respond, **ANSWERED | {"evidence": [sound, unsound]})

    assert error.messages == ["Give the address of the document, or the document itself, not both."]


# assess


def test_assess_records_the_finding_with_its_evidence(row, officer):
    at = make.session(make.meeting("MS2024"))

    change = row.assess(
        status="implemented",
        as_of=DAY,
        basis="meeting",
        reason="The law is in force.",
        remark="Ask again in May.",
        source_words="done",
        session=at,
        evidence=[make.evidence("Law"), make.evidence("Decree")],
        by=officer,
    )

    change.refresh_from_db()
    row.refresh_from_db()
    assert (change.number, change.status, change.as_of, change.basis) == (1, "implemented", DAY, "meeting")
    assert (change.reason, change.remark, change.source_words) == ("The law is in force.", "Ask again in May.", "done")
    assert (change.session, change.newer, change.corrects, change.recorded_by) == (at, None, None, officer)
    assert proofs(change) == [(1, "Law"), (2, "Decree")]
    assert (row.status, row.status_as_of) == ("implemented", DAY)


def test_assess_again_adds_an_entry(row):
    make.assess(row, "not_started", DAY)
    make.assess(row, "in_progress", LATER)

    assert list(row.status_changes.values_list("number", "status")) == [(1, "not_started"), (2, "in_progress")]


def test_assess_speaks_of_today_but_not_of_tomorrow(row):
    today = timezone.localdate()

    row.assess(**ASSESSED | {"as_of": today})

    assert row.status_as_of == today
    assert codes(refusal(row.assess, **ASSESSED | {"as_of": today + timedelta(days=1)})) == ["future"]


def test_assess_as_implemented_needs_evidence(row):
    assert codes(refusal(row.assess, **ASSESSED | {"status": "implemented"})) == ["evidence"]


def test_assess_with_unsound_evidence_records_nothing(row):
    unsound = [make.evidence("Law"), make.evidence(" ")]

    error = refusal(row.assess, **ASSESSED | {"status": "implemented", "evidence": unsound})

    assert error.messages == ["Say what the document is."]


@pytest.mark.parametrize("status", ["closed_partly", "not_implemented", "no_longer_applicable"])
def test_assess_as_closed_without_being_done_needs_a_reason(row, status):
    assert refusal(row.assess, **ASSESSED | {"status": status}).messages == [
        "Give the reason; for “No longer applicable” the newer recommendation will do."
    ]


def test_assess_as_overtaken_by_a_newer_item_needs_no_other_reason(row):
    newer = make.recommendation("MS2024-01")

    row.assess(**ASSESSED | {"status": "no_longer_applicable", "newer": newer})

    assert row.status == "no_longer_applicable"


def test_assess_as_not_implemented_needs_a_reason_beside_the_newer_item(row):
    newer = make.recommendation("MS2024-01")

    assert len(refusal(row.assess, **ASSESSED | {"status": "not_implemented", "newer": newer}).messages) == 1


def test_assess_as_not_assessed_is_no_finding(row):
    assert refusal(row.assess, **ASSESSED | {"status": "not_assessed"}).messages == [
        "“Not assessed” is no finding; it can only correct an entry that was wrong."
    ]


def test_assess_a_group_that_is_opened_into_its_members_is_refused():
    group = make.actor()
    make.member(group, make.actor())
    row = make.addressee(make.recommendation(), group)
    row.open_members()

    assert codes(refusal(row.assess, **ASSESSED)) == ["opened"]


# correct


def test_correct_keeps_the_wrong_entry_and_names_it(row):
    wrong = make.assess(row, "in_progress", LATER)

    right = row.correct(wrong, status="not_started", as_of=DAY, basis="checked")

    assert right.corrects == wrong
    assert list(row.status_changes.all()) == [wrong, right]
    assert (row.status, row.status_as_of) == ("not_started", DAY)


def test_correct_an_entry_about_somebody_else_is_refused(row):
    other = make.assess(make.addressee(row.recommendation), "in_progress")

    error = refusal(row.correct, change=other, status="not_started", as_of=DAY, basis="checked")

    assert codes(error) == ["other"]


def test_correct_an_entry_twice_is_refused(row):
    wrong = make.assess(row, "in_progress")
    row.correct(wrong, status="not_started", as_of=DAY, basis="checked")

    error = refusal(row.correct, change=wrong, status="not_started", as_of=DAY, basis="checked")

    assert codes(error) == ["unique"]


# open_members


def test_open_members_gives_rows_to_those_who_were_members_at_the_date_of_issue():
    group = make.actor("Member States")
    issued = date(2023, 11, 9)
    membership = {
        "Always": (None, None),
        "Joined that day": (issued, None),
        "Joined the day after": (issued + timedelta(days=1), None),
        "Left that day": (None, issued),
        "Left the day after": (None, issued + timedelta(days=1)),
    }
    for name, (since, until) in membership.items():
        make.member(group, make.actor(name), since, until)
    make.member(make.actor("Other group"), make.actor("Stranger"))
    row = make.addressee(make.recommendation(issued_on=issued), group, role="support")

    opened = row.open_members()

    assert [(one.actor.name, one.role, one.naming) for one in opened] == [
        ("Always", "support", "inferred"),
        ("Joined that day", "support", "inferred"),
        ("Left the day after", "support", "inferred"),
    ]
    assert list(row.members.order_by("actor__name")) == opened
    assert {one.inferred_because for one in opened} == {"Member of Member States on the date of issue."}


def test_open_members_leaves_out_who_is_named_already():
    group, named, other = make.actor(), make.actor(), make.actor()
    make.member(group, named)
    make.member(group, other)
    item = make.recommendation(addressees=[group, named])

    opened = item.addressees.get(actor=group).open_members()

    assert [row.actor for row in opened] == [other]
    assert item.addressees.get(actor=named).via is None


def test_open_members_again_adds_only_new_members():
    group, first, second = make.actor(), make.actor(), make.actor()
    make.member(group, first)
    row = make.addressee(make.recommendation(), group)
    row.open_members()
    make.member(group, second)

    assert [opened.actor for opened in row.open_members()] == [second]


@pytest.mark.parametrize("who", [None, make.SOMEBODY], ids=["nobody", "no group"])
def test_open_members_of_what_has_none_is_refused(who):
    row = make.addressee(make.recommendation(), who)

    assert codes(refusal(row.open_members)) == ["no_members"]


def test_open_members_of_a_members_row_is_refused():
    union, region, state = make.actor(), make.actor(), make.actor()
    make.member(union, region)
    make.member(region, state)
    row = make.addressee(make.recommendation(), union)
    (of_region,) = row.open_members()

    assert codes(refusal(of_region.open_members)) == ["nested"]


@pytest.mark.parametrize("day", [timezone.localdate() + timedelta(days=1)])
def test_what_is_still_to_come_is_not_recorded(day):
    row = make.addressee()

    for record in (
        lambda: row.ask(on=day),
        lambda: make.respond(row, "accepted", day),
        lambda: make.assess(row, "in_progress", day),
    ):
        with pytest.raises(ValidationError, match="still to come"):
            record()

    assert (row.requested_on, row.responses.count(), row.status_changes.count()) == (None, 0, 0)


def test_item_is_not_overtaken_by_itself_and_not_assessed_before_its_issue():
    row = make.addressee()

    with pytest.raises(ValidationError, match="overtaken by itself"):
        make.assess(row, "no_longer_applicable", newer=row.recommendation, reason="")
    with pytest.raises(ValidationError, match="before the date of issue"):
        make.assess(row, "in_progress", date(2023, 11, 8))

    assert row.status_changes.count() == 0
