"""Every page of the desk opens, for whom it should, and costs the same for few rows as for many."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Contribution, Document, DocumentKind, Meeting, Series, Session
from recommendations.models import Capacity, CuratedSearch, Instrument, LinkKind, RecommendationLink
from tests import factories
from tests.desk import officer

pytestmark = pytest.mark.django_db
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)


def register(rows: int = 1):
    """A register with that many rows of everything that the desk lists."""
    group = factories.actor("Network of prosecutors")
    of = factories.meeting("MS2023")
    Document.objects.create(meeting=of, kind=DocumentKind.OUTCOME_REPORT, title="Report")
    session = factories.session(of)
    before = factories.recommendation("MS2022-01", factories.session(factories.meeting("MS2022", slug="ms2022")))
    main = factories.topic("Main topic")
    for n in range(1, rows + 1):
        body = factories.actor(f"Body no. {n}", part_of=group)
        factories.member(group, body)
        Contribution.objects.create(session=session, order=n, who="a judge", on_what="a case").actors.add(body)
        item = factories.recommendation(
            f"MS2023-{n:02}", session, addressees=[body], owner=factories.user(f"{n}@example.org", is_staff=True)
        )
        item.topics.add(factories.topic(f"Topic {n}", part_of=main))
        factories.proposer(item, who=body, capacity=Capacity.BODY)
        row = item.addressees.get()
        factories.respond(row, "accepted")
        factories.assess(row, "implemented")
        urgent = factories.recommendation(f"MS2023-{n + 50}", session, addressees=[body], priority=True)
        factories.propose(urgent.addressees.get(), by=item.owner)
        factories.note(row)
        factories.note(item)
        RecommendationLink.objects.create(later=item, earlier=before, kind=LinkKind.REPEATS)
        done = factories.action(f"MS2023-A{n:02}", responsible=body, answering=[item], reported_in=session)
        factories.evidence(action=done).save()
        factories.challenge(f"MS2023-C{n:02}", session, answered_by=[item])
        Instrument.objects.create(slug=f"i-{n}", short_name=f"Instrument {n}", title="A treaty")
        CuratedSearch.objects.create(title=f"Search {n}", query=f"year={2000 + n}")
        factories.meeting(f"M{n}X", series=Series.objects.create(slug=f"s-{n}", name=f"Series {n}"))
        factories.session(of, number=n + 1)


@pytest.fixture
def superuser(client):
    client.force_login(factories.user("root@example.org", is_staff=True, is_superuser=True))


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.model_name)
def test_page_of_every_registered_model_opens(client, superuser, model):
    register()
    label = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    addable = admin.site.get_model_admin(model).has_add_permission(client.get(reverse("admin:index")).wsgi_request)

    listed = client.get(reverse(f"{label}_changelist"))
    searched = client.get(reverse(f"{label}_changelist"), {"q": "body"})
    added = client.get(reverse(f"{label}_add"))
    changed = client.get(reverse(f"{label}_change", args=[model.objects.first().pk]))

    assert (listed.status_code, searched.status_code, changed.status_code) == (200, 200, 200)
    assert added.status_code == (200 if addable else 403)


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.model_name)
def test_page_of_every_registered_model_opens_to_editors_who_may_see_it(client, model):
    register()
    user = officer(client, "Editors")
    label = f"{model._meta.app_label}_{model._meta.model_name}"
    expected = 200 if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}") else 403

    listed = client.get(reverse(f"admin:{label}_changelist"))
    changed = client.get(reverse(f"admin:{label}_change", args=[model.objects.first().pk]))

    assert (listed.status_code, changed.status_code) == (expected, expected)


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.model_name)
def test_list_costs_the_same_for_3_rows_as_for_30(client, superuser, model):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    register(3)
    few = queries(client, address)
    more()

    assert queries(client, address) == few


def more():
    """Twenty-seven more of everything."""
    session = Session.objects.get(meeting__code="MS2023", number=1)
    group = factories.actor("Second network")
    for n in range(4, 31):
        body = factories.actor(f"Body no. {n}", part_of=group)
        owner = factories.user(f"{n}@example.org", is_staff=True)
        item = factories.recommendation(f"MS2023-{n:02}", session, addressees=[body], owner=owner)
        factories.action(f"MS2023-A{n:02}", responsible=body, reported_in=session)
        factories.challenge(f"MS2023-C{n:02}", session, answered_by=[item])
        factories.topic(f"Topic {n}", part_of=factories.topic(f"Main topic {n}"))
        Instrument.objects.create(slug=f"i-{n}", short_name=f"Instrument {n}", title="A treaty")
        CuratedSearch.objects.create(title=f"Search {n}", query=f"year={2000 + n}")
        factories.session(
            factories.meeting(f"M{n}X", series=Series.objects.create(slug=f"s-{n}", name=f"Series {n}")), number=1
        )


def test_contributor_cannot_enter_the_desk(client):
    contributor = officer(client, "Contributors")
    contributor.is_staff = False
    contributor.save()

    answer = client.get(reverse("admin:index"))

    assert (answer.status_code, answer.url) == (302, f"{reverse('admin:login')}?next={reverse('admin:index')}")


def test_contributor_with_staff_status_sees_no_record(client):
    officer(client, "Contributors")

    assert client.get(reverse("admin:recommendations_recommendation_changelist")).status_code == 403


def test_login_page_has_one_heading_and_the_name_of_the_site(client, settings):
    page = client.get(reverse("admin:login")).content.decode()

    assert page.count("<h1") == 1
    assert "Recommendations tracker" in page


@pytest.mark.parametrize(
    "address",
    [
        "/admin/recommendations/recommendation/?q=%00",
        "/admin/recommendations/recommendation/?publication__exact=%00",
        "/admin/recommendations/recommendation/?session__id__exact=99999999999999999999999",
        "/admin/recommendations/recommendation/?nonsense=1",
        "/admin/recommendations/recommendation/add/?session=abc&part_of=%00&topics=1,x&objects=1",
        "/admin/recommendations/recommendation/add/?session=99999999999999999999999&topics=99999999999999999999999",
        "/admin/recommendations/recommendation/99999999999999999999999/change/",
        "/admin/recommendations/recommendation/x%00/change/",
        "/admin/autocomplete/?term=%00&app_label=recommendations&model_name=addressee&field_name=actor",
        "/admin/meetings/session/choices/?term=MS&app_label=recommendations&model_name=recommendation&field_name=session",
    ],
)
def test_address_that_makes_no_sense_is_no_broken_page(client, superuser, address):
    register()

    assert client.get(address, follow=True).status_code in {200, 400, 404}


def test_session_is_offered_with_its_meeting(client):
    officer(client)
    factories.session(factories.meeting("MS2023"), title="Opening")
    address = "/admin/meetings/session/choices/?app_label=recommendations&model_name=recommendation&field_name=session"

    offered = client.get(f"{address}&term=MS2023").json()

    assert [one["text"] for one in offered["results"]] == ["MS2023 · 1. Opening"]


def test_no_page_of_the_desk_brings_a_script_or_style_of_its_own(client, superuser):
    register()
    item = Meeting.objects.get(code="MS2023").sessions.first().recommendations.first()
    pages = [
        reverse("admin:recommendations_recommendation_change", args=[item.pk]),
        reverse("admin:recommendations_addressee_assess", args=[item.addressees.get().pk]),
    ]

    for page in pages:
        html = client.get(page).content.decode()
        assert ("<script>" in html, "<style" in html, " style=" in html, " onclick=" in html) == (False,) * 4


def listed(page) -> list:
    return list(page.context["cl"].queryset)


def test_filter_offers_a_few_as_links_and_many_by_name(client, superuser):
    register(2)
    address = reverse("admin:recommendations_recommendation_changelist")
    few = client.get(address).content.decode()
    more()

    page = client.get(address)
    named = client.get(address, {"owner_named": "7@example", "publication__exact": "draft"})

    assert ('name="owner_named"' in few, 'name="owner_named"' in page.content.decode()) == (False, True)
    assert sorted(item.reference for item in listed(named)) == ["MS2023-07", "MS2023-17", "MS2023-27"]
    assert '<input type="hidden" name="publication__exact" value="draft">' in named.content.decode()


def test_filter_by_something_that_is_none_is_no_broken_page(client, superuser):
    register(1)
    more()
    address = "/admin/recommendations/recommendation/"

    answers = {
        client.get(f"{address}?{name}={value}", follow=True).status_code
        for name in ("owner_named", "owner__id__exact", "meeting_named")
        for value in ("%00", "x", "9" * 30, "", "%ED%A0%80", "a&owner_named=b")
    }

    assert answers == {200}
