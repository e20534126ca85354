"""The page of an item: what it tells, in which order, and what it keeps to itself."""

import gzip
import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from meetings.models import Audience, Document
from recommendations.models import Instrument, Recommendation, RecommendationLink, ResponsePosition, Status
from tests.factories import (
    action,
    actor,
    addressee,
    assess,
    challenge,
    country,
    evidence,
    meeting,
    member,
    note,
    recommendation,
    respond,
    session,
    topic,
)

pytestmark = pytest.mark.django_db

PUBLIC = Audience.PUBLIC
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def item():
    return recommendation("MS2023-01", published=True, addressees=[actor("Court")])


def read(part: str) -> str:
    """A part of a page as a reader reads it."""
    return " ".join(unescape(strip_tags(re.sub(r"<(br|/?(td|th|p|dt|dd|summary)\b)", r" <\1", part))).split())


def section(client, item, name: str) -> str:
    """A section of the item's page."""
    page = client.get(item.get_absolute_url()).content.decode()
    found = re.search(rf'<section aria-labelledby="{name}">(.*?)</section>', page, re.S)
    return read(found[1]) if found else ""


def head(client, item) -> str:
    """What stands above the sections."""
    page = client.get(item.get_absolute_url()).content.decode()
    return read(re.search(r"<article[^>]*>(.*?)<section", page, re.S)[1])


def said(year: int, *, published: bool = True, **fields) -> Recommendation:
    day = date(year, 5, 1)
    at = session(meeting(f"M{year}", published=True, starts_on=day, ends_on=day))
    return recommendation(f"M{year}-01", at, published=published, **fields)


# In which order, and how it is said.


def test_sections_stand_in_their_order(client, item):
    recommendation("MS2023-02", restates=item, published=True)
    action("MS2023-A01", published=True, answering=[item])
    action("MS2023-A02", published=True, in_place=[item])
    challenge(published=True, answered_by=[item])
    RecommendationLink.objects.create(later=said(2024), kind="repeats", earlier=item)
    RecommendationLink.objects.create(later=said(2025), kind="related", earlier=item)

    page = client.get(item.get_absolute_url()).content.decode()

    assert re.findall(r'<section aria-labelledby="([a-z]+)"', page) == [
        *["said", "who", "done", "before", "again", "thread", "related", "challenges", "cite", "history"]
    ]
    assert re.findall(r'<h2 id="([a-z]+)"', page) == re.findall(r'<section aria-labelledby="([a-z]+)"', page)


def test_status_says_its_definition_as_of_and_on_which_basis(client, item):
    assess(item.addressees.get(), Status.IN_PROGRESS, date(2024, 5, 2), basis="document")

    assert head(client, item) == (
        "MS2023-01 Recommendation · Statement in a session Do what MS2023-01 says In progress · as of 2 May 2024 "
        "Open. Work is under way; for a continuous item: it is being applied. "
        "Basis of the latest assessment: Published document."
    )


def test_page_tells_where_the_words_of_the_report_are_until_they_are_loaded(client, item):
    item.session.disclaimer, item.session.page = "No view of the organiser.", 7
    item.session.save()
    Document.objects.create(meeting=item.meeting, kind="outcome_report", title="The report", doi="10.2812/788806")

    before = section(client, item, "said")
    Recommendation.objects.update(official_wording="Somebody ought to do it.", page=8)
    after = section(client, item, "said")

    own = "What was said What MS2023-01 asks for, in the register's words. In the register's words. "
    assert before.startswith(
        f"{own}To be read in the report's own words there: 1. Session 1, bullet 1, sentence 1 "
        "(the section begins on page 7); The report (DOI 10.2812/788806) No view of the organiser. Where"
    )
    assert after.startswith(
        f"{own}Somebody ought to do it. In the report's words: 1. Session 1, bullet 1, sentence 1, page 8; "
        "The report (DOI 10.2812/788806) No view of the organiser. Where"
    )


def test_what_is_late_says_since_when(client, item):
    Recommendation.objects.update(due_on=date(2024, 12, 31))
    item.addressees.get().ask(on=date(2024, 1, 15), due=date(2024, 6, 30))
    action("MS2023-A01", published=True, answering=[item], due_on=date(2025, 7, 31), due_precision="month")

    assert "Recommendation late: it was to be done by 31 Dec 2024" in head(client, item)
    assert "Response late: it was due 30 Jun 2024" in section(client, item, "who")
    assert "Action late: it was due July 2025" in section(client, item, "done")


def test_what_is_not_late_is_not_called_so(client, item):
    tomorrow = timezone.localdate() + timedelta(days=1)
    Recommendation.objects.update(due_on=tomorrow)
    item.addressees.get().ask(on=YESTERDAY, due=tomorrow)
    action("MS2023-A01", published=True, answering=[item])

    page = client.get(item.get_absolute_url()).content.decode()

    assert [word for word in ("Recommendation late", "Response late", "Action late") if word in page] == []


def test_group_is_shown_with_its_members_beneath(client, item):
    states = actor("States")
    for name, code in [("Austria", "AT"), ("Belgium", "BE"), ("Cyprus", "CY")]:
        member(states, country(name, code))
    addressee(item, states).open_members()
    assess(item.addressees.get(actor__name="Belgium"), Status.NOT_STARTED, date(2024, 5, 2))

    rows = client.get(item.get_absolute_url()).context["addressees"]

    assert [(row.name, row.assessed, [one.name for one in row.beneath]) for row in rows] == [
        ("Court", 0, []),
        ("States", 1, ["Austria", "Belgium", "Cyprus"]),
    ]
    assert section(client, item, "who") == (
        "Who should act Addressee Named Response Assessed "
        "Court Stated in the text No response requested Not assessed "
        "States Stated in the text No response requested Not assessed 1 of 3 assessed as of 2 May 2024 "
        "3 members of States Inferred by the register, each for this reason: Member of States on the date of issue. "
        "Addressee Response Assessed Austria No response requested Not assessed "
        "Belgium No response requested Not started as of 2 May 2024 Cyprus No response requested Not assessed"
    )


def test_empty_follow_up_says_what_is_so(client, item):
    assert section(client, item, "done") == (
        "Done since No follow-up action is recorded yet. That is not to say that none was taken."
    )
    assert section(client, item, "history") == (
        "History No note, answer or assessment is recorded since it was issued on 9 Nov 2023. "
        "That says nothing about what was done."
    )
    assert section(client, item, "thread") == ""


def test_history_says_corrections_plainly(client, item):
    row = item.addressees.get()
    wrong = assess(row, Status.NOT_STARTED, date(2024, 5, 2), reason="Nothing was heard.")
    row.correct(wrong, status=Status.IN_PROGRESS, as_of=date(2024, 5, 3), basis="document", reason="It had begun.")

    assert section(client, item, "history") == (
        "History As of 3 May 2024 · Correction · Court · Published document "
        "In progress "
        "Corrects the entry “Not started” as of 2 May 2024, which was wrong. It had begun. "
        "As of 2 May 2024 · Assessment · Court · Checked by the secretariat "
        "Not assessed → became Not started "
        "This entry was wrong and does not count; the entry “In progress” as of 3 May 2024 corrects it. "
        "Nothing was heard."
    )


def test_history_tells_the_correction_of_a_closing_as_such_and_not_as_a_relapse(client, item):
    row = item.addressees.get()
    wrong = assess(row, Status.IMPLEMENTED, date(2024, 5, 2))
    row.correct(wrong, status=Status.IN_PROGRESS, as_of=date(2024, 5, 3), basis="document")

    assert "Implemented → became In progress" not in section(client, item, "history")
    assert "Correction · Court · Published document In progress Corrects the entry “Implemented”" in section(
        client, item, "history"
    )


# The thread through the years.


def test_thread_shows_each_stop_and_marks_the_current_one(client):
    first, last = said(2019, text="Share data soon."), said(2023, text="Share data now.", addressees=[None])
    RecommendationLink.objects.create(later=last, kind="updates", earlier=first)

    page = client.get(last.get_absolute_url()).content.decode()

    assert section(client, last, "thread") == (
        "The thread through the years "
        "2019 · Meeting M2019 M2019-01 Do what M2019-01 says Not assessed "
        "2023 · Meeting M2023 M2023-01 Do what M2023-01 says (this one) Not assessed Updates M2019-01 "
        "What changed in the wording since M2019-01 "
        "Share data taken out: soon. (end) put in: now. (end) In the register's words."
    )
    assert page.count('<li aria-current="true">') == 1
    assert head(client, last).endswith("Asked since 2019. The thread through the years")
    assert "Asked since" not in head(client, first)


def test_item_that_was_superseded_says_by_what(client):
    first, last = said(2019), said(2023)
    RecommendationLink.objects.create(later=last, kind="supersedes", earlier=first)

    assert head(client, first).endswith("Superseded by M2023-01 Do what M2023-01 says.")


def test_draft_in_a_thread_leaves_the_page_as_if_it_were_not_there(client):
    first, last = said(2019), said(2023)
    direct = RecommendationLink.objects.create(later=last, kind="repeats", earlier=first)
    without = [client.get(one.get_absolute_url()).content for one in (first, last)]
    direct.delete()
    draft = said(2021, published=False, headline="Draft-headline", text="Draft-text")
    RecommendationLink.objects.create(later=draft, kind="repeats", earlier=first)
    RecommendationLink.objects.create(later=last, kind="repeats", earlier=draft)
    RecommendationLink.objects.create(later=recommendation("M2023-02", last.session), kind="related", earlier=first)

    assert [client.get(one.get_absolute_url()).content for one in (first, last)] == without
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_archived_stop_is_in_the_thread_of_archived_items_alone(client):
    first, middle, last = said(2019), said(2021), said(2023)
    RecommendationLink.objects.create(later=middle, kind="repeats", earlier=first)
    RecommendationLink.objects.create(later=last, kind="repeats", earlier=middle)
    first.archive()
    middle.archive()

    stops = {
        one.reference: [stop.item.reference for stop in client.get(one.get_absolute_url()).context["thread"].stops]
        for one in (first, middle, last)
    }

    whole = ["M2019-01", "M2021-01", "M2023-01"]
    assert stops == {"M2019-01": whole, "M2021-01": whole, "M2023-01": []}


# What it keeps to itself.


@pytest.mark.parametrize("audience", [Audience.NETWORK, Audience.INTERNAL])
def test_history_tells_that_an_answer_came_and_no_more(client, item, audience):
    row = item.addressees.get()
    proof = [evidence("Hidden-proof", audience=PUBLIC)]
    said = {"text": "Hidden-text", "claims": Status.IMPLEMENTED, "audience": audience, "evidence": proof}
    respond(row, ResponsePosition.PARTLY_ACCEPTED, date(2024, 5, 2), **said)
    note(item, "Hidden-note", audience=audience)
    note(row, "Hidden-note", audience=audience)
    note(action("MS2023-A01", published=True, answering=[item]), "Hidden-note", audience=audience)

    assert section(client, item, "history") == (
        "History 2 May 2024 · Answer · Court Partly accepted The text of the answer is not public."
    )
    assert "reported" not in section(client, item, "who")
    assert "Hidden" not in client.get(item.get_absolute_url()).content.decode()


def test_what_an_addressee_reported_in_public_stands_beside_what_was_assessed(client, item):
    row = item.addressees.get()
    respond(row, ResponsePosition.ACCEPTED, date(2024, 5, 2), claims=Status.IMPLEMENTED, audience=PUBLIC)
    assess(row, Status.IN_PROGRESS, date(2024, 6, 2))

    assert section(client, item, "who").endswith(
        "Court Stated in the text Accepted reported “Implemented” on 2 May 2024 In progress as of 2 Jun 2024"
    )


def test_draft_action_and_the_notes_on_it_are_not_told(client, item):
    note(action("MS2023-A01", answering=[item]), "Hidden-note", audience=PUBLIC)
    note(action("MS2023-A02", published=True, in_place=[item]), "Of before", audience=PUBLIC)

    assert section(client, item, "history").startswith("History No note")


# What it costs.


def asked_again(n: int) -> Recommendation:
    """An item that was asked in each of the n years before it, in words of its own each time."""
    earlier = None
    for year in range(2023 - n, 2024):
        text = f"Share the data of {year} {'with those who can use them and say when ' * 8} by {year + 1}."
        item = said(year, text=text, addressees=[actor("Court") if year == 2023 else None])
        if earlier:
            RecommendationLink.objects.create(later=item, kind="repeats", earlier=earlier)
        earlier = item
    return item


@pytest.mark.parametrize("n", [1, 12])
def test_thread_costs_the_same_however_long(client, n):
    item = asked_again(n)

    with CaptureQueriesContext(connection) as queries:
        page = client.get(item.get_absolute_url())

    assert len(page.context["thread"].stops) == n + 1
    assert len(queries) == 10


def test_page_of_a_group_of_27_over_12_years_is_small(client):
    item = asked_again(12)
    states = actor("States")
    for n in range(27):
        member(states, country(f"A country with a name {n}", f"A{chr(65 + n % 26)}"))
    rows = addressee(item, states).open_members()
    for row in rows[:10]:
        assess(row, Status.IN_PROGRESS, reason="The law was changed in part, and the rest is being discussed.")

    page = client.get(item.get_absolute_url()).content

    assert len(page) < 60_000
    assert len(gzip.compress(page)) < 15_000


# The words behind it.


def test_near_are_its_whole_its_parts_what_it_restates_and_what_restates_it():
    whole, lead, other = (recommendation(f"MS2023-0{n}") for n in (1, 2, 3))
    part = recommendation("MS2023-01.1", part_of=whole, restates=lead)
    sibling = recommendation("MS2023-01.2", part_of=whole)
    near = {
        one.reference: [found.reference for found in Recommendation.objects.near(one).order_by("reference")]
        for one in (whole, part, lead, sibling, other)
    }

    assert near == {
        "MS2023-01": ["MS2023-01.1", "MS2023-01.2"],
        "MS2023-01.1": ["MS2023-01", "MS2023-02"],
        "MS2023-02": ["MS2023-01.1"],
        "MS2023-01.2": ["MS2023-01"],
        "MS2023-03": [],
    }


def test_subjects_are_told_with_the_item(item):
    recommendation("MS2023-02", topics=[topic("Data")])
    item.topics.set([topic("Money"), topic("Law")])
    item.instruments.add(Instrument.objects.create(slug="treaty", short_name="Treaty", title="The Treaty"))
    Document.objects.create(meeting=item.meeting, kind="outcome_report", title="The report", doi="10.2812/788806")

    found = Recommendation.objects.with_subjects().get(pk=item.pk)

    assert found.subjects == [{"slug": "law", "name": "Law"}, {"slug": "money", "name": "Money"}]
    assert found.laws == [{"slug": "treaty", "short_name": "Treaty", "citation": ""}]
    assert found.sources == [{"title": "The report", "doi": "10.2812/788806", "url": ""}]


def test_history_is_cut_and_the_log_has_the_rest(client):
    item = recommendation("MS2023-01", published=True, addressees=[actor("Court")])
    for n in range(42):
        note(item, f"Note {n}", audience="public")

    answer = client.get(item.get_absolute_url())

    assert len(answer.context["timeline"]) == 40
    assert '2 older entries are in <a href="/changes/?reference=MS2023-01">' in answer.content.decode()
    assert client.get("/changes/?reference=MS2023-01").context["paginator"].count == 42


def test_basis_of_a_group_that_was_opened_is_not_that_of_its_members(client):
    group = actor("Group")
    member(group, actor("Member"))
    item = recommendation("MS2023-01", published=True, addressees=[group])
    assess(item.addressees.get(), Status.IN_PROGRESS)
    item.addressees.get(actor=group).open_members()

    assert client.get(item.get_absolute_url()).context["latest"] is None
