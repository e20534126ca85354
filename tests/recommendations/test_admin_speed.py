"""A page of the desk costs as many queries with many rows as with few: opened, and sent."""

from functools import partial

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import ActorAlias
from meetings.models import Contribution, Document, DocumentKind
from recommendations.models import (
    ActionLink,
    ActionRelation,
    Addressee,
    ClosingProposal,
    LinkKind,
    Recommendation,
    RecommendationLink,
    Response,
)
from tests import factories
from tests.desk import change, form, verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser(client):
    client.force_login(factories.user("root@example.org", is_staff=True, is_superuser=True))


@pytest.fixture
def things():
    """One of each kind whose page has rows."""
    session = factories.session(factories.meeting("MS2023"))
    before = factories.session(factories.meeting("MS2022"))
    return {
        "group": factories.actor("Group"),
        "meeting": session.meeting,
        "session": session,
        "item": factories.recommendation("MS2023-01", session),
        "earlier": factories.recommendation("MS2022-01", before),
        "action": factories.action("MS2023-A01", reported_in=session),
        "addressee": factories.addressee(factories.recommendation("MS2022-02", before), factories.actor("Asked")),
    }


def fill(things: dict, numbers: range):
    """So many rows of every kind on the pages of these things, and so many things in every table."""
    group, session, item = things["group"], things["session"], things["item"]
    for n in numbers:
        body = factories.actor(f"Office {n}")
        factories.member(group, body)
        ActorAlias.objects.create(actor=group, name=f"Alias {n}")
        things["meeting"].participants.add(body)
        Document.objects.create(meeting=things["meeting"], kind=DocumentKind.OUTCOME_REPORT, title=f"Report {n}")
        factories.session(things["meeting"], number=n + 10)
        said = Contribution.objects.create(session=session, order=n, who="a judge", on_what="a case")
        said.actors.add(body)
        factories.addressee(item, body)
        factories.proposer(item, f"speaker {n}", who=body)
        item.topics.add(factories.topic(f"Topic {n}"))
        earlier = factories.recommendation(f"MS2022-{n + 10}", things["earlier"].session)
        later = factories.recommendation(f"MS2023-{n + 10}", session)
        RecommendationLink.objects.create(later=item, earlier=earlier, kind=LinkKind.REPEATS)
        RecommendationLink.objects.create(later=later, earlier=things["earlier"], kind=LinkKind.RELATED)
        ActionLink.objects.create(action=things["action"], recommendation=earlier, relation=ActionRelation.ANSWERING)
        factories.evidence(action=things["action"], number=n).save()
        factories.assess(things["addressee"], "implemented")
        factories.respond(things["addressee"], "accepted")
        for of in (things["addressee"], things["action"], item):
            factories.note(of)


def cost(deed) -> int:
    deed()  # what is asked once for all is asked now
    with CaptureQueriesContext(connection) as captured:
        answer = deed()
    assert answer.status_code in {200, 302}
    return len(captured)


def pages(client, things: dict) -> dict[str, int]:
    opened = {name: cost(partial(client.get, change(thing))) for name, thing in things.items()}
    sent = {}
    for name, thing in things.items():
        sent[f"{name}, sent"] = cost(partial(client.post, change(thing), form(client, change(thing))))
    return opened | sent


def test_page_with_many_rows_costs_what_one_with_few_costs(client, superuser, things):
    fill(things, range(1, 3))
    few = pages(client, things)
    fill(things, range(3, 13))

    assert pages(client, things) == few


def test_row_is_shown_with_what_it_names(client, superuser, things):
    fill(things, range(1, 4))

    page = client.get(change(things["item"])).content.decode()

    assert [page.count(f"selected>Office {n}</option>") for n in range(1, 4)] == [2, 2, 2]  # addressee, proposer


def other_pages(things: dict) -> list[str]:
    """Pages on which something is entered, chosen or done."""
    added = [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
        for model in admin.site._registry
        if model not in (Addressee, ClosingProposal, Response)  # entered elsewhere
    ]
    verbs = [
        verb(thing, one.name)
        for name in ("item", "meeting", "action", "addressee")
        for thing in [things[name]]
        for one in admin.site.get_model_admin(type(thing)).verbs
    ]
    choice = "app_label=recommendations&model_name=recommendation&field_name"
    chosen = [f"/admin/autocomplete/?{choice}={name}" for name in ("part_of", "restates", "topics", "instruments")]
    addressee = "app_label=recommendations&model_name=addressee&field_name=actor"
    session = f"/admin/meetings/session/choices/?{choice}=session"
    return [*added, *verbs, *chosen, session, f"/admin/autocomplete/?{addressee}"]


def test_page_costs_the_same_whatever_the_size_of_the_register(client, superuser, things):
    fill(things, range(1, 3))
    addresses = other_pages(things)
    few = {address: cost(partial(client.get, address)) for address in addresses}
    fill(things, range(3, 13))

    assert {address: cost(partial(client.get, address)) for address in addresses} == few
    assert Recommendation.objects.count() == 27
