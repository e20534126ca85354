"""The public log: what it tells, in which order, of whom, and what it never tells."""

import html
import re
from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings, strategies as st

from meetings.models import Audience
from recommendations.models import Status
from tests import factories as make

pytestmark = pytest.mark.django_db

EARLY, MIDDLE, LATE = (datetime(2024, month, 5, 12, tzinfo=UTC) for month in (3, 4, 5))
KINDS = ["status", "response", "note"]


def row(reference="MS2023-01", who=make.SOMEBODY, **fields):
    return make.addressee(make.recommendation(reference, published=True, **fields), who)


def changed(of, recorded_at=MIDDLE, **fields):
    given = {"status": "in_progress", "as_of": date(2024, 1, 1), "basis": "checked", "recorded_at": recorded_at}
    return of.status_changes.create(number=of.status_changes.count() + 1, **given | fields)


def answered(of, recorded_at=MIDDLE, **fields):
    given = {"received_on": date(2024, 2, 1), "accepted_on": date(2024, 2, 1), "position": "accepted", "text": "Yes."}
    given |= {"channel": "letter", "recorded_at": recorded_at}
    return of.responses.create(number=of.responses.count() + 1, **given | fields)


def noted(of, recorded_at=MIDDLE, **fields):
    given = {"noted_on": date(2024, 1, 1), "text": "Begun.", "who_says": "the chair", "basis": "reported"}
    given |= {"audience": Audience.PUBLIC, "recorded_at": recorded_at}
    return of.notes.create(number=of.notes.count() + 1, **given | fields)


def told(client, query="") -> list[tuple]:
    """Kind, what it is about and day of each entry of the page."""
    answer = client.get(f"/changes/?{query}")
    assert answer.status_code == 200
    entries = answer.context["entries"]
    return [(one.kind.value, (one.item or one.action).reference, one.entered_on.month) for one in entries]


def text(answer) -> str:
    """What the page says, without its marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", answer.content.decode())).split())


@pytest.fixture
def log():
    """One entry of each kind, on items of two meetings for two bodies."""
    court, office = make.actor("Court"), make.actor("Office")
    older = row("MS2022-01", court)
    changed(older, LATE)
    answered(row("MS2023-01", office), EARLY)
    noted(make.action(published=True, responsible=office, answering=[older.recommendation]), MIDDLE)


def test_log_tells_the_newest_first(client, log):
    assert told(client) == [("status", "MS2022-01", 5), ("note", "MS2023-A01", 4), ("response", "MS2023-01", 3)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("since=2024-04-05", ["status", "note"]),
        ("since=2024-04-06", ["status"]),
        ("until=2024-04-05", ["note", "response"]),
        ("since=2024-04-01&until=2024-04-30", ["note"]),
        ("what=status&what=response&what=status", ["status", "response"]),
        ("meeting=ms2022", ["status", "note"]),
        ("meeting=ms2022&meeting=ms2023", ["status", "note", "response"]),
        ("actor=court", ["status"]),
        ("actor=office", ["note", "response"]),
        ("actor=office&what=note&meeting=ms2022&since=2024-01-01", ["note"]),
        ("what=&since=&actor=", ["status", "note", "response"]),
    ],
)
def test_log_is_narrowed_by_what_the_address_asks_for(client, log, query, expected):
    assert [kind for kind, _reference, _month in told(client, query)] == expected
    assert client.get(f"/changes/?{query}").context["paginator"].count == len(expected)


@pytest.mark.parametrize(
    ("query", "label", "problem"),
    [
        ("since=soon", "Since", "Enter a valid date."),
        ("until=2024-02-30", "Until", "Enter a valid date."),
        ("until=2024-01-01&until=2024-01-02", "Until", "This was given more than once. Give one value."),
        ("what=typo", "What", "“typo” is not one of its values."),
        ("actor=nobody", "Concerning", "“nobody” is not one of its values."),
        ("meeting=court", "Meeting", "“court” is not one of its values."),
        ("meeting=%00", "Meeting", "“\\x00” is not one of its values."),
    ],
)
def test_value_that_cannot_be_read_shows_nothing_and_says_why(client, log, query, label, problem):
    answer = client.get(f"/changes/?{query}")

    assert answer.context["filter"].problems == [(label, problem)]
    assert told(client, query) == []
    assert text(answer).count(problem) == 2  # above the rows, and beside the field


def test_change_is_told_with_what_was_before(client):
    of = row()
    changed(of, EARLY, status="not_started")
    changed(of, LATE, status="in_progress", as_of=date(2024, 2, 1), reason="A group was set up.", basis="document")
    make.evidence("Its mandate", status_change=of.status_changes.last(), audience=Audience.PUBLIC).save()

    page = text(client.get("/changes/"))

    assert "Before: Not started → After: In progress As of 1 Feb 2024 · Published document A group was set up." in page
    assert "Evidence: Its mandate" in page
    assert "Before: Not assessed → After: Not started" in page


def test_correction_is_said_at_both_entries(client):
    of = row()
    wrong = changed(of, EARLY, status="partly_implemented")
    changed(of, LATE, corrects=wrong)

    page = text(client.get("/changes/"))

    assert "Correction · Body" in page
    assert "Before: Partly implemented →" not in page
    assert "Corrects the entry “Partly implemented” as of 1 Jan 2024, which was wrong." in page
    assert "Was wrong, and was corrected on 5 May 2024; does not count." in page


def test_correction_of_a_closing_is_told_as_such_and_not_as_a_relapse(client):
    of = row()
    wrong = make.assess(of, "implemented")
    of.correct(wrong, status="in_progress", as_of=date(2024, 5, 2), basis="checked", reason="A part is missing.")
    make.assess(of, "partly_implemented", date(2024, 5, 4))

    page = text(client.get("/changes/"))

    assert page.count("→") == 2  # the wrong entry, and the progress after its correction
    assert page.count("Correction ·") == 1
    assert "Before: In progress → After: Partly implemented" in page
    assert "In progress As of 2 May 2024 · Checked by the secretariat Corrects the entry “Implemented”" in page


def test_entry_that_changed_nothing_draws_no_arrow(client):
    of = row()
    changed(of, EARLY)
    changed(of, MIDDLE)
    changed(of, LATE, status="not_started", as_of=date(2023, 12, 1))

    page = text(client.get("/changes/"))

    assert page.count("→") == 1
    assert page.count("Looked at again: the status is as before.") == 1
    assert page.count("Recorded later for an earlier day; what was known of a later day stands.") == 1


def test_note_tells_who_says_so_and_on_what_basis(client):
    noted(row().recommendation, noted_on=date(2024, 1, 31), precision="month", who_says="the chair of the network")

    assert "January 2024 · the chair of the network · Reported by the addressee Begun." in text(client.get("/changes/"))


def test_newer_recommendation_is_told_once_it_is_public(client):
    newer = make.recommendation("MS2024-01", addressees=[None], topics=[make.topic()])
    make.assess(row(), Status.NO_LONGER_APPLICABLE, newer=newer, reason="Overtaken.")

    assert "MS2024-01" not in text(client.get("/changes/"))

    make.proposer(newer)
    newer.publish()

    assert "Overtaken by MS2024-01" in text(client.get("/changes/"))


def test_nothing_of_what_is_not_published_is_told(client):
    draft = make.addressee(make.recommendation("MS2023-01", headline="Hidden"))
    hidden = make.session(make.meeting("MS2024"))
    unpublished = row("MS2024-01", session=hidden, headline="Hidden")
    archived = row("MS2023-02", headline="Hidden")
    for n, of in enumerate([draft, unpublished, archived]):
        make.note(of, f"Hidden {n}", audience=Audience.PUBLIC)
        make.assess(of, Status.IN_PROGRESS, reason="Hidden")
        make.respond(of, "accepted", audience=Audience.PUBLIC)
    make.note(make.action("MS2024-A01", published=True, reported_in=hidden), "Hidden", audience=Audience.PUBLIC)
    archived.recommendation.archive()

    answer = client.get("/changes/")

    assert answer.context["paginator"].count == 0
    assert "Hidden" not in text(answer)
    assert "MS2024" not in text(answer)
    assert "Nothing is recorded yet." in text(answer)


def test_nothing_internal_is_told(client):
    of = row()
    officer = make.user("officer@example.org", name="Hidden officer")
    internal, network = {"audience": Audience.INTERNAL, "by": officer}, {"audience": Audience.NETWORK}
    proofs = [make.evidence("Hidden proof"), make.evidence("Hidden proof", **network)]
    make.assess(of, Status.IMPLEMENTED, remark="Hidden", source_words="Hidden", evidence=proofs, by=officer)
    public = [make.evidence("Hidden", audience=Audience.PUBLIC)]
    make.respond(of, "accepted", text="Hidden", claims=Status.PARTLY_IMPLEMENTED, evidence=public, **internal)
    make.respond(of, "partly_accepted", text="Hidden", **network)
    answered(of, accepted_on=None, position="not_accepted", text="Hidden", audience=Audience.PUBLIC)
    make.note(of, "Hidden", **internal)
    make.note(of.recommendation, "Hidden", **network)

    answer = client.get("/changes/")
    page = text(answer)

    assert sorted(one.kind.value for one in answer.context["entries"]) == ["response", "response", "status"]
    assert [word for word in ("Hidden", "officer@", "Partly implemented", "Not accepted") if word in page] == []
    assert "Partly accepted" in page  # that an answer came, and its position, is public


def test_text_claim_and_documents_of_a_public_answer_are_told(client):
    public = {"audience": Audience.PUBLIC}
    proofs = [make.evidence("Our letter", **public)]
    make.respond(row(), "accepted", text="We began.", claims=Status.IN_PROGRESS, evidence=proofs, **public)

    assert "Accepted Received on 1 Mar 2024 · reports “In progress” We began. Evidence: Our letter" in text(
        client.get("/changes/")
    )


def test_pages_neither_skip_nor_repeat(client):
    of = row()
    for n in range(20):
        changed(of, MIDDLE, reason=f"{n}")
        noted(of, MIDDLE)
        answered(of, MIDDLE)

    pages = [client.get(f"/changes/?what=&page={number}").context["entries"] for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [25, 25, 10]
    assert len({(one.kind, one.pk) for page in pages for one in page}) == 60


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "%00", "9" * 400, "9" * 5000])
def test_page_that_is_not_there_leads_back(client, log, number):
    answer = client.get(f"/changes/?what=status&page={number}")

    assert answer.status_code == 200
    assert answer.context["entries"] == []
    assert 'href="?what=status">To the first page' in answer.content.decode()


def test_pills_take_one_choice_away(client, log):
    answer = client.get("/changes/?what=status&what=note&since=2024-01-01&actor=court&page=1")

    assert [(pill.label, pill.value, pill.without) for pill in answer.context["pills"]] == [
        ("Since", "1 Jan 2024", "what=status&what=note&actor=court"),
        ("What", "Status assessed", "since=2024-01-01&what=note&actor=court"),
        ("What", "Progress noted", "since=2024-01-01&what=status&actor=court"),
        ("Concerning", "Court", "since=2024-01-01&what=status&what=note"),
    ]


EVERYTHING = "since=2020-01-01&until=2030-01-01&meeting=ms2023&actor=group&what=status&what=response&what=note"


def grown(n: int):
    group, public = make.actor("Group"), {"audience": Audience.PUBLIC}
    for i in range(n):
        body = make.actor(f"Body {i} of a rather long name, as bodies have them")
        make.member(group, body)
        of = row(f"MS2023-{i + 10}", body)
        done = make.action(f"MS2023-A{i + 10}", published=True, answering=[of.recommendation], responsible=group)
        make.assess(of, Status.IMPLEMENTED, reason="It was done.", evidence=[make.evidence(**public)])
        make.respond(of, "accepted", evidence=[make.evidence(**public)], **public)
        for owner in (of, of.recommendation, done):
            make.note(owner, **public)


@pytest.mark.parametrize("query", ["", EVERYTHING])
def test_queries_and_size_of_the_log_do_not_grow_with_its_rows(client, query):
    costs = []
    for n in (1, 40):
        with transaction.atomic():
            grown(n)
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(f"/changes/?{query}")
            transaction.set_rollback(True)
        costs.append((len(queries), len(answer.context["entries"])))

    assert [entries for _queries, entries in costs] == [5, 25]
    assert costs[0][0] == costs[1][0] <= 14
    assert len(answer.content) < 120_000


part = st.text(st.characters(exclude_categories=()), max_size=20)
names = st.sampled_from(["since", "until", "what", "meeting", "actor", "answered", "topic", "page", "x"]) | part
values = part | st.sampled_from(["2024-01-01", "0001-01-01", "9999-12-31", "status", "no", "court", "ms2023", "2"])


@settings(max_examples=60)
@given(pairs=st.lists(st.tuples(names, values), max_size=5))
@pytest.mark.parametrize("address", ["/changes/", "/challenges/"])
def test_any_address_is_answered(client, address, pairs):
    query = "&".join("=".join(quote(one, errors="surrogatepass") for one in pair) for pair in pairs)

    assert client.get(f"{address}?{query}").status_code == 200
