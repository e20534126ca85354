"""An officer enters a report's bullets by keyboard alone, and without JavaScript.

These tests write. They have a server of their own, run after those that only read, and leave an empty register.
"""

import pytest
from django.contrib.auth.models import Group

from recommendations.models import Recommendation
from tests import factories
from tests.browser.examine import SCREENS, barriers, disorder, too_wide

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "of many words 7"
PASTED = "\uf0b7\tMap the caves\n\uf0b7\tTrain\no\tthe divers\no\tthe doctors\n"
BENEATH = "() => document.activeElement.name"


@pytest.fixture
def sheet(browser, live_server):
    """The address of an empty sheet; Clubs and the topic Maps are in the register."""
    factories.actor("Clubs", acronym="CLB")
    factories.topic("Maps")
    user = factories.user("editor@example.org", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name="Editors")[0])
    session = factories.session(factories.meeting("CV2030"))
    return f"{live_server.url}/admin/sessions/{session.pk}/sheet/"


@pytest.fixture
def page(browser, sheet):
    """The sheet in a window, opened by keyboard: log in, and there it is."""

    def page_(**options):
        window = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        windows.append(window)
        window.set_default_timeout(60_000)
        page = window.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(sheet)
        page.locator("[name=username]:focus").wait_for()
        page.keyboard.type("editor@example.org")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        return page

    windows = []
    yield page_
    for window in windows:
        window.close()


def tab_to(page, name: str):
    """Goes on with the Tab key until the cell of this name has the focus."""
    for _ in range(60):
        if page.evaluate(BENEATH) == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} is not reached")


def type_into(page, name: str, value: str):
    tab_to(page, name)
    page.keyboard.type(value)


def entered() -> list[tuple]:
    """What stands in the meeting of the sheet; beside it may still lie what other tests read."""
    return [
        (item.reference, item.headline, item.kind, [row.name for row in item.addressees.all()])
        for item in Recommendation.objects.filter(session__meeting__code="CV2030").order_by("reference")
    ]


def test_officer_enters_a_sheet_by_keyboard_alone(page):
    page = page()
    tab_to(page, "pasted")
    page.keyboard.insert_text(PASTED)
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    begun = page.evaluate(BENEATH)
    page.keyboard.type("Map the caves")
    for headline in ["Train rescuers", "Train divers", "Train doctors"]:
        page.keyboard.press("Alt+Shift+ArrowDown")
        page.keyboard.type(headline)
    page.keyboard.press("Alt+Shift+ArrowLeft")
    alone = page.locator(".rows .reference").all_inner_texts()
    page.keyboard.press("Alt+Shift+ArrowRight")
    for _ in range(3):
        page.keyboard.press("Alt+Shift+ArrowUp")
    for name, value in {"kind": "Cal", "standing": "Con", "asks_for": "Gui", "capacity": "The r"}.items():
        type_into(page, f"row-0-{name}", value)
    type_into(page, "row-0-in_whose_words", "the report")
    type_into(page, "row-0-addressees", "CL")
    page.wait_for_function("() => document.querySelector('#names option')?.value === 'Clubs (CLB)'")
    page.keyboard.type("B")
    said = page.locator("[name=row-1-addressees]").get_attribute("placeholder")
    count = page.locator("#count").inner_text()
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")

    assert (begun, said, count) == ("row-0-headline", "CLB", "4 to record")
    assert alone == ["CV2030-01", "CV2030-02", "CV2030-02.1", "CV2030-03"]
    assert entered() == [
        ("CV2030-01", "Map the caves", "call", ["Clubs"]),
        ("CV2030-02", "Train rescuers", "call", []),
        ("CV2030-02.1", "Train divers", "call", ["Clubs"]),
        ("CV2030-02.2", "Train doctors", "call", ["Clubs"]),
    ]
    assert [one for one in page.complaints if "404" not in one] == []


def test_officer_enters_a_sheet_without_javascript_and_mends_what_is_wrong(page):
    page = page(java_script_enabled=False)
    page.fill("[name=pasted]", "• Map the caves")
    page.click("[name=paste]")
    page.fill("[name=row-0-headline]", "Map the caves")
    page.fill("[name=row-0-addressees]", "Clbs")
    page.fill("[name=row-0-in_whose_words]", "the report")
    for name, value in {"kind": "call", "standing": "conclusion", "asks_for": "guidance", "capacity": "report"}.items():
        page.select_option(f"[name=row-0-{name}]", value)
    page.click("[name=save]")

    refused = page.locator(".rows .errorlist").all_inner_texts()
    page.fill("[name=row-0-addressees]", "Clubs")
    page.click("[name=save]")

    assert refused == ["“Clbs” is not in the register. Did you mean CLB?"]
    assert entered() == [("CV2030-01", "Map the caves", "call", ["Clubs"])]


def test_sheet_raises_no_barrier(page):
    page = page()
    page.fill("[name=pasted]", PASTED)
    page.click("[name=paste]")
    page.click("button[name=check]:visible")

    assert [one for screen in SCREENS for one in barriers(page, *screen)] == []
    assert too_wide(page) == []
    assert disorder(page.evaluate("() => [...document.querySelectorAll('h1,h2,h3')].map(one => +one.tagName[1])")) == []


def test_unsaved_rows_are_not_left_by_mistake(page):
    page = page()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.fill("[name=row-0-headline]", "Map the caves")
    page.get_by_role("link", name="Back to the session").click()
    page.wait_for_url("**/session/*/change/")

    assert asked == ["beforeunload"]
