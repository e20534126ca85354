"""The list of what concerns the bodies for which somebody answers."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.utils import timezone

from meetings.models import Audience
from recommendations.models import Addressee, Evidence, ProgressNote, Response
from tests import factories
from tests.recommendations.answers.people import ANSWERS, contributor, items_on

pytestmark = pytest.mark.django_db


def asked(item, days_ago: int, due_in: int):
    today = timezone.localdate()
    item.addressees.get().ask(on=today - timedelta(days=days_ago), due=today + timedelta(days=due_in))


def test_list_shows_what_concerns_the_body_the_late_first_and_says_why(client):
    court = factories.actor("Court")
    group, part, other = factories.actor("Courts"), factories.actor("Registry", part_of=court), factories.actor("Other")
    factories.member(group, court)
    told = [court, group, part, court, court, other]
    items = [
        factories.recommendation(f"MS2023-0{n}", published=True, addressees=[who])
        for n, who in enumerate(told, start=1)
    ]
    factories.recommendation("MS2023-07", addressees=[court])
    asked(items[3], 40, 20)
    asked(items[4], 40, -10)
    contributor(client, court)

    answer = client.get(ANSWERS)

    why = [row.actor.name for item in answer.context["page"] for row in item.chosen]
    page = answer.content.decode()
    assert items_on(answer) == ["MS2023-05", "MS2023-04", "MS2023-01", "MS2023-02", "MS2023-03"]
    assert why == ["Court", "Court", "Court", "Courts", "Registry"]
    assert page.count("Addressed to Court<") == 3
    assert page.count("Through Courts<") == 1
    assert page.count("Addressed to Registry, a part or member<") == 1
    assert (page.count('class="to-answer"'), page.count('class="button"')) == (3, 2)
    assert answer.context["figures"] == {"all": 5, "late": 1, "awaiting": 2, "open": 5}


def test_ones_own_late_answers_come_before_those_of_groups_and_both_before_what_is_asked(client):
    court, group = factories.actor("Court"), factories.actor("Courts")
    factories.member(group, court)
    told = {"MS2023-01": (court, 10), "MS2023-02": (group, -30), "MS2023-03": (court, -10), "MS2023-04": (group, 5)}
    for reference, (who, due_in) in told.items():
        asked(factories.recommendation(reference, published=True, addressees=[who]), 40, due_in)
    factories.respond(Addressee.objects.get(recommendation__reference="MS2023-03"), "considering")
    contributor(client, court)

    assert items_on(client.get(ANSWERS)) == ["MS2023-03", "MS2023-02", "MS2023-01", "MS2023-04"]


def test_every_figure_leads_to_as_many_rows(client):
    court = factories.actor("Court")
    items = [factories.recommendation(f"MS2023-0{n}", published=True, addressees=[court]) for n in range(1, 6)]
    asked(items[0], 40, -10)
    asked(items[1], 40, 10)
    factories.respond(items[0].addressees.get(), "considering")
    factories.assess(items[2].addressees.get(), "implemented")
    contributor(client, court)

    figures = client.get(ANSWERS).context["figures"]

    assert figures == {"all": 5, "late": 1, "awaiting": 1, "open": 4}
    queries = ["", "late=response", "response=awaiting", "state=open"]
    assert [len(items_on(client.get(f"{ANSWERS}?{query}"))) for query in queries] == [5, 1, 1, 4]


def test_item_that_names_two_of_ones_bodies_stands_once(client):
    court, registry = factories.actor("Court"), factories.actor("Registry")
    group = factories.actor("Courts")
    factories.member(group, registry)
    item = factories.recommendation("MS2023-01", published=True, addressees=[court, group])
    contributor(client, court, registry)

    answer = client.get(ANSWERS)

    assert items_on(answer) == ["MS2023-01"]
    assert answer.context["figures"]["all"] == 1
    assert {row.actor.name: row.for_whom for row in answer.context["page"][0].chosen} == {
        "Court": ["Court"],
        "Courts": ["Registry"],
    }
    assert item.reference in answer.content.decode()


def test_address_of_the_list_asks_for_no_other_body(client):
    court, other = factories.actor("Court"), factories.actor("Other")
    factories.recommendation("MS2023-01", published=True, addressees=[court])
    factories.recommendation("MS2023-02", published=True, addressees=[other])
    contributor(client, court)

    assert items_on(client.get(f"{ANSWERS}?addressed_to=other")) == ["MS2023-01"]


def test_value_that_cannot_be_read_shows_nothing_and_says_so(client):
    court = factories.actor("Court")
    factories.recommendation("MS2023-01", published=True, addressees=[court])
    contributor(client, court)

    answer = client.get(f"{ANSWERS}?late=typo")

    assert items_on(answer) == []
    assert answer.content.decode().count("“typo” is not one of its values.") == 1


def test_answer_that_waits_is_told_to_those_who_gave_it_alone(client):
    court = factories.actor("Court")
    group = factories.actor("Courts")
    factories.member(group, court)
    own = factories.recommendation("MS2023-01", published=True, addressees=[court])
    factories.respond(own.addressees.get(), "accepted", date(2024, 3, 1), accepted=False)
    of_group = factories.recommendation("MS2023-02", published=True, addressees=[group])
    factories.respond(of_group.addressees.get(), "accepted", date(2024, 4, 1), accepted=False)
    contributor(client, court)

    page = client.get(ANSWERS).content.decode()

    assert page.count("waits to be checked") == 1
    assert page.count("An answer of 1 Mar 2024 waits to be checked.") == 1


def test_what_the_body_proposed_comes_after_and_leads_to_the_public_list(client):
    court = factories.actor("Court")
    for n in (1, 2):
        factories.proposer(factories.recommendation(f"MS2023-0{n}", published=True), who=court)
    factories.proposer(factories.recommendation("MS2023-03"), who=court)
    contributor(client, court)

    context = client.get(ANSWERS).context

    assert items_on(client.get(ANSWERS)) == []
    assert [item.reference for item in context["proposed"]] == ["MS2023-01", "MS2023-02"]
    assert QueryDict(context["proposed_query"]).getlist("proposed_by") == ["court"]
    assert client.get(f"/recommendations/?{context['proposed_query']}").context["facets"].found == 2


@pytest.mark.parametrize("n", [1, 12])
def test_list_asks_the_database_no_more_for_many_rows(client, django_assert_max_num_queries, n):
    bodies = [factories.actor("Court"), factories.actor("Registry")]
    for number in range(1, n + 1):
        item = factories.recommendation(f"MS2023-{number:02}", published=True, addressees=bodies)
        factories.proposer(item, who=bodies[0])
        asked_row = item.addressees.first()
        factories.respond(asked_row, "accepted", accepted=False)
    contributor(client, *bodies)

    with django_assert_max_num_queries(14):
        client.get(ANSWERS)


def test_page_of_somebody_signed_out_leads_to_the_door(client):
    item = factories.recommendation("MS2023-01", published=True, addressees=[factories.actor("Court")])

    for address in (ANSWERS, f"{ANSWERS}{item.reference}/", f"{ANSWERS}MS2023-99/"):
        answer = client.get(address)
        assert (answer.status_code, urlsplit(answer.url).path) == (302, "/sign-in/")


def test_words_for_the_network_leave_out_what_is_internal_or_waits():
    row = factories.addressee()
    for audience in Audience.values:
        proofs = [factories.evidence(f"{audience} {seen}", audience=seen) for seen in Audience.values]
        factories.respond(row, "accepted", text=audience, audience=audience, evidence=proofs)
        factories.note(row, audience, audience=audience)
    factories.respond(row, "accepted", text="waits", audience="network", accepted=False,
                      evidence=[factories.evidence("waits", audience="network")])  # fmt: skip

    assert [answer.text for answer in Response.objects.restricted()] == ["network"]
    assert [note.text for note in ProgressNote.objects.restricted()] == ["network"]
    assert [answer.text for answer in Response.objects.waiting()] == ["waits"]
    assert sorted(Evidence.objects.shared().values_list("title", flat=True)) == [
        "network network", "network public", "public network", "public public",
    ]  # fmt: skip
