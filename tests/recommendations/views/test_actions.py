"""The page of follow-up actions: what an address selects, and that other pages count the same."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings, strategies as st

from recommendations.models import ActionRelation, ActionStatus, FollowUpAction
from tests.factories import action, actor, meeting, note, recommendation, session

pytestmark = pytest.mark.django_db


@pytest.fixture
def doings():
    """Actions of two bodies on items of two meetings, in several states; a draft, and one on a draft alone."""
    court, office = actor("Court"), actor("Office")
    one = recommendation("MS2023-01", published=True, addressees=[court])
    two = recommendation("MS2024-01", session(meeting("MS2024", published=True)), published=True)
    draft = recommendation("MS2023-02")
    public = {"published": True}
    action("MS2023-A01", answering=[one], responsible=court, due_on=date(2024, 1, 1), **public)
    action("MS2023-A02", answering=[one, two], responsible=office, **public).complete(on=date(2024, 5, 1))
    action("MS2023-A03", in_place=[one], responsible=office, **public)
    action("MS2023-A04", answering=[two], responsible=court, **public).cancel(reason="Overtaken.")
    action("MS2023-A05", answering=[draft], responsible=court, **public)
    action("MS2023-A06", answering=[one], responsible=court)


def shown(client, query: str) -> list[str]:
    page = client.get(f"/actions/?{query}").context["page"]
    return [one.reference[-2:] for one in page] if page else []


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("", ["01", "02", "03", "04", "05"]),
        ("status=completed", ["02"]),
        ("status=planned&status=cancelled", ["01", "03", "04", "05"]),
        ("late=1", ["01"]),
        ("relation=answering", ["01", "02", "04"]),
        ("relation=in_place", ["03"]),
        ("relation=in_place&relation=answering", ["01", "02", "03", "04"]),
        ("responsible=office", ["02", "03"]),
        ("meeting=ms2024", ["02", "04"]),
        ("meeting=ms2023&meeting=ms2024&responsible=court", ["01", "04"]),
        ("reference=MS2023-A04", ["04"]),
        ("reference=MS2023-A06", []),
        ("status=done", []),
        ("late=2", []),
        ("reference=a&reference=b", []),
        ("responsible=%00", []),
    ],
)
def test_address_selects_actions(client, doings, query, references):
    assert shown(client, query) == references


def test_address_of_an_action_shows_it(client, doings):
    address = FollowUpAction.objects.get(reference="MS2023-A02").get_absolute_url()

    assert shown(client, address.partition("?")[2]) == ["02"]


@pytest.mark.parametrize("address", ["/meetings/ms2023/", "/meetings/ms2024/", "/actors/court/", "/actors/office/"])
def test_progress_elsewhere_leads_to_exactly_what_it_counts(client, doings, address):
    page = client.get(address).content.decode()

    numbers = [
        (re.sub(r"\D", "", text), unescape(link))
        for link, text in re.findall(r'<a href="(/actions/\?[^"]*status=[^"]*)">([^<]*)</a>', page)
    ]

    assert numbers
    assert [(len(shown(client, link.partition("?")[2])), link) for _n, link in numbers] == [
        (int(n), link) for n, link in numbers
    ]


def test_words_for_actions(doings):
    court = FollowUpAction.objects.get(reference="MS2023-A01").responsible
    every = FollowUpAction.objects

    assert [one.reference for one in every.done_by(court)] == [f"MS2023-A0{n}" for n in (1, 4, 5, 6)]
    assert [one.reference for one in every.related_as(ActionRelation.IN_PLACE)] == ["MS2023-A03"]
    assert [one.reference for one in every.having_status(ActionStatus.CANCELLED)] == ["MS2023-A04"]
    assert every.having_reference("MS2023-A03").get().reference == "MS2023-A03"
    first = court.actions.get(reference="MS2023-A01").recommendations.get().session.meeting
    assert [one.reference for one in every.answering_meetings(first)] == ["MS2023-A01", "MS2023-A02", "MS2023-A06"]


def test_page_takes_as_many_queries_for_many_actions_as_for_one(client):
    counts = []
    for n in range(1, 13):
        made = action(f"MS2023-A{n:02}", published=True, answering=[recommendation(f"MS2023-{n:02}", published=True)])
        note(made, audience="public")
        if n in (1, 12):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client.get("/actions/?status=planned&relation=answering&meeting=ms2023")
            counts.append(len(queries))

    assert counts[0] == counts[1] <= 14


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(["status", "late", "relation", "responsible", "meeting", "page"]), st.text()))
def test_any_address_is_answered(client, query):
    assert client.get("/actions/", query).status_code == 200
