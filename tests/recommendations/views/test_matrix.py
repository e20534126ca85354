"""The matrix of a selection: what stands in its rows and columns, and that every number is the list behind it."""

import gzip

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings, strategies as st

from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import Naming, Recommendation, Status
from tests.factories import action, actor, addressee, assess, meeting, member, recommendation, session, topic

pytestmark = pytest.mark.django_db

MATRIX = "/recommendations/matrix/"
NOTHING = "Nothing is shown, because part of the address could not be read."


@pytest.fixture
def shown(client):
    """The page that an address gives, without its line breaks, and the words of its matrix by row."""

    def get(query=""):
        answer = client.get(f"{MATRIX}?{query}")
        assert answer.status_code == 200
        return answer

    return get


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def columns(answer) -> list[str]:
    return [item.reference for item in answer.context["page"]]


def standing(lines) -> dict:
    """What each addressee's row says: the status and, for an opened group, how many of its members are assessed."""
    return {
        line.actor and line.actor.name: [
            cell and (cell.row.status, *([f"{cell.assessed} of {len(cell.members)}"] if cell.members else []))
            for cell in line.cells
        ]
        for line in lines
    }


def numbers(table) -> dict:
    """The numbers of each topic and, under None, of the last line; without the links."""
    rows = {line.option.label: [*line.numbers, line.total] for line in table.lines}
    return {name: [one.n for one in row] for name, row in {**rows, None: [*table.numbers, table.total]}.items()}


# Addressees by recommendations.


@pytest.fixture
def states():
    """Three items: one opened to the members of a group, one asked of a member itself, one of nobody named."""
    group, france, spain = actor("Group"), actor("France"), actor("Spain")
    for one in (france, spain):
        member(group, one)
    opened = recommendation("MS2023-01", published=True, addressees=[group])
    opened.addressees.get().open_members()
    assess(opened.addressees.get(actor=france), Status.IMPLEMENTED)
    own = recommendation("MS2023-02", published=True, addressees=[france, group])
    assess(own.addressees.get(actor=france), Status.NOT_STARTED)
    recommendation("MS2023-03", published=True, addressees=[None])
    return group


def test_rows_are_addressees_and_columns_the_items_in_their_order(shown, states):
    page = shown("sort=reference")

    assert columns(page) == ["MS2023-01", "MS2023-02", "MS2023-03"]
    assert list(standing(page.context["lines"]).items()) == [
        ("France", [None, ("not_started",), None]),
        ("Group", [("partly_implemented", "1 of 2"), ("not_assessed",), None]),
        (None, [None, None, ("not_assessed",)]),
    ]
    assert page.context["statuses"] == [Status.NOT_ASSESSED, Status.NOT_STARTED, Status.PARTLY_IMPLEMENTED]


def test_members_stand_beneath_their_group_once_unfolded(shown, states):
    page = shown("unfold=group")

    group = page.context["lines"][1]
    assert standing(group.unfolded) == {
        "France": [("implemented",), None, None],
        "Spain": [("not_assessed",), None, None],
    }
    assert [line.unfolded for line in page.context["lines"] if line.actor != states] == [None, None]
    assert f"{MATRIX}?#row-group" not in text(page)
    assert 'href="?#row-group">Hide its members' in text(page)
    assert 'href="?unfold=group#row-group">Show its 2 members' in text(shown())


def test_cell_says_shape_and_word_and_links_to_its_item(shown):
    item = recommendation("MS2023-01", published=True)
    addressee(item, actor("Court"), naming=Naming.INFERRED, inferred_because="It judges.")
    recommendation("MS2023-02", published=True, addressees=[actor("Office")])

    page = text(shown())

    assert (
        '<td><a href="/recommendations/MS2023-01/"><svg aria-hidden="true"><use href="#shape-not-assessed"/></svg>'
        "Not assessed <small>inferred</small></a></td>"
    ) in page
    assert page.count('<span class="hidden">not addressed</span>') == 2
    assert page.count('id="shape-not-assessed"') == 1
    assert page.count("Not yet assessed, or nothing is known") == 1


def test_rows_with_an_addressee_chosen_are_those_that_speak_for_it(shown, states):
    page = shown("addressed_to=france&sort=reference")

    assert columns(page) == ["MS2023-01", "MS2023-02"]
    assert standing(page.context["lines"]) == {"France": [("implemented",), ("not_started",)]}
    assert standing(shown("addressed_to=france&status=not_started").context["lines"]) == {"France": [("not_started",)]}
    assert standing(shown("addressed_to=spain&sort=reference").context["lines"]) == {
        "Group": [None, ("not_assessed",)],
        "Spain": [("not_assessed",), None],
    }


def test_pages_go_through_the_items_and_keep_the_selection(shown):
    of, court = session(meeting("MS2023", published=True)), actor("Court")
    for n in range(10, 23):
        recommendation(f"MS2023-{n}", of, published=True, addressees=[court])

    first, second = (shown(f"addressed_to=court&unfold=court&page={n}") for n in (1, 2))

    assert columns(first) == [f"MS2023-{n}" for n in range(10, 22)]
    assert columns(second) == ["MS2023-22"]
    assert "on recommendations 1 to 12 of 13" in text(first)
    assert 'rel="next" href="?addressed_to=court&amp;unfold=court&amp;page=2"' in text(first)
    assert 'href="/recommendations/?addressed_to=court">List' in text(first)
    assert 'href="?addressed_to=court&amp;unfold=court&amp;by=topics">Topics by status' in text(second)


# Topics by status.


@pytest.fixture
def subjects():
    """Topics in two levels over items of several statuses; France's rows stand otherwise than their items."""
    money, law = topic("Money"), topic("Law")
    banks, taxes = topic("Banks", part_of=money), topic("Taxes", part_of=money)
    of = session(meeting("MS2023", published=True))
    group, france, spain = actor("Group"), actor("France"), actor("Spain")
    member(group, france)
    held = [[banks], [banks, taxes], [money, law], [law], [], [taxes]]
    for n, topics in enumerate(held, 1):
        who = [france, group] if n % 2 else [france, spain]
        item = recommendation(f"MS2023-0{n}", of, published=True, addressees=who, topics=topics)
        if n < 4:
            assess(item.addressees.get(actor=france), Status.IMPLEMENTED)
        if n < 3:
            assess(item.addressees.exclude(actor=france).get(), [Status.IMPLEMENTED, Status.NOT_STARTED][n - 1])
    recommendation("MS2023-50", of, topics=[banks, law], addressees=[france])
    action("MS2023-A01", published=True, answering=Recommendation.objects.filter(order__lt=30), responsible=france)


def test_topics_count_each_item_once_in_each_status(shown, subjects):
    table = shown("by=topics").context["table"]

    assert table.statuses == [Status.NOT_ASSESSED, Status.PARTLY_IMPLEMENTED, Status.IMPLEMENTED]
    assert list(numbers(table).items()) == [
        ("Law", [1, 1, 0, 2]),
        ("Money", [1, 2, 1, 4]),
        ("Banks", [0, 1, 1, 2]),
        ("Taxes", [1, 1, 0, 2]),
        (None, [3, 2, 1, 6]),
    ]
    assert [line.below for line in table.lines] == [False, False, True, True]


def test_topics_with_an_addressee_chosen_count_its_own_rows(shown, subjects):
    table = shown("by=topics&addressed_to=france").context["table"]

    assert table.statuses == [Status.NOT_ASSESSED, Status.IMPLEMENTED]
    assert numbers(table) == {
        "Law": [1, 1, 2],
        "Money": [1, 3, 4],
        "Banks": [0, 2, 2],
        "Taxes": [1, 1, 2],
        None: [3, 3, 6],
    }


def test_topics_chosen_are_shown_with_what_is_below_them_alone(shown, subjects):
    assert list(numbers(shown("by=topics&topic=money").context["table"])) == ["Money", "Banks", "Taxes", None]

    table = shown("by=topics&topic=banks").context["table"]

    assert numbers(table) == {"Banks": [1, 1, 2], None: [1, 1, 2]}
    assert [line.below for line in table.lines] == [False]


CHOICES = [
    *(f"topic={slug}" for slug in ("money", "law", "banks", "taxes")),
    *(f"status={status}" for status in ("not_assessed", "not_started", "partly_implemented", "implemented")),
    *("state=open", "state=closed", "without=actions", "without=evidence", "response=not_requested", "q=MS2023"),
    *("kind=recommendation", "year=2023", "meeting=ms2023", "late=action", "sort=reference", "page=1", "utm=x"),
]


FOR = ["", "addressed_to=france", "addressed_to=spain", "addressed_to=group&addressed_to=france"]


@settings(max_examples=40)
@given(
    st.sampled_from(["topics", "actors", "meetings", "years"]),
    st.sampled_from(FOR),
    st.lists(st.sampled_from(CHOICES), max_size=4, unique=True),
    st.integers(0, 5),
)
def test_every_number_is_the_list_behind_its_link(client, subjects, by, whom, chosen, first):
    answer = client.get(MATRIX, query_params=QueryDict("&".join([f"by={by}", whom, *chosen])))

    table = answer.context.get("table")
    found = [one for line in table.lines for one in (*line.numbers, line.total)] if table else []
    found += [*table.numbers, table.total] if table else []
    some = found[first::6]
    assert [one.n for one in some] == [listed(one.query) for one in some]
    assert answer.context["paginator"].count == (table.total.n if table else 0)


def listed(query: str) -> int:
    """How many the list shows for a query string."""
    return RecommendationFilter.from_query(QueryDict(query)).qs.count()


# What cannot be read, what is empty, what it costs.


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("by=rows", "<strong>Rows:</strong> “rows” is not one of its values."),
        ("by=topics&by=topics", "<strong>Rows:</strong> This was given more than once. Give one value."),
        ("by=%00", "<strong>Rows:</strong>"),
        ("unfold=nobody", "<strong>Members shown of:</strong> “nobody” is not one of its values."),
        ("unfold=%00", "<strong>Members shown of:</strong> “\\x00” is not one of its values."),
        ("status=done", "<strong>Status:</strong> “done” is not one of its values."),
        ("by=topics&status=done", "<strong>Status:</strong> “done” is not one of its values."),
    ],
)
def test_what_cannot_be_read_gives_no_rows_and_a_message(shown, states, query, said):
    page = shown(query)

    assert said in text(page)
    assert NOTHING in text(page)
    assert "<table" not in text(page)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("2", "There is no such page; the last one is page 1."),
        ("-1", "“page” is the number of a page, such as 2."),
        ("2&page=1", "“page” is the number of a page, such as 2."),
        ("٢", "“page” is the number of a page, such as 2."),
        ("9" * 9, "There is no such page; the last one is page 1."),
        ("x", "“page” is the number of a page, such as 2."),
        ("9" * 3000, "“page” is the number of a page, such as 2."),
    ],
)
def test_page_that_is_not_there_leads_back_to_the_first(shown, states, page, said):
    answer = text(shown(f"state=open&page={page}"))

    assert f'{said} <a href="?state=open">To the first page</a>' in answer
    assert "<table" not in answer


@pytest.mark.parametrize("by", ["addressees", "topics", "actors", "meetings", "years"])
def test_empty_selection_says_so_and_leads_back(shown, states, by):
    page = text(shown(f"by={by}&status=closed_partly"))

    assert f'Take one of the filters away, or <a href="{MATRIX}?by={by}">clear all</a>.' in page
    assert 'aria-label="Chosen filters"' in page
    assert "<table" not in page


NAMES = ["by", "unfold", "page", "q", "topic", "status", "addressed_to", "year", "issued_after", "sort", "stale"]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=30)), max_size=4))
def test_any_query_string_is_answered(client, states, pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)

    answer = client.get(MATRIX, query_params=query)

    assert answer.status_code == 200
    assert (answer.context["problems"] != []) == (NOTHING in text(answer))


def test_nothing_unpublished_is_in_the_matrix(client, shown):
    of = session(meeting("MS2023", published=True))
    subject, court = topic("Draft-topic"), actor("Court")
    recommendation("MS2023-01", of, published=True, addressees=[court])
    draft = recommendation("MS2023-02", of, headline="Draft-item", topics=[subject])
    addressee(draft, actor("Draft-addressee"))
    addressee(draft, court)
    archived = recommendation("MS2023-03", of, published=True, headline="Draft-archived", topics=[subject])
    addressee(archived, actor("Draft-former"))
    archived.archive()
    elsewhere = session(meeting("MS2024"))
    recommendation("MS2024-01", elsewhere, published=True, headline="Draft-away", addressees=[court], topics=[subject])

    for query in ("", "addressed_to=court", "by=topics", "by=topics&addressed_to=court"):
        page = shown(query)

        assert (query, page.context["paginator"].count) == (query, 1)
        assert [word for word in ("Draft-", "MS2023-02", "MS2023-03", "MS2024") if word in text(page)] == []

    assert "is not one of its values" in text(shown("unfold=draft-addressee"))


def grown(items: int, bodies: int):
    """Items addressed to every one of some bodies with long names, inferred, and to a group opened to them."""
    of, group = session(meeting("MS2023", published=True)), actor("Group")
    who = [actor(f"An actor with a rather long name of its own, number {n}") for n in range(bodies)]
    subjects = [topic(f"A topic with a name {n}") for n in range(items)]
    for n in range(items):
        item = recommendation(f"MS2023-{n + 10}", of, published=True, addressees=[group], topics=subjects)
        for body in who:
            row = addressee(item, body, naming=Naming.INFERRED, inferred_because="It is said elsewhere.")
            if n == 0:
                assess(row, Status.NO_LONGER_APPLICABLE)
    member(group, actor("Member"))
    for item in Recommendation.objects.all():
        item.addressees.get(actor=group).open_members()


def cost(client, query) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{MATRIX}?{query}").status_code == 200
    return len(queries)


QUERIES = ["", "unfold=group", "addressed_to=member&unfold=group&topic=a-topic-with-a-name-0", "by=topics"]


def test_queries_keep_their_budget_and_do_not_grow(client):
    grown(1, 1)
    few = [cost(client, query) for query in QUERIES]
    of, group = session(number=2, of=Recommendation.objects.get().meeting), actor("Second group")
    for n in range(30, 44):
        subject = topic(f"Another topic {n}")
        recommendation(f"MS2023-{n}", of, published=True, addressees=[group, actor(), actor()], topics=[subject])

    many = [cost(client, query) for query in QUERIES]

    assert many == few
    assert max(many) <= 14


def test_matrix_of_twelve_columns_and_forty_rows_keeps_its_size(client):
    grown(12, 39)

    for query in ("unfold=group", "by=topics"):
        page = client.get(f"{MATRIX}?{query}").content

        assert len(page) <= 120_000
        assert len(gzip.compress(page)) <= 20_000
