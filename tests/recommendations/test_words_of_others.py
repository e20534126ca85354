"""The words in which addressees' rows, actions, challenges, topics and what is recorded are asked for."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from recommendations.models import (
    Addressee,
    Challenge,
    Evidence,
    FollowUpAction,
    Gap,
    Late,
    ProgressNote,
    Proposer,
    Response,
    State,
    Status,
    StatusChange,
    Topic,
)
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = date(2024, 6, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
rows = Addressee.objects


def named(queryset) -> list[str]:
    return sorted(row.actor.name for row in queryset.select_related("actor"))


def row(name, item=None, **fields):
    return make.addressee(item or make.recommendation(f"MS2023-{rows.count() + 10}"), make.actor(name), **fields)


# Addressees' rows.


@pytest.fixture
def statuses():
    for status in Status:
        one = row(status)
        if status != Status.NOT_ASSESSED:
            make.assess(one, status, DAY)


OPEN = ["in_progress", "not_assessed", "not_started", "partly_implemented"]
CLOSED = ["closed_partly", "implemented", "no_longer_applicable", "not_implemented"]


def test_rows_are_open_or_closed(statuses):
    assert named(rows.open()) == named(rows.having_state(State.OPEN)) == OPEN
    assert named(rows.closed()) == named(rows.having_state(State.CLOSED)) == CLOSED
    assert named(rows.having_state(State.OPEN, State.CLOSED)) == sorted(OPEN + CLOSED)


def test_rows_are_assessed_unless_nothing_was_found(statuses):
    assert named(rows.assessed()) == sorted({*OPEN, *CLOSED} - {"not_assessed"})


def test_rows_have_one_of_several_statuses(statuses):
    assert named(rows.having_status("implemented", "not_started")) == ["implemented", "not_started"]


def test_leaves_are_members_instead_of_their_group():
    group = make.actor("Union")
    for name in ["France", "Germany"]:
        make.member(group, make.actor(name))
    item = make.recommendation(addressees=[group, make.actor("Eurojust")])
    assert named(rows.leaves()) == ["Eurojust", "Union"]

    item.addressees.get(actor=group).open_members()

    assert named(rows.leaves()) == ["Eurojust", "France", "Germany"]


def test_members_stand_beneath_their_group_and_leads_first():
    item = make.recommendation()
    helper, union, region, eurojust = (make.actor(name) for name in ["Helper", "Union", "Region", "Eurojust"])
    for group, names in [(region, ["Norway"]), (union, ["Austria", "Belgium"])]:
        for name in names:
            make.member(group, make.actor(name))
    make.addressee(item, helper, role="support")
    of_union, of_region = make.addressee(item, union), make.addressee(item, region)
    make.addressee(item, eurojust)
    of_region.open_members()
    of_union.open_members()

    shown = [one.actor.name for one in item.addressees.members_beneath()]

    assert shown == ["Union", "Austria", "Belgium", "Region", "Norway", "Eurojust", "Helper"]


def test_rows_have_answered_when_they_said_anything():
    row("Not asked")
    row("Silent").ask(on=DAY)
    for position in ["considering", "accepted", "not_accepted"]:
        make.respond(row(position), position)

    assert named(rows.answered()) == ["accepted", "considering", "not_accepted"]
    assert named(rows.having_response("awaiting", "accepted")) == ["Silent", "accepted"]


def test_response_late_is_said_of_the_row_that_owes_it():
    item = make.recommendation()
    for name, due, position in [
        ("Owes", BEFORE, None),
        ("Ponders", BEFORE, "considering"),
        ("Due that day", DAY, None),
        ("Answered", BEFORE, "not_accepted"),
        ("Not hurried", None, None),
    ]:
        one = row(name, item)
        one.ask(on=date(2024, 1, 1), due=due)
        if position:
            make.respond(one, position)

    assert named(rows.response_late(DAY)) == ["Owes", "Ponders"]
    assert named(rows.response_late(AFTER)) == ["Due that day", "Owes", "Ponders"]
    assert named(rows.response_late()) == ["Due that day", "Owes", "Ponders"]
    assert sorted(row.actor.name for row in rows.all() if row.is_late) == named(rows.response_late())


@pytest.fixture
def one_item():
    """One item past its date: each of its addressees is late in another way, or not."""
    item = make.recommendation(due_on=BEFORE)
    late = {name: row(name, item) for name in ["Answers late", "Acts late", "Acted", "Done", "Only late"]}
    late["Answers late"].ask(on=date(2024, 1, 1), due=BEFORE)
    make.action("MS2023-A01", published=True, answering=[item], due_on=BEFORE, responsible=late["Acts late"].actor)
    acted = {"status": "completed", "completed_on": DAY, "responsible": late["Acted"].actor}
    make.action("MS2023-A02", published=True, answering=[item], due_on=BEFORE, **acted)
    make.action("MS2023-A03", answering=[item], due_on=BEFORE, responsible=late["Only late"].actor)
    make.action("MS2023-A04", published=True, in_place=[item], due_on=BEFORE, responsible=late["Only late"].actor)
    make.respond(late["Done"], "accepted")
    make.assess(late["Done"], "implemented", evidence=[make.evidence(audience="public")])
    return item


def test_rows_are_late_with_what_is_their_own(one_item):
    assert named(rows.having_late(on=DAY)) == []
    assert named(rows.having_late(Late.RESPONSE, on=DAY)) == ["Answers late"]
    assert named(rows.having_late(Late.ACTION, on=DAY)) == ["Acts late"]
    assert named(rows.having_late(Late.RECOMMENDATION, on=DAY)) == ["Acted", "Acts late", "Answers late", "Only late"]
    assert named(rows.having_late(Late.RECOMMENDATION, on=BEFORE)) == []
    assert named(rows.having_late(Late.ACTION, Late.RESPONSE)) == ["Acts late", "Answers late"]


def test_rows_lack_what_is_their_own(one_item):
    row("Inferred", one_item, naming="inferred", inferred_because="It alone has the power.")

    assert named(rows.lacking()) == []
    assert named(rows.lacking(Gap.ACTIONS)) == ["Answers late", "Done", "Inferred", "Only late"]
    assert named(rows.lacking(Gap.RESPONSE)) == ["Acted", "Acts late", "Answers late", "Inferred", "Only late"]
    assert named(rows.lacking(Gap.EVIDENCE)) == ["Acted", "Acts late", "Answers late", "Inferred", "Only late"]
    assert named(rows.lacking(Gap.ADDRESSEE)) == ["Inferred"]
    assert named(rows.proven()) == ["Done"]


def test_nobody_named_lacks_an_addressee_in_the_text():
    nobody = make.addressee(make.recommendation(), None)

    assert list(rows.lacking(Gap.ADDRESSEE)) == [nobody]


def test_one_row_of_an_item_speaks_for_an_actor():
    union, germany, france = (make.actor(name) for name in ["Union", "Germany", "France"])
    make.member(union, germany)
    make.member(union, france)
    closed = make.recommendation("MS2023-01", addressees=[union])
    opened = make.recommendation("MS2023-02", addressees=[union])
    opened.addressees.get().open_members()
    beside = make.recommendation("MS2023-03", addressees=[union, germany])

    def told(queryset):
        return sorted((row.recommendation.reference, row.actor.name) for row in queryset)

    assert told(rows.speaking_for(germany)) == [
        (closed.reference, "Union"),
        (opened.reference, "Germany"),
        (beside.reference, "Germany"),
    ]
    assert told(rows.speaking_for(france)) == [
        (closed.reference, "Union"),
        (opened.reference, "France"),
        (beside.reference, "Union"),
    ]
    assert told(rows.speaking_for(union)) == [(item.reference, "Union") for item in (closed, opened, beside)]
    assert told(rows.speaking_for()) == []


def test_members_row_speaks_for_the_members_parts_before_the_groups_row():
    union, germany = make.actor("Union"), make.actor("Germany")
    make.member(union, germany)
    prosecutors = make.actor("Prosecutors of Germany", part_of=germany)
    item = make.recommendation(addressees=[union])
    assert named(rows.speaking_for(prosecutors)) == ["Union"]

    item.addressees.get().open_members()

    assert named(rows.speaking_for(prosecutors)) == ["Germany"]


def test_inconsistent_via_is_of_another_item_or_of_a_members_row():
    item, other = make.recommendation("MS2023-01"), make.recommendation("MS2023-02")
    group = row("Group", item)
    member = row("Member", item, via=group)
    row("Member of a member", item, via=member)
    row("Member elsewhere", other, via=group)

    assert named(rows.inconsistent_via()) == ["Member elsewhere", "Member of a member"]


# Proposers.


def test_proposers_concern_their_groups():
    network, body = make.actor(), make.actor()
    make.member(network, body)
    first = make.proposer(make.recommendation("MS2023-01"), who=network)
    second = make.proposer(make.recommendation("MS2023-02"), who=body)
    make.proposer(make.recommendation("MS2023-03"), who=make.actor())

    assert list(Proposer.objects.concerning(body).order_by("pk")) == [first, second]


# Actions.


def references(queryset):
    return sorted(queryset.values_list("reference", flat=True))


def test_actions_are_ended_or_late():
    today = timezone.localdate()
    ended = {"completed": {"completed_on": DAY}, "cancelled": {"reason": "No need."}}
    for n, (status, due) in enumerate(
        [
            ("planned", today),
            ("planned", today - timedelta(days=1)),
            ("in_progress", today - timedelta(days=1)),
            ("completed", today - timedelta(days=1)),
            ("cancelled", today - timedelta(days=1)),
            ("planned", None),
        ],
        1,
    ):
        make.action(f"MS2023-A0{n}", status=status, due_on=due, **ended.get(status, {}))

    actions = FollowUpAction.objects
    assert references(actions.ended()) == ["MS2023-A04", "MS2023-A05"]
    assert references(actions.late()) == ["MS2023-A02", "MS2023-A03"]
    assert references(actions.late(today + timedelta(days=1))) == ["MS2023-A01", "MS2023-A02", "MS2023-A03"]
    assert sorted(action.reference for action in actions.all() if action.is_late) == references(actions.late())


def test_actions_have_public_evidence_of_their_own_or_in_a_public_note():
    plain, noted, hidden, _ = (make.action(f"MS2023-A0{n}") for n in range(1, 5))
    make.evidence(audience="public", action=plain).save()
    make.evidence(audience="public", progress_note=make.note(noted, audience="public")).save()
    make.evidence(audience="network", action=hidden).save()
    make.evidence(audience="public", progress_note=make.note(hidden)).save()

    assert references(FollowUpAction.objects.proven()) == ["MS2023-A01", "MS2023-A02"]


def test_actions_are_public_by_their_own_publication():
    archived = {"publication": "archived", "published_on": DAY, "archived_on": DAY}
    for n, fields in enumerate([{}, {"publication": "in_review"}, {"published": True}, archived], 1):
        make.action(f"MS2023-A0{n}", **fields)

    assert references(FollowUpAction.objects.awaiting_review()) == ["MS2023-A02"]
    assert references(FollowUpAction.objects.published()) == ["MS2023-A03"]
    assert references(FollowUpAction.objects.readable()) == ["MS2023-A03", "MS2023-A04"]


# Challenges.


def test_challenges_are_public_with_their_meeting():
    archived = {"publication": "archived", "published_on": DAY, "archived_on": DAY}
    fields = {"D": {}, "P": {"published": True}, "A": archived}
    for code, of_meeting in fields.items():
        at = make.session(make.meeting(code, **of_meeting))
        for n, of_challenge in enumerate(fields.values(), 1):
            make.challenge(f"{code}-C0{n}", at, **of_challenge)

    assert references(Challenge.objects.published()) == ["P-C02"]
    assert references(Challenge.objects.readable()) == ["A-C02", "A-C03", "P-C02", "P-C03"]


def test_challenges_are_unanswered_without_a_published_recommendation():
    published = [make.recommendation(f"MS2023-{n}", published=True) for n in ("01", "02")]
    make.challenge("MS2023-C01", answered_by=published)
    make.challenge("MS2023-C02", answered_by=[make.recommendation("MS2023-03")])
    make.challenge("MS2023-C03")

    assert references(Challenge.objects.answered()) == ["MS2023-C01"]
    assert references(Challenge.objects.unanswered()) == ["MS2023-C02", "MS2023-C03"]
    assert references(Challenge.objects.having_answer("no")) == ["MS2023-C02", "MS2023-C03"]
    assert references(Challenge.objects.having_answer("no", "yes")) == ["MS2023-C01", "MS2023-C02", "MS2023-C03"]


def test_challenges_are_about_a_topic_and_what_is_below_it():
    law = make.topic("Law")
    below, other = make.topic("Penal law", part_of=law), make.topic("Money")
    for n, topics in enumerate([[law, below], [below], [other]], 1):
        make.challenge(f"MS2023-C0{n}", topics=topics)

    assert references(Challenge.objects.about(law)) == ["MS2023-C01", "MS2023-C02"]
    assert references(Challenge.objects.about(below, other)) == ["MS2023-C01", "MS2023-C02", "MS2023-C03"]


def test_challenges_are_in_the_order_of_the_report_newest_meeting_first():
    older = make.meeting("MS2022", published=True, starts_on=date(2022, 1, 1), ends_on=date(2022, 1, 2))
    newer = make.meeting("MS2023", published=True)
    second, first = make.session(newer, 2), make.session(newer, 1)
    make.challenge("MS2022-C01", make.session(older))
    make.challenge("MS2023-C01", second)
    make.challenge("MS2023-C02", first, order=20)
    make.challenge("MS2023-C03", first, order=10)

    found = [one.reference for one in Challenge.objects.in_report_order()]

    assert found == ["MS2023-C03", "MS2023-C02", "MS2023-C01", "MS2022-C01"]


# Topics, and what is recorded.


def test_topics_have_two_levels():
    law = make.topic("Law")
    penal = make.topic("Penal law", part_of=law)
    deeper = make.topic("Theft", part_of=penal)

    assert list(Topic.objects.main()) == [law]
    assert list(Topic.objects.inconsistent_levels()) == [deeper]


def test_notes_and_evidence_are_public_by_their_audience():
    item = make.recommendation()
    for audience in ["internal", "network", "public"]:
        make.evidence(audience, progress_note=make.note(item, audience, audience=audience), audience=audience).save()

    assert [note.text for note in ProgressNote.objects.public()] == ["public"]
    assert [proof.title for proof in Evidence.objects.public()] == ["public"]


def test_evidence_is_no_more_public_than_what_it_proves():
    item = make.recommendation()
    one = row("One", item)
    public = {"audience": "public"}
    make.respond(one, "accepted", evidence=[make.evidence("Of an internal answer", **public)])
    make.respond(one, "accepted", **public, evidence=[make.evidence("Of a public answer", **public)])
    waits = {"number": 3, "received_on": DAY, "position": "accepted", "channel": "form"}
    response = Response.objects.create(addressee=one, **waits, **public)
    make.evidence("Of an answer that waits", **public, response=response).save()
    make.evidence("Of an internal note", **public, progress_note=make.note(item)).save()
    make.evidence("Of a public note", **public, progress_note=make.note(item, **public)).save()
    make.assess(one, "implemented", evidence=[make.evidence("Of an assessment", **public)])
    make.evidence("Of an action", **public, action=make.action()).save()

    titles = sorted(proof.title for proof in Evidence.objects.public())
    assert titles == ["Of a public answer", "Of a public note", "Of an action", "Of an assessment"]


def test_answers_are_accepted_once_they_are_in_the_register():
    one = row("One")
    accepted = make.respond(one, "accepted")
    Response.objects.create(addressee=one, number=2, received_on=DAY, position="accepted", channel="form")

    assert list(Response.objects.accepted()) == [accepted]


def test_inconsistent_correction_is_of_what_was_said_of_another():
    one, other = row("One"), row("Other")
    wrong, also_wrong = make.assess(one, "in_progress"), make.assess(one, "not_started")
    fields = {"status": "not_started", "as_of": DAY, "basis": "checked"}
    one.correct(wrong, **fields)
    amiss = StatusChange.objects.create(addressee=other, number=1, corrects=also_wrong, **fields)

    assert list(StatusChange.objects.inconsistent_correction()) == [amiss]
