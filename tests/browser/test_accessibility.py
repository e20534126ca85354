"""What the accessibility page promises: every public page is examined, in every register there is."""

import pytest

from meetings.models import Meeting
from recommendations.models import Addressee, Recommendation, Topic
from tests.browser.examine import KINDS, examine

pytestmark = pytest.mark.django_db

EXAMINED = ["report", "example"]
LIST, MATRIX = "/recommendations/", "/recommendations/matrix/"
PAGES = [
    "/",
    LIST,
    f"{LIST}?state=open&late=recommendation&issued_before=2030-01-01",
    f"{LIST}?q=nothing-has-this-word",
    f"{LIST}?status=nonsense&issued_after=typo&page=x",
    f"{LIST}?page=999",
    "/meetings/",
    "/actors/",
    "/topics/",
    "/actions/",
    "/changes/",
    "/changes/?what=status&since=2024-01-01&until=typo",
    "/challenges/",
    f"{MATRIX}?by=topics",
    "/about/",
    "/accessibility/",
    "/nowhere/",
]


def addresses() -> list[str]:
    """Every kind of page: of items the fullest, a whole, and one that says something again."""
    items = Recommendation.objects.published()
    assessed = items.order_by("-addressees__status_changes__number", "reference")
    chosen = [
        assessed.filter(addressees__members__status_changes__isnull=False).first(),
        items.divided().first(),
        items.filter(restates__isnull=False).first(),
    ]
    group = Addressee.objects.filter(recommendation=chosen[0], members__isnull=False).first()
    member = group.members.first()
    return [
        *PAGES,
        *(f"{item.get_absolute_url()}?list=state%3Dopen" for item in chosen),
        *(meeting.get_absolute_url() for meeting in Meeting.objects.published()),
        *(row.actor.get_absolute_url() for row in (group, member)),
        Topic.objects.filter(part_of=None).first().get_absolute_url(),
        f"{LIST}?q=networks+OR+cooperation&addressed_to={member.actor.slug}",
        f"{MATRIX}?unfold={group.actor.slug}",
    ]


@pytest.fixture(scope="module")
def findings(register, window):
    """What is wrong, by kind and page. Each page is opened once, on a screen that is touched: it asks the most."""
    page = window(has_touch=True).new_page()
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith(register) else said.append(request.url))
    found = {kind: {} for kind in [*KINDS, "answer", "complaints"]}
    for address in addresses():
        answer = page.goto(register + address)
        wrong = examine(page) | {"answer": answer.status if answer.status != 200 else None, "complaints": [*said]}
        for kind in found:
            if wrong[kind]:
                found[kind][address] = wrong[kind]
        said.clear()
    page.close()
    found["complaints"].pop("/nowhere/")  # that there is no such page
    return found


@pytest.mark.parametrize("register", EXAMINED, indirect=True)
@pytest.mark.parametrize("kind", [*KINDS, "complaints"])
def test_no_page_has_a_barrier(findings, kind):
    assert findings[kind] == {}


@pytest.mark.parametrize("register", EXAMINED, indirect=True)
def test_every_page_answers(findings):
    assert findings["answer"] == {"/nowhere/": 404}


def test_a_page_full_of_barriers_is_found_out(window):
    page = window(has_touch=True).new_page()
    page.set_content("""
      <header></header><nav></nav><main>
        <h1>One</h1><h3>Three</h3>
        <p style="color: #888">Grey</p><div style="width: 50em">Wide</div><button>Small</button>
      </main>
    """)

    found = examine(page)

    assert {said.partition(":")[0] for said in found.pop("axe")} >= {
        "color-contrast at 1440 px in light",
        "heading-order at 360 px in dark",
    }
    assert found == {
        "too wide": [
            "488 px beyond 320 with text of 16 px",
            "1248 px beyond 360 with text of 32 px",
            "328 px beyond 1280 with text of 32 px",
        ],
        "headings": ["1 → 3"],
        "landmarks": ["footer"],
        "small": ["<button>Small</button>"],
    }
    page.close()
