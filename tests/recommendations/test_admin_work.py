"""My work: each number is that of exactly its list, for oneself and for everybody, in few queries and few words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from meetings.models import Publication
from recommendations.admin.work import WORK
from recommendations.models import Addressee, FollowUpAction, Recommendation, Response
from tests import factories as make
from tests.desk import officer

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LONG_AGO = TODAY - timedelta(days=400)
PAGE = "/admin/work/"
EVERYBODY = f"{PAGE}?whose=everybody"


def days(n: int):
    return TODAY + timedelta(days=n)


def item(n: int, owner=None, **fields):
    fields = {"published": True, "addressees": [make.actor()], "issued_on": LONG_AGO} | fields
    return make.recommendation(f"MS2023-{n:02}", owner=owner, **fields)


def register(owner, start: int = 10):
    """One thing for each list; what is late, soon due, waiting or stale belongs to the owner."""
    waiting = {"published": False, "publication": Publication.IN_REVIEW}
    item(start, **waiting)
    sent_back = item(start + 1, published=False)
    sent_back.submit(by=owner)
    sent_back.send_back(reason="Say on which page.")
    answered = item(start + 2, owner)
    make.respond(answered.addressees.get(), "accepted", TODAY, accepted=False)
    for n, due in [(3, -1), (4, 3)]:
        asked = item(start + n, owner).addressees.get()
        asked.ask(on=days(-30), due=days(due))
        item(start + n + 2, owner, due_on=days(due))
        make.action(f"MS2023-A{start + n:02}", published=True, due_on=days(due), answering=[item(start + n + 4, owner)])
    item(start + 9, owner, continuous=True, review_on=days(20))
    stale = item(start + 10, owner).addressees.get()
    make.assess(stale, "in_progress", LONG_AGO)
    meeting = make.meeting(f"R{start}", publication=Publication.IN_REVIEW)
    make.challenge(f"R{start}-C01", make.session(meeting), publication=Publication.IN_REVIEW)
    make.action(f"R{start}-A01", publication=Publication.IN_REVIEW)


WAITING = ["review-meetings", "review-items", "review-actions", "review-challenges", "sent-back-items", "answers"]
DUE = ["late-answers", "late-actions", "late-items", "answers-soon", "actions-soon", "items-soon", "reviews", "stale"]
ONE_EACH = dict.fromkeys([*WAITING, *DUE], 1) | {"open": 9}


def numbers(page) -> dict[str, int]:
    return {one.listing.name: one.n for one in page.context["lists"]}


def test_work_shows_what_waits_for_oneself_and_on_demand_for_everybody(client):
    publisher = officer(client, "Publishers")
    register(publisher)
    register(make.user("other@example.org"), 40)
    shared = ["review-meetings", "review-items", "review-actions", "review-challenges"]

    mine, everybodys = client.get(PAGE), client.get(EVERYBODY)

    assert numbers(mine) == ONE_EACH | dict.fromkeys(shared, 2)
    twice = {name: 2 * n for name, n in ONE_EACH.items()}
    assert numbers(everybodys) == twice | {"open": 22}


@pytest.mark.parametrize("query", ["", "?whose=everybody"])
def test_every_number_is_that_of_exactly_its_list(client, query):
    publisher = officer(client, "Publishers")
    register(publisher)
    register(make.user("other@example.org"), 40)

    for name, n in numbers(client.get(f"{PAGE}{query}")).items():
        listed = client.get(f"{reverse('desk:work_list', args=[name])}{query}")
        assert (name, listed.context["page"].paginator.count, len(listed.context["lines"])) == (name, n, n)


def test_editor_reviews_nothing(client):
    editor = officer(client, "Editors")
    register(editor)

    shown = numbers(client.get(PAGE))

    assert [name for name in shown if name.startswith("review-")] == []
    assert client.get(reverse("desk:work_list", args=["review-items"])).status_code == 404


def test_long_list_begins_on_the_page_and_goes_on_behind_its_number(client):
    editor = officer(client, "Editors")
    for n in range(10, 75):
        item(n, editor)

    found = client.get(PAGE).context["lists"][0]
    behind = [client.get(f"{reverse('desk:work_list', args=['open'])}?page={page}") for page in (1, 2)]

    assert (found.n, len(found.lines), found.rest) == (65, 20, 45)
    assert [len(page.context["lines"]) for page in behind] == [50, 15]


def test_nothing_to_do_is_said_in_a_line(client):
    officer(client, "Editors")

    page = client.get(PAGE)

    assert page.context["lists"] == []
    assert "Nothing is waiting for you. A good day." in page.content.decode()


def test_index_of_the_desk_begins_with_what_waits(client):
    register(officer(client, "Publishers"))

    page = client.get(reverse("admin:index"))

    assert numbers(page) == ONE_EACH
    assert "1 · Recommendations to review" in page.content.decode()


def test_index_of_the_desk_opens_to_whom_nothing_is_shown(client):
    officer(client, "Contributors")

    page = client.get(reverse("admin:index"))

    assert (page.status_code, "desk-work" in page.content.decode()) == (200, False)
    assert client.get(PAGE).status_code == client.get("/admin/work/open/").status_code == 403


@pytest.mark.parametrize("query", ["whose=typo", "whose=", "whose=everybody&whose=everybody", "whose=%00"])
@pytest.mark.parametrize("address", [PAGE, "/admin/work/open/", "/admin/"])
def test_whose_that_cannot_be_read_shows_no_rows(client, address, query):
    item(10, officer(client))

    page = client.get(f"{address}?{query}")

    assert page.status_code == 200
    assert "MS2023-10" not in page.content.decode()


@pytest.mark.parametrize("page", ["0", "2", "x", "%00", "999999999999999999999"])
def test_page_that_is_not_there_shows_no_rows(client, page):
    item(10, officer(client))

    answer = client.get(f"/admin/work/open/?page={page}")

    assert (answer.status_code, answer.context["lines"]) == (200, [])
    assert "There is no such page of this list." in answer.content.decode()


def queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", [PAGE, EVERYBODY, "/admin/", *(f"/admin/work/{one.name}/" for one in WORK)])
def test_work_costs_the_same_for_few_rows_as_for_many(client, address):
    publisher = officer(client, "Publishers")
    register(publisher)
    few = queries(client, address)
    for n in range(30, 99, 30):
        register(publisher, n)

    assert queries(client, address) == few


# The words.


def test_due_soon_is_from_a_day_until_thirty_days_later():
    rows = [item(n, due_on=days(due)).addressees.get() for n, due in enumerate([-1, 0, 30, 31], 10)]
    actions = [make.action(f"MS2023-A{n}", due_on=days(due)) for n, due in enumerate([-1, 0, 30, 31], 10)]
    for row, due in zip(rows, [-1, 0, 30, 31], strict=True):
        row.ask(on=days(-5), due=days(due))
    actions[1].cancel(reason="Given up.")
    make.respond(rows[1], "accepted", TODAY)
    make.assess(rows[2], "not_implemented", TODAY)

    assert [one.recommendation.reference for one in Addressee.objects.due_soon()] == ["MS2023-12"]
    assert [one.reference for one in FollowUpAction.objects.due_soon()] == ["MS2023-A12"]
    assert [one.reference for one in Recommendation.objects.due_soon()] == ["MS2023-11"]
    assert [one.reference for one in Recommendation.objects.due_soon(days(31), timedelta(0))] == ["MS2023-13"]


def test_review_is_due_from_thirty_days_before():
    for n, day in enumerate([-400, 30, 31], 10):
        item(n, continuous=True, review_on=days(day))
    done = item(20, continuous=True, review_on=TODAY)
    make.assess(done.addressees.get(), "no_longer_applicable", TODAY)

    assert [one.reference for one in Recommendation.objects.review_due()] == ["MS2023-10", "MS2023-11"]


def test_owned_by_is_of_the_owner_of_the_recommendation():
    owner = make.user()
    mine, other = item(10, owner), item(11)
    action = make.action(answering=[mine, other])
    make.action("MS2023-A02", answering=[other])
    waits = make.respond(mine.addressees.get(), "accepted", TODAY, accepted=False)
    make.respond(other.addressees.get(), "accepted", TODAY, accepted=False)
    make.respond(mine.addressees.get(), "accepted", TODAY)

    assert list(Recommendation.objects.owned_by(owner)) == [mine]
    assert list(Addressee.objects.owned_by(owner)) == [mine.addressees.get()]
    assert list(FollowUpAction.objects.owned_by(owner)) == [action]
    assert list(Response.objects.owned_by(owner).waiting()) == [waits]
