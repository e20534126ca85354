"""Searches that editors offer: what they paste is read as strictly as by the list, and counted like the list."""

import html

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, strategies as st

from recommendations.filters.curated import examined, offered, problems_of, query_of
from recommendations.models import CuratedSearch
from tests import desk, factories as make

pytestmark = pytest.mark.django_db

ADD = "/admin/recommendations/curatedsearch/add/"
LIST = "/admin/recommendations/curatedsearch/"


def search(query="without=addressee", **fields) -> CuratedSearch:
    return CuratedSearch.objects.create(query=query, **{"title": f"Where {query}", **fields})


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("status=implemented", "status=implemented"),
        (" ?status=implemented ", "status=implemented"),
        ("/recommendations/?status=implemented#found", "status=implemented"),
        ("https://tracker.example.org/recommendations/?status=implemented&page=3", "status=implemented"),
        ("q=&topic=&status=implemented&status=&status=in_progress", "status=implemented&status=in_progress"),
        ("stale=1&stale=1", "stale=1"),
        ("q=border police&kind=need", "q=border+police&kind=need"),
        ("q=is+it+so%3F", "q=is+it+so%3F"),
        ("q=a/b", "q=a%2Fb"),
        ("/recommendations/", ""),
        ("page=2", ""),
    ],
)
def test_pasted_address_is_reduced_to_its_query(pasted, kept):
    assert query_of(pasted) == kept


@pytest.mark.parametrize("pasted", ["/meetings/?status=implemented", "https://example.org/?q=x", "http://[/?q=x"])
def test_address_of_something_else_is_refused(pasted):
    with pytest.raises(ValidationError):
        query_of(pasted)


@given(st.text(max_size=60))
def test_whatever_is_pasted_is_read_or_refused(pasted):
    try:
        query = query_of(pasted)
    except ValidationError:
        return
    assert query_of(query) == query
    assert all(isinstance(problem, str) for problem in problems_of(query))


@pytest.mark.parametrize(
    ("query", "problems"),
    [
        ("status=done&colour=red&page=2", ["“colour” is no filter of the list.", "“page” is no filter of the list.",
                                           "Status: “done” is not one of its values."]),
        ("topic=unknown", ["Topic: “unknown” is not one of its values."]),
        ("sort=due&sort=oldest", ["Order: This was given more than once. Give one value."]),
        ("status=implemented&sort=due", []),
    ],
)  # fmt: skip
def test_what_the_list_cannot_read_is_named(query, problems):
    assert problems_of(query) == problems


def test_offered_are_those_that_are_shown_and_readable_in_their_order():
    search("topic=gone", order=1)
    search("stale=1", order=3)
    search("priority=1", order=2)
    search("kind=need", is_shown=False)

    assert [one.query for one in CuratedSearch.objects.shown()] == ["topic=gone", "priority=1", "stale=1"]
    assert [one.query for one in offered()] == ["priority=1", "stale=1"]


def test_count_is_that_of_the_list_behind_it(client):
    court = make.actor("Court")
    make.recommendation("MS2023-01", published=True, addressees=[court], topics=[make.topic("Law")])
    make.recommendation("MS2023-02", published=True, addressees=[court, make.actor("Office")])
    make.recommendation("MS2023-03", published=True, addressees=[None])
    make.recommendation("MS2023-04", addressees=[court])
    queries = [
        "addressed_to=court",
        "without=addressee",
        "topic=law&sort=due",
        "addressed_to=court&addressed_to=office",
        "q=nothing",
    ]
    for n, query in enumerate(queries):
        search(query, order=n)

    found = offered()

    assert [one.n for one in found] == [2, 1, 1, 2, 0]
    assert [client.get(one.get_absolute_url()).context["paginator"].count for one in found] == [2, 1, 1, 2, 0]


def test_searches_by_codes_are_counted_in_one_query():
    for status in ("implemented", "not_assessed", "in_progress"):
        search(f"status={status}")

    with CaptureQueriesContext(connection) as queries:
        offered()

    assert len(queries) == 2  # the searches, and all their counts


def test_unreadable_search_is_examined_and_not_counted():
    (found,) = examined([search("topic=gone")])

    assert (found.n, found.problems) == (None, ["Topic: “gone” is not one of its values."])


def test_editor_pastes_an_address_and_sees_the_list(client):
    desk.officer(client)
    pasted = "http://testserver/recommendations/?without=addressee&q=&page=2"

    sent = desk.send(client, ADD, title="Nobody named", query=pasted)

    assert sent.status_code == 302
    made = CuratedSearch.objects.get()
    assert (made.query, made.is_shown) == ("without=addressee", True)
    assert (
        '<a href="/recommendations/?without=addressee">See the list</a>'
        in client.get(desk.change(made)).content.decode()
    )


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("colour=red", "“colour” is no filter of the list."),
        ("status=done", "Status: “done” is not one of its values."),
        ("/recommendations/?page=2", "This selects nothing: it is the whole list."),
        ("/meetings/", "This is the address of another page, not of the list of recommendations."),
        ("without=addressee", "Curated search with this Query already exists."),
    ],
)
def test_editor_is_told_what_cannot_be_kept(client, pasted, said):
    desk.officer(client)
    search("without=addressee")

    sent = desk.send(client, ADD, title="Mine", query=pasted)

    assert desk.errors(sent) == [said]
    assert CuratedSearch.objects.count() == 1


def test_editor_sees_which_search_has_become_unreadable(client):
    desk.officer(client)
    search("topic=gone")
    search("without=addressee")
    make.recommendation(published=True, addressees=[None])

    page = html.unescape(client.get(LIST).content.decode())

    assert "Left out of the front page. Topic: “gone” is not one of its values." in page
    assert '<td class="field-finds">1</td>' in page
