"""An item within the list from which its reader came."""

import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from recommendations.views import item as page_of
from tests.factories import actor, recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    """Three items for the court, one for somebody else between them, and one that restates the last."""
    court = actor("Court")
    items = [
        recommendation(f"MS2023-0{n}", published=True, addressees=[actor("Police") if n == 2 else court])
        for n in (1, 2, 3, 4)
    ]
    items.append(recommendation("MS2023-05", published=True, restates=items[-1]))
    return items


def nav(client, item, **parameters) -> list[str]:
    """The links of the reader's list on an item's page."""
    page = client.get(item.get_absolute_url(), parameters).content.decode()
    place = re.search(r'<nav class="place".*?</nav>', page, re.S)[0]
    return re.findall(r"<a (.*?)</a>", place)


BACK = 'href="/recommendations/?addressed_to=court">Back to the list'


def step(rel: str, word: str, reference: str, query: str) -> str:
    return f'rel="{rel}" href="/recommendations/{reference}/?{query}">{word}: {reference}'


def test_item_of_a_list_leads_back_and_to_its_neighbours(client, three):
    kept = urlencode({"list": "addressed_to=court"})
    first, other, middle, last, again = (nav(client, one, list="addressed_to=court") for one in three)

    assert first == [f"{BACK} (1 of 3)", step("next", "Next", "MS2023-03", kept)]
    assert middle == [
        f"{BACK} (2 of 3)",
        step("prev", "Previous", "MS2023-01", kept),
        step("next", "Next", "MS2023-04", kept),
    ]
    assert last == [f"{BACK} (3 of 3)", step("prev", "Previous", "MS2023-03", kept)]
    assert other == again == [BACK]


def test_order_of_the_list_is_the_readers(client, three):
    assert nav(client, three[0], list="sort=oldest&state=open")[-1] == step(
        "next", "Next", "MS2023-02", urlencode({"list": "state=open&sort=oldest"})
    )


def test_whole_list_is_a_list_too(client, three):
    assert nav(client, three[1], list="") == [
        'href="/recommendations/">Back to the list (2 of 4)',
        step("prev", "Previous", "MS2023-01", "list="),
        step("next", "Next", "MS2023-03", "list="),
    ]


def test_way_back_leads_to_the_page_on_which_the_item_stands(client, three, monkeypatch):
    monkeypatch.setattr(page_of, "PER_PAGE", 2)

    shown = [nav(client, three[n], list="state=open&page=9")[0] for n in (1, 2)]

    assert shown == [
        'href="/recommendations/?state=open">Back to the list (2 of 4)',
        'href="/recommendations/?state=open&amp;page=2">Back to the list (3 of 4)',
    ]


@pytest.mark.parametrize(
    "unreadable",
    [
        "status=nonsense",
        "https://elsewhere.example/",
        "utm_source=letter",
        "addressed_to=%00",
        "q=%ED%A0%80\x00",
        "sort=oldest&sort=due",
        "q=" + "x" * 2000,
        "&".join(["state=open"] * 200),
    ],
)
def test_list_that_cannot_be_read_is_left_out(client, three, unreadable):
    assert nav(client, three[0], list=unreadable) == ['href="/recommendations/">All recommendations']


def test_list_given_twice_or_not_at_all_is_left_out(client, three):
    plain = ['href="/recommendations/">All recommendations']

    assert nav(client, three[0]) == nav(client, three[0], list=["state=open", "state=open"]) == plain


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=300), st.binary(max_size=300), st.integers(0, 4000).map("&".__mul__)))
def test_any_list_is_answered(client, three, anything):
    assert client.get(three[0].get_absolute_url(), {"list": anything}).status_code == 200


def test_address_to_cite_is_without_the_list(client, three):
    page = client.get(three[0].get_absolute_url(), {"list": "state=open"}).content.decode()

    assert re.findall(r'<link rel="canonical" href="(.*?)">', page) == ["http://testserver/recommendations/MS2023-01/"]
    assert re.search(r'id="citation">(.*?)</p>', page)[1].endswith(" http://testserver/recommendations/MS2023-01/")
    assert re.search(r'id="short-citation">(.*?)</p>', page)[1] == (
        "MS2023-01, http://testserver/recommendations/MS2023-01/"
    )
