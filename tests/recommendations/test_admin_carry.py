"""Carrying items forward at the desk: seen before they are made, all or none, and once however often it is sent."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from recommendations.models import Recommendation
from tests import factories
from tests.desk import change, officer, told

pytestmark = pytest.mark.django_db
LISTED = "/admin/recommendations/recommendation/"
PAGE = "/admin/carry/"


@pytest.fixture
def session():
    later = factories.meeting("MS2024", starts_on=date(2024, 11, 6), ends_on=date(2024, 11, 7))
    return factories.session(later)


@pytest.fixture
def items():
    """Two that can be carried forward, and one that is closed."""
    items = [
        factories.recommendation(f"MS2023-0{n}", published=True, addressees=[factories.actor()]) for n in (1, 2, 3)
    ]
    factories.assess(items[2].addressees.get(), "implemented")
    return items


def keys(items) -> str:
    return ",".join(str(item.pk) for item in items)


def made() -> list[str]:
    return sorted(Recommendation.objects.filter(publication="draft").values_list("reference", flat=True))


def test_selection_is_carried_forward_once_it_was_seen(client, session, items):
    officer(client)

    asked = client.post(LISTED, {"action": "carry_forward", "_selected_action": [item.pk for item in items]})
    seen = client.get(asked.url, {"items": keys(items), "session": session.pk})
    answer = client.post(PAGE, {"items": seen.context["keys"], "session": session.pk}, follow=True)

    assert [(one["item"].reference, one["why"]) for one in seen.context["cannot"]] == [
        ("MS2023-03", ["MS2023-03 is closed; there is nothing to carry forward."])
    ]
    assert [one["item"].reference for one in seen.context["can"]] == ["MS2023-01", "MS2023-02"]
    assert made() == ["MS2024-01", "MS2024-02"]
    assert told(answer) == ["2 items carried forward."]
    assert [entry.object_repr.partition(" ")[0] for entry in LogEntry.objects.order_by("pk")] == made()


def test_nothing_is_made_before_it_was_seen_and_sent(client, session, items):
    officer(client)

    first = client.get(PAGE, {"items": keys(items)})
    client.get(PAGE, {"items": keys(items), "session": session.pk})

    assert (first.status_code, first.context["can"], made()) == (200, [], [])


def test_sent_twice_it_is_made_once(client, session, items):
    officer(client)
    sent = {"items": keys(items[:2]), "session": session.pk}

    client.post(PAGE, sent)
    again = client.post(PAGE, sent)

    assert made() == ["MS2024-01", "MS2024-02"]
    assert [str(error) for error in again.context["form"].non_field_errors()] == [
        "MS2023-01 was taken up there already, as MS2024-01."
    ]


def test_one_that_refuses_keeps_all_from_being_made(client, session, items):
    officer(client)

    answer = client.post(PAGE, {"items": keys(items), "session": session.pk})

    assert (answer.status_code, made()) == (200, [])


def test_item_offers_to_be_carried_forward_where_it_can(client, session, items):
    officer(client)

    offered = [
        [one["url"] for one in client.get(change(item)).context["verbs"] if one["label"] == "Carry forward"]
        for item in items
    ]

    assert offered == [[f"/admin/carry/?items={items[0].pk}"], [f"/admin/carry/?items={items[1].pk}"], []]


def test_single_item_leads_to_its_draft(client, session, items):
    officer(client)

    answer = client.post(PAGE, {"items": items[0].pk, "session": session.pk})

    assert answer.url == change(Recommendation.objects.get(reference="MS2024-01"))


def test_only_sessions_of_meetings_that_are_over_are_offered(client, session, items):
    factories.session(factories.meeting("MS2999", starts_on=date(2999, 1, 1)))
    officer(client)

    offered = client.get(PAGE, {"items": keys(items)}).context["form"].fields["session"].queryset

    assert [one.meeting.code for one in offered] == ["MS2024", "MS2023"]


@pytest.mark.parametrize(
    "query",
    ["", "items=", "items=%00", "items=x", "items=1;2", "items=99999999999999999999", "items=9,9", "items=1&session=x"],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_cannot_be_read_makes_nothing_and_says_so(client, session, items, query, method):
    officer(client)

    answer = getattr(client, method)(f"{PAGE}?{query}&session={session.pk}", follow=True)

    assert (answer.status_code, made()) == (200, [])
    assert "Nothing is made." in answer.content.decode()


def test_too_many_are_refused_at_once(client, items, monkeypatch):
    monkeypatch.setattr("recommendations.admin.recommendation.MOST", 2)
    officer(client)

    answer = client.post(
        LISTED, {"action": "carry_forward", "_selected_action": [item.pk for item in items]}, follow=True
    )

    assert told(answer) == ["Select at most 2 at a time."]


def test_who_may_not_add_may_not_carry_forward(client, items):
    officer(client, "Contributors")

    assert client.get(PAGE, {"items": keys(items)}).status_code == 403
    assert client.get(reverse("desk:carry")).status_code == 403


def test_seeing_costs_the_same_for_3_items_as_for_30(client, session, items):
    officer(client)

    def queries():
        chosen = {"items": keys(Recommendation.objects.all()), "session": session.pk}
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE, chosen)
        return len(captured)

    queries()
    few = queries()
    for n in range(10, 40):
        factories.recommendation(f"MS2023-{n}", published=True, addressees=[None])

    assert queries() == few
