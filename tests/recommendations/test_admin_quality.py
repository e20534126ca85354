"""Data quality: every gap is found, counted and led to where it is mended; every contradiction has its list."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Namesake
from recommendations.admin.quality import CONTRADICTIONS, GAPS, listings
from recommendations.models import FollowUpAction, Recommendation, Topic
from tests import factories as make
from tests.desk import change, officer

pytestmark = pytest.mark.django_db

PAGE = "/admin/quality/"
SOUND = {"published": True, "addressees": [None]}
MODELS = [model for app in ("actors", "meetings", "recommendations") for model in apps.get_app_config(app).get_models()]
WORDS = [
    (model._meta.model_name, word)
    for model in MODELS
    for word in dir(model._default_manager.all())
    if word.startswith("inconsistent_")
]


def shown(page) -> dict[str, list[str]]:
    return {
        one.listing.name: [name for line in one.lines for _url, name in line.links] for one in page.context["lists"]
    }


def incomplete():
    """One thing with each gap, beside things that have none."""
    topic, fresh = make.topic(), {"issued_on": date.today()}
    of = make.meeting("MS2023", published=True)
    session = make.session(of)
    make.recommendation("MS2023-01", session, **SOUND, **fresh, topics=[topic])
    make.recommendation("MS2023-02", session, position=" ", addressees=[None], topics=[topic], **fresh)
    make.recommendation("MS2023-03", session, **SOUND, **fresh)
    make.recommendation("MS2023-04", session, topics=[topic], **fresh)
    make.recommendation("MS2023-05", session, **SOUND, topics=[topic])
    archived = make.recommendation("MS2023-06", session, published=True)
    archived.archive()
    Recommendation.objects.filter(pk=archived.pk).update(position=" ")
    make.action("MS2023-A01", published=True, due_on=date(2030, 1, 1))
    make.action("MS2023-A02", published=True)
    make.action("MS2023-A03", published=True).cancel(reason="Given up.")
    make.actor("Organisation for Border Management")
    make.actor("Organization for Border Management")


def test_every_gap_is_listed_and_nothing_else(client):
    incomplete()
    officer(client)

    found = shown(client.get(PAGE))

    assert {name: [one.partition(" ")[0] for one in names] for name, names in found.items()} == {
        "position": ["MS2023-02"],
        "topic": ["MS2023-03"],
        "addressee": ["MS2023-04"],
        "due-date": ["MS2023-A02"],
        "unreviewed": ["MS2023-05"],
        "namesakes": ["Organisation", "Organization"],
    }


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.name)
def test_gap_leads_to_where_it_is_mended(client, gap):
    incomplete()
    officer(client)

    page = client.get(reverse("desk:quality_list", args=[gap.name]))
    links = [url for line in page.context["lines"] for url, _name in line.links]

    assert len(links) == (2 if gap.name == "namesakes" else 1)
    for url in links:
        address, _, place = url.partition("#")
        mended = client.get(address)
        assert mended.status_code == 200
        assert not place or f'id="{place}"' in mended.content.decode()


def test_every_contradiction_of_every_model_has_a_list_and_a_title():
    names = {f"{model}-{word.removeprefix('inconsistent_')}" for model, word in WORDS}

    assert names <= {listing.name for listing in listings()}
    assert set(CONTRADICTIONS) == {f"{model}.{word}" for model, word in WORDS}


@pytest.mark.parametrize(("model", "word"), WORDS)
def test_every_contradiction_stands_on_the_page(client, model, word):
    officer(client)
    address = reverse("desk:quality_list", args=[f"{model}-{word.removeprefix('inconsistent_')}"])

    page = client.get(PAGE)

    assert f'href="{address}"' in page.content.decode()
    assert client.get(address).status_code == 200


def test_contradiction_is_listed_with_the_way_to_it(client):
    item = make.recommendation("MS2023-01", published=True)
    deeper = make.topic("Theft", part_of=make.topic("Penal law", part_of=make.topic("Law")))
    wrong = make.assess(make.addressee(item), "in_progress")
    other = make.addressee(item)
    fields = {"status": "not_started", "as_of": wrong.as_of, "basis": "checked", "number": 1}
    other.status_changes.create(corrects=wrong, **fields)
    Recommendation.objects.filter(pk=item.pk).update(issued_on=date(2020, 1, 1))
    officer(client)

    links = {
        one.listing.name: [url for line in one.lines for url, _name in line.links]
        for one in client.get(PAGE).context["lists"]
    }

    assert links["topic-levels"] == [change(deeper)]
    assert links["recommendation-issue"] == [change(item)]
    assert links["statuschange-correction"] == [change(other)]


def test_nothing_wrong_is_said_in_a_line(client):
    officer(client)

    page = client.get(PAGE)

    assert page.context["lists"] == []
    assert "Nothing is missing, old or contradictory." in page.content.decode()


def test_who_has_nothing_to_mend_sees_no_list(client):
    officer(client, "Contributors")

    assert client.get(PAGE).status_code == client.get("/admin/quality/topic/").status_code == 403


def test_list_that_is_not_there_is_not_found(client):
    officer(client)

    assert client.get("/admin/quality/nonsense/").status_code == 404


def test_each_list_costs_one_query_however_many_rows_it_has(client):
    incomplete()
    officer(client)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE)
        return [one["sql"] for one in captured if 'AS "found"' in one["sql"]], len(captured)

    queries()
    lists, few = queries()
    session = Recommendation.objects.first().session
    for n in range(10, 40):
        item = make.recommendation(f"MS2023-{n}", session, published=True, position="x")
        make.assess(make.addressee(make.recommendation(f"MS2023-{n + 40}", session)), "in_progress")
        make.action(f"MS2023-A{n}", answering=[item], published=True)
        make.topic(f"Deeper {n}", part_of=make.topic(f"Deep {n}", part_of=make.topic(f"Main {n}")))

    assert len(lists) == len(listings())
    assert queries()[1] == few


def test_words_of_gaps():
    every = Recommendation.objects
    incomplete()

    assert [item.reference for item in every.without_position()] == ["MS2023-02", "MS2023-06"]
    assert [item.reference for item in every.kept_up().without_position()] == ["MS2023-02"]
    assert [item.reference for item in every.without_topic()] == ["MS2023-03", "MS2023-06"]
    assert [item.reference for item in every.without_addressee()] == ["MS2023-04", "MS2023-06"]
    assert [action.reference for action in FollowUpAction.objects.undated()] == ["MS2023-A02"]


def test_kept_up_leaves_out_what_its_meeting_took_along():
    item = make.recommendation(**SOUND)
    item.session.meeting.archive()

    assert list(Recommendation.objects.kept_up()) == []


# Actors under two names.


def pairs() -> list[tuple[str, str, str]]:
    return [(pair.one.name, pair.other.name, pair.because) for pair in Namesake.objects.order_by("one", "other")]


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        ({"name": "Türkiye Büro"}, {"name": "turkiye BURO"}, "same"),
        ({"name": "Network of prosecutors", "acronym": "NP"}, {"name": "Nautical Police", "acronym": "np"}, "same"),
        ({"name": "European Border Centre"}, {"name": "Centre EB", "acronym": "European border centre"}, "same"),
        ({"name": "Organisation for Borders"}, {"name": "Organization for Borders"}, "similar"),
        ({"name": "Prosecutor of France", "country_code": "FR"}, {"name": "Prosecutor of France."}, "similar"),
    ],
)
def test_namesakes_are_called_the_same_or_alike(one, other, because):
    make.actor(one.pop("name"), slug="one", **one)
    make.actor(other.pop("name"), slug="other", **other)

    assert [pair[2] for pair in pairs()] == [because]


def test_alias_that_is_the_name_of_another_makes_namesakes():
    one, other = make.actor("Centre for smuggling"), make.actor("Europol unit")
    one.aliases.create(name="EUROPOL UNIT")
    one.aliases.create(name="Centre for Smuggling")

    assert pairs() == [(one.name, other.name, "same")]


def test_bodies_of_two_countries_are_no_namesakes():
    make.actor("Ministry of Justice and Police 1", country_code="FR")
    make.actor("Ministry of Justice and Police 2", country_code="DE")
    make.actor("Something else altogether")

    assert pairs() == []


def test_namesakes_are_bounded():
    for n in range(40):
        make.actor("Same name", slug=f"same-{n}")

    assert Namesake.objects.count() == 200
    assert Topic.objects.count() == 0
