"""Search: the document that triggers keep of what is public."""

import pytest

from actors.models import ActorAlias
from meetings.models import Session
from recommendations.models import Recommendation, SearchDocument
from tests import factories as make

pytestmark = pytest.mark.django_db

every = Recommendation.objects


def found(text) -> list[str]:
    return sorted(every.matching(text).values_list("reference", flat=True))


def item(reference="MS2023-01", **fields):
    return make.recommendation(reference, published=True, **fields)


def write(thing, **fields):
    """A write that goes through nothing but the database."""
    type(thing).objects.filter(pk=thing.pk).update(**fields)


# What the document holds, and how it follows.


@pytest.mark.parametrize("field", ["headline", "text", "official_wording", "position"])
def test_text_is_found_as_it_is_and_no_longer_as_it_was(field):
    one = item(**{field: "Appoint magistrates"})
    assert found("magistrates") == ["MS2023-01"]

    write(one, **{field: "Appoint prosecutors"})

    assert (found("magistrates"), found("prosecutors")) == ([], ["MS2023-01"])


def test_reference_is_found():
    item()
    item("MS2023-02")

    assert found("MS2023-02") == ["MS2023-02"]


def test_parts_are_found_with_their_whole_and_the_whole_with_its_parts():
    whole = item(headline="Strengthen the units")
    item("MS2023-01.1", part_of=whole, headline="Train the investigators")
    item("MS2023-01.2", part_of=whole, headline="Buy the laboratories")

    assert found("investigators") == ["MS2023-01", "MS2023-01.1"]
    assert found("strengthen") == ["MS2023-01", "MS2023-01.1", "MS2023-01.2"]


def test_part_follows_the_text_of_its_whole_and_the_whole_that_of_its_part():
    whole = item()
    part = item("MS2023-01.1", part_of=whole)

    write(whole, text="Laboratories")
    write(part, text="Magistrates")

    assert found("laboratories") == found("magistrates") == ["MS2023-01", "MS2023-01.1"]


def test_part_that_leaves_its_whole_is_no_longer_found_there():
    whole, other = item(), item("MS2023-02")
    part = item("MS2023-01.1", part_of=whole, text="Magistrates")

    write(part, part_of=other)

    assert found("magistrates") == ["MS2023-01.1", "MS2023-02"]


def test_restatement_brings_its_words_to_the_lead_until_it_leaves():
    lead = item()
    again = item("MS2023-02", restates=lead, text="Magistrates")
    assert found("magistrates") == ["MS2023-01", "MS2023-02"]

    write(again, text="Prosecutors")
    assert (found("magistrates"), found("prosecutors")) == ([], ["MS2023-01", "MS2023-02"])

    write(again, restates=None)
    assert found("prosecutors") == ["MS2023-02"]


def test_proposer_is_found_in_whose_words_by_name_and_alias():
    ghana = make.country("Ghana", "GH", acronym="GHA")
    ActorAlias.objects.create(actor=ghana, name="Gold Coast")
    proposer = make.proposer(item(), "a magistrate from Accra", ghana)
    assert [found(text) for text in ["accra", "ghana", "GHA", "gold coast"]] == [["MS2023-01"]] * 4

    write(proposer, in_whose_words="a judge", actor=None)
    assert [found(text) for text in ["accra", "ghana", "GHA", "gold coast"]] == [[]] * 4
    assert found("judge") == ["MS2023-01"]

    proposer.delete()
    assert found("judge") == []


def test_addressee_is_found_by_its_names_as_they_are_now():
    europol = make.actor("European Police Office", acronym="EPO")
    item(addressees=[europol])
    alias = ActorAlias.objects.create(actor=europol, name="Polizeiamt")
    assert [found(text) for text in ["police office", "EPO", "polizeiamt"]] == [["MS2023-01"]] * 3

    write(europol, name="Agency for Cooperation", acronym="Europol")
    write(alias, name="Politiedienst")

    assert [found(text) for text in ["police office", "EPO", "polizeiamt"]] == [[]] * 3
    assert [found(text) for text in ["agency", "europol", "politiedienst"]] == [["MS2023-01"]] * 3


def test_addressee_that_comes_goes_or_passes_to_another_item_takes_its_names_along():
    one, other = item(), item("MS2023-02")
    row = make.addressee(one, make.actor("Europol"))
    assert found("europol") == ["MS2023-01"]

    write(row, recommendation=other)
    assert found("europol") == ["MS2023-02"]

    row.delete()
    assert found("europol") == []


def test_alias_that_goes_or_passes_to_another_actor_takes_its_items_along():
    one, other = make.actor("One"), make.actor("Other")
    alias = ActorAlias.objects.create(actor=one, name="Polizeiamt")
    item("MS2023-01", addressees=[one])
    item("MS2023-02", addressees=[other])

    write(alias, actor=other)
    assert found("polizeiamt") == ["MS2023-02"]

    alias.delete()
    assert found("polizeiamt") == []


@pytest.mark.parametrize(
    "phrase",
    ["units train", "team first", "last bullet", "investigators buy", "judge ghana", "council court"],
)
def test_phrase_does_not_reach_from_one_text_into_the_next(phrase):
    court = make.actor("Court", acronym="Last")
    whole = item(
        headline="Strengthen the units", text="Train a team", official_wording="First and last", position="bullet 1"
    )
    item("MS2023-01.1", part_of=whole, headline="Train the investigators", text="Buy the laboratories")
    for words, who in [("a judge", make.country("Ghana", "GH")), ("the council", court)]:
        make.proposer(whole, words, who)

    assert found(f'"{phrase}"') == []


def test_assessment_leaves_the_document_as_it_is():
    row = item(addressees=[make.actor("Europol")]).addressees.get()
    before = SearchDocument.objects.values().get()

    make.assess(row, "in_progress")

    assert SearchDocument.objects.values().get() == before


# Public sources only.


def test_item_is_found_while_it_is_published_and_its_meeting_is():
    of = make.meeting()
    one = make.recommendation("MS2023-01", make.session(of), addressees=[None])
    shown = [found("MS2023")]

    for verb in (one.publish, of.publish, one.archive):
        verb()
        shown.append(found("MS2023"))

    assert shown == [[], [], ["MS2023-01"], []]


def test_item_is_lost_with_its_meeting():
    at = make.session(make.meeting(published=True))
    make.recommendation("MS2023-01", at, published=True)

    at.meeting.archive()

    assert list(SearchDocument.objects.all()) == []


def test_items_follow_their_session_to_another_meeting():
    shown, hidden = make.meeting("MS2023", published=True), make.meeting("MS2024")
    at = make.session(shown)
    make.recommendation("MS2023-01", at, published=True)

    write(at, meeting=hidden)
    assert found("MS2023") == []

    Session.objects.update(meeting=shown)
    assert found("MS2023") == ["MS2023-01"]


def test_part_is_found_while_its_whole_is_published():
    whole = make.recommendation()
    make.recommendation("MS2023-01.1", part_of=whole, published=True, text="Magistrates", addressees=[None])
    assert found("magistrates") == []

    whole.publish()
    assert found("magistrates") == ["MS2023-01", "MS2023-01.1"]

    whole.archive()
    assert found("magistrates") == []


def test_words_of_what_is_not_published_find_nothing_beside_it():
    whole, lead = item(), item("MS2023-02")
    part = item("MS2023-01.1", part_of=whole, text="Magistrates")
    again = item("MS2023-03", restates=lead, text="Prosecutors")
    assert found("magistrates") == ["MS2023-01", "MS2023-01.1"]
    assert found("prosecutors") == ["MS2023-02", "MS2023-03"]

    part.archive()
    again.archive()

    assert (found("magistrates"), found("prosecutors")) == ([], [])


def test_words_of_a_part_whose_whole_is_archived_find_nothing_at_the_item_that_it_restates():
    lead, whole = item(), item("MS2023-02")
    item("MS2023-02.1", part_of=whole, restates=lead, text="Magistrates")
    assert found("magistrates") == ["MS2023-01", "MS2023-02", "MS2023-02.1"]

    whole.archive()

    assert found("magistrates") == []


def test_draft_that_is_deleted_leaves_no_words():
    whole = item()
    draft = make.recommendation("MS2023-01.1", part_of=whole, text="Magistrates", addressees=[make.actor()])

    draft.delete()

    assert list(SearchDocument.objects.values_list("recommendation__reference", flat=True)) == ["MS2023-01"]
