"""The challenges that were voiced, and what answers them."""

import html
import re
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from recommendations.models import Status
from tests import factories as make

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    """What the page says, without its marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", answer.content.decode())).split())


def shown(client, query="") -> list[str]:
    page = client.get(f"/challenges/?{query}").context["page"]
    return [challenge.reference for challenge in page.object_list]


@pytest.fixture
def voiced():
    """Challenges of two meetings: answered in public, by a draft, by nothing, and one that is a draft itself."""
    law = make.topic("Law")
    below = make.topic("Penal law", part_of=law)
    older = make.meeting("MS2022", published=True, starts_on=date(2022, 1, 1), ends_on=date(2022, 1, 2))
    newer = make.meeting("MS2023", published=True)
    second, first = make.session(newer, 2), make.session(newer, 1)
    answer = make.recommendation("MS2023-01", first, published=True, headline="Train judges")
    draft = make.recommendation("MS2023-02", first, headline="Hidden")
    make.challenge("MS2022-C01", make.session(older), published=True, topics=[law])
    make.challenge("MS2023-C01", second, published=True, answered_by=[answer, draft], topics=[below])
    make.challenge("MS2023-C02", first, published=True, answered_by=[draft])
    make.challenge("MS2023-C03", first, headline="Hidden", topics=[make.topic("Hidden")])
    return answer


def test_challenges_stand_by_meeting_and_session(client, voiced):
    assert shown(client) == ["MS2023-C02", "MS2023-C01", "MS2022-C01"]

    page, _filter, _rail = text(client.get("/challenges/")).rpartition(" Filter ")

    assert re.findall(r"Meeting MS20\d\d|\d\. Session \d|MS20\d\d-C\d\d", page) == [
        *["Meeting MS2023", "1. Session 1", "MS2023-C02", "MS2023-C02", "MS2023-C02"],
        *["2. Session 2", "MS2023-C01", "MS2023-C01", "MS2023-C01"],
        *["Meeting MS2022", "1. Session 1", "MS2022-C01", "MS2022-C01", "MS2022-C01"],
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("answered=no", ["MS2023-C02", "MS2022-C01"]),
        ("answered=yes", ["MS2023-C01"]),
        ("answered=yes&answered=no", ["MS2023-C02", "MS2023-C01", "MS2022-C01"]),
        ("answered=no&answered=no", ["MS2023-C02", "MS2022-C01"]),
        ("topic=law", ["MS2023-C01", "MS2022-C01"]),
        ("topic=penal-law", ["MS2023-C01"]),
        ("meeting=ms2023", ["MS2023-C02", "MS2023-C01"]),
        ("meeting=ms2022&answered=yes", []),
    ],
)
def test_challenges_are_narrowed_by_what_the_address_asks_for(client, voiced, query, expected):
    assert shown(client, query) == expected


@pytest.mark.parametrize(
    ("query", "label", "problem"),
    [
        ("answered=perhaps", "Answered", "“perhaps” is not one of its values."),
        ("topic=hidden", "Topic", "“hidden” is not one of its values."),
        ("meeting=ms2024", "Meeting", "“ms2024” is not one of its values."),
    ],
)
def test_value_that_cannot_be_read_shows_nothing_and_says_why(client, voiced, query, label, problem):
    make.meeting("MS2024")

    answer = client.get(f"/challenges/?{query}")

    assert answer.context["filter"].problems == [(label, problem)]
    assert shown(client, query) == []
    assert text(answer).count(problem) == 2  # above the rows, and beside the field


def test_challenge_has_an_anchor_and_its_answers_their_status(client, voiced):
    make.assess(make.addressee(voiced), Status.IN_PROGRESS)

    answer = client.get("/challenges/")

    assert '<li class="row" id="MS2023-C01">' in answer.content.decode()
    assert "Answered by MS2023-01 Train judges In progress" in text(answer)
    assert text(answer).count("No published recommendation answers it.") == 2


def test_counts_of_the_sentence_are_those_of_the_lists_behind_them(client, voiced):
    page = text(client.get("/challenges/?topic=law"))

    assert "3 challenges are listed. 2 are answered by no recommendation." in page
    assert (len(shown(client)), len(shown(client, "answered=no"))) == (3, 2)


def test_nothing_unpublished_is_told(client, voiced):
    hidden = make.session(make.meeting("MS2024"))
    make.challenge("MS2024-C01", hidden, published=True, headline="Hidden")
    archived = make.challenge("MS2023-C09", published=True, headline="Hidden")
    archived.archive()

    answer = client.get("/challenges/")

    assert answer.context["paginator"].count == 3
    assert [word for word in ("Hidden", "MS2024", "MS2023-C09", "MS2023-02") if word in text(answer)] == []


def test_nothing_that_fits_and_nothing_at_all_are_told_apart(client):
    assert "No challenge is published yet." in text(client.get("/challenges/"))

    make.challenge(published=True)

    assert "No challenge fits all of these." in text(client.get("/challenges/?answered=yes"))


@pytest.mark.parametrize("number", ["2", "0", "x", "%00", "9" * 5000])
def test_page_that_is_not_there_leads_back(client, voiced, number):
    answer = client.get(f"/challenges/?answered=no&page={number}")

    assert 'href="?answered=no">To the first page' in answer.content.decode()


def grown(n: int):
    topics = [make.topic("Law")]
    for i in range(n):
        session = make.session(make.meeting(f"MS{i + 1900}", published=True))
        answers = [make.recommendation(f"MS{i + 1900}-0{k + 1}", session, published=True) for k in range(2)]
        below = make.topic(f"Law {i}", part_of=topics[0])
        make.challenge(f"MS{i + 1900}-C01", session, published=True, answered_by=answers, topics=[*topics, below])


@pytest.mark.parametrize("query", ["", "answered=yes&topic=law&meeting=ms1900"])
def test_queries_and_size_do_not_grow_with_the_challenges(client, query):
    costs = []
    for n in (1, 40):
        with transaction.atomic():
            grown(n)
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(f"/challenges/?{query}")
            transaction.set_rollback(True)
        costs.append(len(queries))

    assert costs[0] == costs[1] <= 14
    assert len(answer.content) < 120_000
