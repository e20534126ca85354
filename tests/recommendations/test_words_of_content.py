"""The words for what recommendations are about, whom they concern, what they lack, how they are shown."""

from datetime import date

import pytest

from recommendations.models import Gap, Instrument, Recommendation
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = date(2024, 6, 1)
every = Recommendation.objects


def found(queryset) -> list[str]:
    return sorted(queryset.values_list("reference", flat=True))


# What is missing.


def test_without_actions_counts_published_actions_in_answer_alone():
    items = [make.recommendation(f"MS2023-0{n}") for n in range(1, 5)]
    make.action("MS2023-A01", published=True, answering=[items[0]])
    make.action("MS2023-A02", answering=[items[1]])
    make.action("MS2023-A03", published=True, in_place=[items[2]])

    assert found(every.lacking(Gap.ACTIONS)) == ["MS2023-02", "MS2023-03", "MS2023-04"]


def test_without_response_means_that_no_addressee_answered():
    for n, deed in enumerate(
        [lambda row: None, lambda row: row.ask(on=DAY), lambda row: make.respond(row, "considering")]
    ):
        item = make.recommendation(f"MS2023-0{n + 1}", addressees=[make.actor(), make.actor()])
        deed(item.addressees.first())

    assert found(every.lacking(Gap.RESPONSE)) == ["MS2023-01", "MS2023-02"]


def proven(audience, **owner):
    make.evidence(audience=audience, **owner).save()


def by_assessment(item, audience):
    make.assess(make.addressee(item), "implemented", evidence=[make.evidence(audience=audience)])


def by_corrected_assessment(item, audience):
    row = make.addressee(item)
    wrong = make.assess(row, "implemented", evidence=[make.evidence(audience=audience)])
    row.correct(wrong, status="not_assessed", as_of=DAY, basis="checked")


def by_answer(item, audience, readers="public"):
    make.respond(make.addressee(item), "accepted", audience=readers, evidence=[make.evidence(audience=audience)])


def by_note_on_addressee(item, audience, readers="public"):
    proven(audience, progress_note=make.note(make.addressee(item), audience=readers))


def by_note_on_item(item, audience, readers="public"):
    proven(audience, progress_note=make.note(item, audience=readers))


def by_action(item, audience, **fields):
    number = item.reference[-2:]
    proven(audience, action=make.action(f"MS2023-A{number}", **{"published": True, "answering": [item]} | fields))


def by_note_on_action(item, audience, readers="public"):
    action = make.action(f"MS2023-A{item.reference[-2:]}", published=True, answering=[item])
    proven(audience, progress_note=make.note(action, audience=readers))


PROOFS = [by_assessment, by_answer, by_note_on_addressee, by_note_on_item, by_action, by_note_on_action]
NO_PROOFS = [
    lambda item, _: None,
    by_corrected_assessment,
    lambda item, audience: by_answer(item, audience, readers="network"),
    lambda item, audience: by_note_on_addressee(item, audience, readers="internal"),
    lambda item, audience: by_note_on_item(item, audience, readers="network"),
    lambda item, audience: by_note_on_action(item, audience, readers="internal"),
    lambda item, audience: by_action(item, audience, published=False),
    lambda item, audience: by_action(item, audience, answering=[], in_place=[item]),
]


@pytest.mark.parametrize("proof", PROOFS)
def test_without_evidence_leaves_out_what_has_public_evidence(proof):
    proof(make.recommendation(), "public")

    assert found(every.lacking(Gap.EVIDENCE)) == []


@pytest.mark.parametrize("proof", PROOFS)
@pytest.mark.parametrize("audience", ["network", "internal"])
def test_without_evidence_does_not_count_what_the_public_may_not_read(proof, audience):
    proof(make.recommendation(), audience)

    assert found(every.lacking(Gap.EVIDENCE)) == ["MS2023-01"]


@pytest.mark.parametrize("no_proof", NO_PROOFS)
def test_without_evidence_does_not_count_public_evidence_of_what_is_not_public_or_not_its_own(no_proof):
    no_proof(make.recommendation(), "public")

    assert found(every.lacking(Gap.EVIDENCE)) == ["MS2023-01"]


def test_without_addressee_means_that_the_text_names_nobody():
    make.recommendation("MS2023-01")
    make.recommendation("MS2023-02", addressees=[None])
    inferred = make.recommendation("MS2023-03")
    make.addressee(inferred, naming="inferred", inferred_because="It alone has the power.")
    make.recommendation("MS2023-04", addressees=[make.actor()])

    assert found(every.lacking(Gap.ADDRESSEE)) == ["MS2023-01", "MS2023-02", "MS2023-03"]


def test_lacking_takes_any_of_the_gaps():
    named = make.recommendation("MS2023-01", addressees=[make.actor()])
    make.action(published=True, answering=[named])
    make.respond(named.addressees.get(), "accepted", audience="public", evidence=[make.evidence(audience="public")])
    answered = make.recommendation("MS2023-02", addressees=[make.actor()])
    make.respond(answered.addressees.get(), "accepted")
    unnamed = make.recommendation("MS2023-03")
    make.action("MS2023-A02", published=True, answering=[unnamed])

    assert found(every.lacking()) == []
    assert found(every.lacking(*Gap)) == ["MS2023-02", "MS2023-03"]
    assert found(every.lacking(Gap.ACTIONS)) == ["MS2023-02"]
    assert found(every.lacking(Gap.RESPONSE)) == ["MS2023-03"]
    assert found(every.lacking(Gap.EVIDENCE)) == ["MS2023-02", "MS2023-03"]
    assert found(every.lacking(Gap.ADDRESSEE)) == ["MS2023-03"]
    assert found(every.lacking(Gap.ADDRESSEE, Gap.ACTIONS)) == ["MS2023-02", "MS2023-03"]


# Whom it concerns, what it is about. Who concerns whom is told in tests/actors/test_concern.py.


def test_concerning_finds_items_of_a_group_while_its_member_is_one():
    union, germany, france, britain = (make.actor(name) for name in ["Union", "Germany", "France", "Britain"])
    make.member(union, germany)
    make.member(union, france)
    make.member(union, britain, until=date(2020, 2, 1))
    make.recommendation("MS2023-01", addressees=[union])
    make.recommendation("MS2023-02", addressees=[france])
    make.recommendation("MS2023-03", addressees=[germany])
    make.recommendation("MS2019-01", addressees=[union], issued_on=date(2020, 1, 31))
    make.recommendation("MS2020-01", addressees=[union], issued_on=date(2020, 2, 1))
    make.recommendation("MS2023-04", addressees=[None])

    assert found(every.concerning(germany)) == ["MS2019-01", "MS2020-01", "MS2023-01", "MS2023-03"]
    assert found(every.concerning(britain)) == ["MS2019-01"]
    assert found(every.concerning(france, britain)) == ["MS2019-01", "MS2020-01", "MS2023-01", "MS2023-02"]
    assert found(every.concerning(union)) == ["MS2019-01", "MS2020-01", "MS2023-01", "MS2023-02", "MS2023-03"]
    assert found(every.concerning()) == []


def test_concerning_begins_with_the_day_on_which_a_member_joined():
    union, croatia = make.actor("Union"), make.actor("Croatia")
    make.member(union, croatia, since=date(2013, 7, 1))
    make.recommendation("MS2012-01", addressees=[union], issued_on=date(2013, 6, 30))
    make.recommendation("MS2013-01", addressees=[union], issued_on=date(2013, 7, 1))

    assert found(every.concerning(croatia)) == ["MS2013-01"]


def test_proposed_by_is_another_thing_than_addressed_to():
    network, body, other = make.actor(), make.actor(), make.actor()
    make.member(network, body)
    make.proposer(make.recommendation("MS2023-01", addressees=[other]), who=network)
    make.proposer(make.recommendation("MS2023-02", addressees=[body]), who=other)
    make.proposer(make.recommendation("MS2023-03", addressees=[body]), who=None)

    assert found(every.proposed_by(body)) == ["MS2023-01"]
    assert found(every.proposed_by(body, other)) == ["MS2023-01", "MS2023-02"]


def test_about_finds_a_topic_and_those_below_it_once():
    law = make.topic("Law")
    penal, civil = make.topic("Penal law", part_of=law), make.topic("Civil law", part_of=law)
    make.recommendation("MS2023-01", topics=[law, penal])
    make.recommendation("MS2023-02", topics=[penal, civil])
    make.recommendation("MS2023-03", topics=[make.topic("Money")])
    make.recommendation("MS2023-04")

    assert found(every.about(law)) == ["MS2023-01", "MS2023-02"]
    assert found(every.about(civil)) == ["MS2023-02"]


def test_under_finds_what_speaks_of_one_of_the_instruments():
    untoc, uncac, other = (
        Instrument.objects.create(slug=name, short_name=name, title=name) for name in ["untoc", "uncac", "other"]
    )
    make.recommendation("MS2023-01").instruments.set([untoc, uncac])
    make.recommendation("MS2023-02").instruments.set([uncac])
    make.recommendation("MS2023-03").instruments.set([other])

    assert found(every.under(untoc)) == ["MS2023-01"]
    assert found(every.under(untoc, uncac)) == ["MS2023-01", "MS2023-02"]


def test_among_finds_the_items_of_given_rows_once():
    item = make.recommendation("MS2023-01", addressees=[make.actor(), make.actor()])
    make.recommendation("MS2023-02", addressees=[make.actor()])

    assert found(every.among(item.addressees.all())) == ["MS2023-01"]
    assert found(every.among(item.addressees.none())) == []


def test_matching_asks_the_search_document():
    make.recommendation("MS2023-01", published=True, headline="Train the judges")
    make.recommendation("MS2023-02", published=True, headline="Train the guards")
    make.recommendation("MS2023-03", headline="Train the judges, a draft")

    assert found(every.matching("judge")) == ["MS2023-01"]


# How it is shown.


def test_report_order_is_newest_meeting_first_then_as_the_report_has_it():
    old, new = make.meeting("MS2022", starts_on=date(2022, 5, 1)), make.meeting("MS2023", starts_on=date(2023, 5, 1))
    late, early = make.session(new, 2), make.session(new, 0)
    make.recommendation("MS2022-01", make.session(old, 0), order=1)
    make.recommendation("MS2023-01", late, order=1)
    make.recommendation("MS2023-02", early, order=20)
    make.recommendation("MS2023-03", early, order=3)
    make.recommendation("MS2023-04", early, order=20)

    assert [item.reference for item in every.in_report_order()] == [
        "MS2023-03",
        "MS2023-02",
        "MS2023-04",
        "MS2023-01",
        "MS2022-01",
    ]


def test_progress_counts_who_is_assessed_and_members_instead_of_their_group():
    group = make.actor()
    for _ in range(3):
        make.member(group, make.actor())
    make.recommendation("MS2023-01", addressees=[])
    make.recommendation("MS2023-02", addressees=[None])
    two = make.recommendation("MS2023-03", addressees=[make.actor(), make.actor()])
    make.assess(two.addressees.first(), "in_progress")
    opened = make.recommendation("MS2023-04", addressees=[group, make.actor()])
    rows = opened.addressees.get(actor=group).open_members()
    for row in rows[:2]:
        make.assess(row, "implemented")

    progress = every.with_progress().values_list("reference", "assessed", "leaves").order_by("reference")

    assert list(progress) == [("MS2023-01", 0, 0), ("MS2023-02", 0, 1), ("MS2023-03", 1, 2), ("MS2023-04", 2, 4)]


@pytest.mark.parametrize("rows", [1, 3])
def test_for_display_reads_all_that_a_row_prints_in_three_queries(django_assert_num_queries, rows):
    for n in range(rows):
        item = make.recommendation(f"MS2023-0{n}", addressees=[make.actor("Eurojust", slug=f"e{n}")])
        make.proposer(item, "the chair")

    with django_assert_num_queries(3):
        printed = [
            (
                item.meeting.code,
                item.session.number,
                item.part_of,
                [row.name for row in item.addressees.all()],
                [proposer.in_whose_words for proposer in item.proposers.all()],
                (item.assessed, item.leaves),
            )
            for item in every.for_display()
        ]

    assert printed == [("MS2023", 1, None, ["Eurojust"], ["the chair"], (0, 1))] * rows


# What no row can know of itself. Each unsound item has a sound neighbour.


def test_inconsistent_reference_begins_with_another_meeting_or_whole():
    at = make.session()
    whole = make.recommendation("MS2023-01", at)
    make.recommendation("MS2024-02", at)
    make.recommendation("MS20231-03", at)
    make.recommendation("MS2023-01.1", part_of=whole)
    make.recommendation("MS2023-02.1", part_of=whole)

    assert found(every.inconsistent_reference()) == ["MS2023-02.1", "MS20231-03", "MS2024-02"]


def test_inconsistent_parts_are_parts_of_parts_or_stand_in_another_session():
    whole = make.recommendation("MS2023-01")
    part = make.recommendation("MS2023-01.1", part_of=whole)
    make.recommendation("MS2023-01.2", make.session(whole.meeting, 5), part_of=whole)
    make.recommendation("MS2023-01.3", part_of=part)

    assert found(every.inconsistent_parts()) == ["MS2023-01.2", "MS2023-01.3"]


def test_inconsistent_restatement_is_of_another_meeting_or_of_a_restatement():
    lead = make.recommendation("MS2023-01")
    again = make.recommendation("MS2023-02", make.session(lead.meeting, 2), restates=lead)
    make.recommendation("MS2023-03", restates=again)
    make.recommendation("MS2024-01", make.session(make.meeting("MS2024")), restates=lead)

    assert found(every.inconsistent_restatement()) == ["MS2023-03", "MS2024-01"]


def test_inconsistent_heading_has_addressees_of_its_own():
    for reference, addressees in [("MS2023-01", [None]), ("MS2023-02", [])]:
        whole = make.recommendation(reference, addressees=addressees)
        make.recommendation(f"{reference}.1", part_of=whole, addressees=[None])

    assert found(every.inconsistent_heading()) == ["MS2023-01"]


def test_inconsistent_issue_is_before_the_meeting_began():
    at = make.session(make.meeting(starts_on=DAY))
    make.recommendation("MS2023-01", at, issued_on=DAY)
    make.recommendation("MS2023-02", at, issued_on=date(2024, 5, 31))

    assert found(every.inconsistent_issue()) == ["MS2023-02"]


# Where and in which form it was said.


def test_words_for_where_and_when_it_was_said():
    early = make.session(make.meeting("MS2022", starts_on=date(2022, 5, 1), series=make.series("Spring")), 1)
    first, second = make.session(make.meeting("MS2023"), 1), None
    second = make.session(first.meeting, 2)
    make.recommendation("MS2022-01", early, priority=True)
    make.recommendation("MS2023-01", first)
    make.recommendation("MS2023-02", second, issued_on=date(2024, 1, 1))

    assert found(every.of_series(early.meeting.series)) == ["MS2022-01"]
    assert found(every.of_meetings(first.meeting)) == ["MS2023-01", "MS2023-02"]
    assert found(every.of_sessions(early, second)) == ["MS2022-01", "MS2023-02"]
    assert found(every.issued_in(2022, 2024)) == ["MS2022-01", "MS2023-02"]
    assert found(every.issued_since(date(2023, 11, 9))) == ["MS2023-01", "MS2023-02"]
    assert found(every.issued_until(date(2023, 11, 9))) == ["MS2022-01", "MS2023-01"]
    assert found(every.prioritised()) == ["MS2022-01"]


def test_words_for_the_form_in_which_it_was_said():
    make.recommendation("MS2023-01", kind="call", standing="speaker", asks_for="training")
    make.recommendation("MS2023-02", kind="request", standing="workshop", asks_for="legislation")
    make.recommendation("MS2023-03", kind="proposal", standing="statement", asks_for="other")

    assert found(every.of_kind("call", "request")) == ["MS2023-01", "MS2023-02"]
    assert found(every.of_standing("workshop", "statement")) == ["MS2023-02", "MS2023-03"]
    assert found(every.asking_for("training")) == ["MS2023-01"]
