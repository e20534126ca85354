"""The pages of those who answer for a body, as they meet them: on a phone, without a mouse, without scripts."""

import pytest

from tests.browser.conftest import CONTRIBUTOR, PASSWORD
from tests.browser.examine import examine

pytestmark = pytest.mark.django_db
NOTHING = {"axe": [], "too wide": [], "headings": [], "landmarks": [], "small": []}


@pytest.fixture
def door(browser, register):
    """The page at which one signs in, in a window of its own on a phone."""
    window = browser.new_context(has_touch=True, viewport={"width": 360, "height": 900})
    window.set_default_timeout(120_000)  # a busy machine is no fault of a page
    page = window.new_page()
    page.goto(f"{register}/sign-in/")
    yield page
    window.close()


def sign_in(page):
    page.fill("[name=username]", CONTRIBUTOR)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/answers/")


def wrong(page) -> dict:
    return {kind: found for kind, found in examine(page).items() if found != NOTHING[kind]}


def test_door_has_no_barrier_also_when_it_stays_shut(door):
    open_ = wrong(door)
    door.fill("[name=username]", "nobody@example.org")
    door.fill("[name=password]", "wrong")
    door.click("main button")
    door.wait_for_selector("[role=alert]")

    assert (open_, wrong(door)) == ({}, {})


def test_own_pages_have_no_barrier(door, register):
    sign_in(door)
    found = {"list": wrong(door)}
    door.goto(f"{register}/password/")
    found["password"] = wrong(door)
    door.goto(f"{register}/answers/")
    door.locator(".to-answer a").first.click()
    found["answer"] = wrong(door)
    door.check("[value=not_accepted]")
    door.click("form.own button[type=submit]")
    door.wait_for_selector("[role=alert]")
    found["refused"] = wrong(door)

    assert found == {"list": {}, "password": {}, "answer": {}, "refused": {}}


def test_answer_is_given_by_keyboard_alone(door):
    sign_in(door)
    door.locator(".to-answer a").first.focus()
    door.keyboard.press("Enter")
    door.wait_for_selector("h1")
    door.locator("[value=considering]").focus()
    door.keyboard.press("ArrowDown")
    door.keyboard.press("Tab")
    chosen = door.evaluate(
        "() => [document.querySelector('[name=position]:checked').value, document.activeElement.name]"
    )

    assert chosen == ["accepted", "claims"]
