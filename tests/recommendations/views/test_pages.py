"""The public pages: what they show, what they cost, and what they answer to nonsense."""

import gzip
import re
from datetime import date

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings, strategies as st

from meetings.models import Audience
from recommendations.models import Instrument, LinkKind, ResponsePosition, Status
from tests.factories import (
    action,
    actor,
    assess,
    challenge,
    country,
    evidence,
    meeting,
    member,
    note,
    proposer,
    recommendation,
    respond,
    session,
    topic,
)

pytestmark = pytest.mark.django_db

PAGES = ["front", "list", "meetings", "actors", "topics", "actions", "changes", "challenges"]


def text(answer) -> str:
    """The page without its line breaks."""
    return " ".join(answer.content.decode().split())


def grown(n: int) -> list[str]:
    """A register in which everything that can be many is n; returns the addresses of its pages."""
    of = meeting("MS2023", published=True)
    group, money = actor("Group"), topic("Money")
    sessions = [session(of, number) for number in range(1, n + 1)]
    earlier = session(meeting("MS2019", published=True, starts_on=date(2019, 1, 1), ends_on=date(2019, 1, 2)))
    whole = recommendation("MS2023-01", sessions[0], published=True)
    main = recommendation("MS2023-02", sessions[0], published=True)
    for i in range(n):
        body = country(f"Country {i}", f"A{chr(65 + i)}")
        member(group, body)
        below = topic(f"Money {i}", part_of=money)
        recommendation(f"MS2023-01.{i + 1}", part_of=whole, published=True, addressees=[body], topics=[below])
        other = recommendation(f"MS2023-{i + 10}", sessions[i], published=True, addressees=[group], topics=[below])
        recommendation(f"MS2023-{i + 50}", restates=main, published=True)
        proposer(other, f"speaker {i}", body)
        proposer(main, f"speaker {i}", group)
        main.topics.add(below)
        main.instruments.add(Instrument.objects.create(slug=f"law-{i}", short_name=f"Law {i}", title="Law"))
        row = main.addressees.create(actor=body)
        assess(row, Status.IMPLEMENTED, evidence=[evidence(audience=Audience.PUBLIC) for _ in range(n)])
        respond(row, ResponsePosition.ACCEPTED, audience=Audience.PUBLIC, evidence=[evidence()])
        note(main, audience=Audience.PUBLIC)
        done = action(f"MS2023-A{i + 10}", published=True, answering=[main, other], in_place=[whole], responsible=group)
        note(done, audience=Audience.PUBLIC)
        challenge(f"MS2023-C{i + 10}", sessions[i], published=True, answered_by=[main, other])
        for tens, kind in enumerate([LinkKind.REPEATS, LinkKind.RELATED], 1):
            main.earlier_links.create(
                earlier=recommendation(f"MS2019-{tens}{i + 10}", earlier, published=True), kind=kind
            )
    return [
        *(reverse(f"recommendations:{name}") for name in PAGES),
        "/recommendations/?addressed_to=group&status=implemented&topic=money&meeting=ms2023&session=ms2023.1&series=annual-meeting",
        "/recommendations/MS2023-01/",
        main.get_absolute_url(),
        f"{main.get_absolute_url()}?list=status%3Dimplemented%26topic%3Dmoney%26addressed_to%3Dgroup",
        of.get_absolute_url(),
        group.get_absolute_url(),
        money.get_absolute_url(),
    ]


MOST = {"list": 12, "recommendation": 14, "front": 14, "meeting": 14, "actor": 14, "topic": 14}


def costs(client, n: int) -> list[tuple[str, str, int]]:
    """The queries of every page of a register grown to n."""
    counted = []
    with transaction.atomic():
        for address in grown(n):
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address)
            assert answer.status_code == 200
            counted.append((address, answer.resolver_match.url_name, len(queries)))
        transaction.set_rollback(True)
    return counted


def test_queries_keep_their_budget_and_do_not_grow_with_rows(client):
    few, many = costs(client, 1), costs(client, 4)

    assert few == many
    assert [cost for cost in many if cost[-1] > MOST.get(cost[1], 14)] == []


@pytest.mark.parametrize("query", ["", "addressed_to=group", "status=implemented&topic=money"])
def test_list_keeps_its_size_whatever_the_filter(client, query):
    of, group = session(meeting("MS2023", published=True)), actor("Group")
    long = (
        "Words that fill a headline of the greatest length, as hardly an officer would write it but could if need be "
    )
    for i in range(40):
        body = actor(f"An actor with a rather long name of its own, number {i}")
        item = recommendation(f"MS2023-{i + 10}", of, published=True, headline=f"{long}{i}", addressees=[body, group])
        item.topics.add(topic(f"A topic with a name {i}"))

    page = client.get(f"/recommendations/?{query}").content

    assert len(page) < 120_000
    assert len(gzip.compress(page)) < 20_000


def test_list_shows_what_the_address_asks_for(client):
    recommendation("MS2023-01", published=True, headline="Share data sooner", addressees=[actor("Court")])
    recommendation("MS2023-02", published=True, headline="Train judges", addressees=[None])

    page = text(client.get("/recommendations/?q=data"))

    assert "Share <mark>data</mark> sooner" in page
    assert "Train judges" not in page
    assert "1 of 2 recommendations" in page


def test_list_tells_beside_the_field_what_cannot_be_read(client):
    recommendation("MS2023-01", published=True, headline="Share data sooner")

    answer = client.get("/recommendations/?issued_after=soon&q=data&status=<b>")
    page = text(answer)

    assert answer.status_code == 200
    assert "Share data sooner" not in page
    assert "Enter a valid date." in page
    assert 'value="data"' in page
    assert "<b>" not in page


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "%00", "9" * 400])
def test_page_that_is_not_there_leads_back(client, number):
    recommendation("MS2023-01", published=True)

    answer = client.get(f"/recommendations/?status=not_assessed&page={number}")

    assert answer.status_code == 200
    assert 'href="?status=not_assessed"' in text(answer)


def test_item_says_what_the_register_does_not_know(client):
    item = recommendation("MS2023-01", published=True, addressees=[None])

    page = text(client.get(item.get_absolute_url()))

    assert "Nobody named" in page
    assert "No response requested" in page
    assert "Not assessed" in page
    assert "No follow-up action is recorded yet" in page


def test_front_page_of_an_empty_register_says_so(client):
    assert "Nothing is published yet." in text(client.get("/"))


def test_front_page_counts_what_is_followed_up(client):
    lead = recommendation("MS2023-01", published=True, addressees=[None])
    recommendation("MS2023-02", published=True, restates=lead)
    done = recommendation("MS2023-03", published=True, addressees=[actor("Court")])
    assess(done.addressees.get(), Status.IMPLEMENTED)

    page = text(client.get("/"))

    assert 'href="/recommendations/">2 recommendations</a> are followed up here.' in page
    assert 'href="/meetings/">1 meeting</a> is in the register.' in page
    assert 'href="/recommendations/?without=addressee">1</a>' in page
    assert 'href="/recommendations/?status=not_assessed">1</a> of <a href="/recommendations/">2</a>' in page


def test_meeting_shows_every_statement_in_the_order_of_the_report(client):
    of = meeting("MS2023", published=True)
    second, first = session(of, 2), session(of, 1)
    lead = recommendation("MS2023-02", second, published=True, order=10)
    recommendation("MS2023-01", first, published=True, restates=lead, order=20)
    recommendation("MS2023-03", first, published=True, order=10)

    answer = client.get(of.get_absolute_url())

    shown = [item.reference for one in answer.context["sessions"] for item in one.statements]
    assert shown == ["MS2023-03", "MS2023-01", "MS2023-02"]
    assert "3 statements" in text(answer)
    assert "2 to follow up" in text(answer)


@pytest.mark.parametrize(
    "address",
    [
        "/recommendations/MS2023-99/",
        "/recommendations/ms2023-01/",
        "/recommendations/%00/",
        "/recommendations/" + "A" * 5000 + "/",
        "/meetings/x/",
        "/actors/x%0A/",
        "/topics/x/",
        "/nothing/",
        "/%E2%80%AE/",
    ],
)
def test_unknown_address_is_a_helpful_404(client, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert "References look like MS2023-07" in text(answer)


@pytest.mark.parametrize("typed", ["ms2023-01", "Ms2023-01", "ms2023-1"])
def test_reference_in_small_letters_leads_to_its_page(client, db, typed):
    recommendation("MS2023-01", published=True)

    answer = client.get(f"/recommendations/{typed}/")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/recommendations/MS2023-01/")


@pytest.mark.parametrize("name", [*PAGES, "about", "healthz"])
def test_pages_are_read_only_and_strict(client, name):
    address = reverse(f"recommendations:{name}")

    policy = client.get(address).headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert client.head(address).status_code == 200
    assert Client(enforce_csrf_checks=True).post(address).status_code == 405


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_search_is_answered(client, words):
    assert client.get("/recommendations/", {"q": words}).status_code == 200


def test_text_of_every_script_is_shown_as_it_was_entered(client):
    odd = "حكم <script>alert(1)</script> e\u0301 \U0001f468‍⚖️ “x”"
    item = recommendation("MS2023-01", published=True, headline=odd, text=odd, addressees=[actor("Court")])

    page = client.get(item.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert odd.replace("<", "&lt;").replace(">", "&gt;") in page


def links(answer) -> list[str]:
    """The addresses of this site to which a page leads."""
    return sorted({link.split("#")[0] for link in re.findall(r'href="(/[^"]*)"', answer.content.decode())})


@pytest.mark.parametrize("archived", [False, True])
def test_every_link_of_a_meeting_and_its_items_leads_somewhere(client, archived):
    of = meeting("MS2023", published=True)
    item = recommendation("MS2023-01", session(of), published=True, addressees=[actor("Court")], topics=[topic()])
    item.instruments.add(Instrument.objects.create(slug="treaty", short_name="Treaty", title="The Treaty"))
    of.participants.add(actor("Guest"))
    assess(item.addressees.get(), Status.IN_PROGRESS)
    if archived:
        of.archive()

    for address in (of.get_absolute_url(), item.get_absolute_url()):
        answer = client.get(address)
        found = {
            link: client.get(link.replace("&amp;", "&")) for link in links(answer) if not link.startswith("/static")
        }

        assert [link for link, page in found.items() if page.status_code != 200] == []
        assert [link for link, page in found.items() if "could not be read" in text(page)] == []


def test_meeting_tells_what_of_a_later_meeting_answers_a_challenge(client):
    later = recommendation("MS2024-01", published=True)
    voiced = challenge("MS2023-C01", published=True, answered_by=[later])

    assert "MS2024-01" in text(client.get(voiced.session.meeting.get_absolute_url()))


def test_members_stand_beneath_their_group(client):
    item = recommendation("MS2023-01", published=True)
    states, land, court = actor("States"), actor("Land"), actor("Court")
    member(states, land)
    group = item.addressees.create(actor=states)
    item.addressees.create(actor=court)
    group.open_members()

    rows = item.addressees.members_beneath()

    assert [row.actor.name for row in rows] == ["States", "Land", "Court"]


def test_numbers_of_an_actor_equal_the_lists_behind_them(client):
    states = actor("States")
    lands = [country(f"Land {code}", code) for code in ("AA", "AB", "AC")]
    for land in lands:
        member(states, land)
    opened = recommendation("MS2023-01", published=True, addressees=[states])
    opened.addressees.get().open_members()
    assess(opened.addressees.get(actor=lands[0]), Status.IMPLEMENTED)
    assess(opened.addressees.get(actor=lands[1]), Status.NOT_IMPLEMENTED)
    recommendation("MS2023-02", published=True, addressees=[states])

    for one in [states, *lands]:
        page = client.get(one.get_absolute_url())

        for status, n in page.context["play"].counts:
            behind = client.get(f"/recommendations/?addressed_to={one.slug}&status={status}")
            assert (one.name, status, n) == (one.name, status, behind.context["facets"].found)
        behind = client.get(f"/recommendations/?addressed_to={one.slug}")
        assert page.context["concerned_n"] == behind.context["facets"].found == 2


@pytest.mark.parametrize("names", [[], ["Türkiye", "Turkey"]])
def test_actor_is_shown_with_its_other_names(client, names):
    court = actor("Court")
    for name in names:
        court.aliases.create(name=name)
    recommendation("MS2023-01", published=True, addressees=[court])

    answer = client.get(court.get_absolute_url())

    assert answer.context["actor"].also_called == sorted(names)
    assert ("Also called" in text(answer)) == bool(names)
