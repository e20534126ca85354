"""From one item to the next of the list from which its officer came."""

from urllib.parse import urlencode

import pytest

from meetings.models import Session
from recommendations.models import Kind
from tests import factories
from tests.desk import ADD_ITEM, change, form, officer, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def items(db):
    """Three calls and, between them, a need."""
    session = factories.session(factories.meeting("MS2023"))
    kinds = [Kind.CALL, Kind.NEED, Kind.CALL, Kind.CALL]
    return [factories.recommendation(f"MS2023-0{n}", session, kind=kind) for n, kind in enumerate(kinds, start=1)]


def within(item, **filters) -> str:
    return f"{change(item)}?{urlencode({'_changelist_filters': urlencode(filters)})}"


def place(client, address) -> dict | None:
    return client.get(address).context.get("place")


def test_item_knows_its_place_in_the_list_as_it_was_filtered(client, items):
    officer(client)
    one, _need, three, four = items

    shown = place(client, within(three, kind__exact="call"))
    last = place(client, within(four, kind__exact="call"))

    assert (shown["number"], shown["count"]) == (2, 3)
    assert (shown["previous"]["thing"], shown["next"]["thing"]) == (one, four)
    assert shown["next"]["url"] == within(four, kind__exact="call")
    assert "next" not in last


def test_item_without_a_list_has_its_place_among_all(client, items):
    officer(client)

    assert place(client, change(items[0]))["next"]["thing"] == items[1]


@pytest.mark.parametrize(
    "filters",
    [
        {"kind__exact": "need"},
        {"nonsense": "1"},
        {"session__id__exact": "9" * 40},
        {"q": "\x00"},
        {"kind__exact": "\x00"},
    ],
)
def test_item_that_its_list_does_not_hold_has_no_place(client, items, filters):
    officer(client)

    assert place(client, within(items[0], **filters)) is None


def test_saving_and_next_goes_to_the_next_of_the_list(client, items):
    officer(client)
    address = within(items[0], kind__exact="call")

    answer = send(client, address, headline="Better said", _next=str(items[2].pk))

    items[0].refresh_from_db()
    assert answer.url == within(items[2], kind__exact="call")
    assert items[0].headline == "Better said"


def test_refused_item_stays_where_it_is(client, items):
    officer(client)

    answer = send(client, within(items[0]), headline="", _next=str(items[2].pk))

    assert answer.status_code == 200


@pytest.mark.parametrize("forged", ["x", "-1", "9" * 30, "/elsewhere/"])
def test_forged_next_leads_to_the_list(client, items, forged):
    officer(client)

    answer = send(client, change(items[0]), _next=forged)

    assert answer.url == "/admin/recommendations/recommendation/"


def test_saving_a_known_item_and_adding_another_stays_in_its_session(client, items):
    officer(client)

    answer = send(client, change(items[0]), _addanother="1")

    assert answer.url == f"{ADD_ITEM}?session={items[0].session_id}"


def test_queries_for_the_place_do_not_grow_with_the_list(client, items, django_assert_max_num_queries):
    officer(client)
    with django_assert_max_num_queries(80) as few:
        client.get(change(items[0]))
    for n in range(5, 30):
        factories.recommendation(f"MS2023-{n:02d}", items[0].session)

    with django_assert_max_num_queries(80) as many:
        client.get(change(items[0]))

    assert len(few) == len(many)


def test_new_session_leads_to_its_sheet(client):
    meeting = factories.meeting("MS2023")
    officer(client)

    answer = send(client, "/admin/meetings/session/add/", meeting=meeting.pk, number=1, kind="plenary", title="Caves")

    session = Session.objects.get()
    sheet = f"/admin/sessions/{session.pk}/sheet/"
    pages = [answer.url, change(session), change(meeting)]
    assert [f'href="{sheet}"' in client.get(page).content.decode() for page in pages] == [True] * 3
    assert form(client, sheet)["expected"] == "0"
