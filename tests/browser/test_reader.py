"""The way of a reader: look for something, narrow it, open it, cite it, and be back in the same place."""

import re

import pytest
from playwright.sync_api import expect

LIST = "/recommendations/"
FRANCE = "[name=addressed_to][value=france]"
WORKSHOP = "Workshop outcome, not an official view"
PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}

# What a sighted reader sees of the focus: a line around something that is on the screen.
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const { top, bottom, width } = one.getBoundingClientRect();
  return one === document.body || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && width > 1 && bottom > 0 && top < innerHeight;
}"""


def query(page) -> str:
    return page.url.partition("?")[2].replace("%20", "+")


# Without JavaScript.


def test_reader_finds_opens_and_returns_without_javascript(open_page):
    page = open_page("/", width=360, java_script_enabled=False)

    page.get_by_label("Search the recommendations").fill("networks OR cooperation")
    page.get_by_role("button", name="Search").click()
    page.locator("summary", has_text="Standing").click()
    page.get_by_label(WORKSHOP).check()
    page.get_by_role("button", name="Show").click()
    narrowed, rows = query(page), page.locator("ol.rows h3 a").count()
    page.locator("ol.rows h3 a").first.click()

    assert "q=networks+OR+cooperation" in narrowed
    assert "standing=workshop" in narrowed
    assert page.locator("#citation").inner_text().startswith(page.locator("article .reference").first.inner_text())

    page.get_by_role("link", name=f"Back to the list (1 of {rows})").click()

    assert query(page) == "q=networks+OR+cooperation&standing=workshop"
    assert page.locator("label.narrow:visible").count() == 0


def test_reader_returns_to_the_page_of_the_list_from_which_she_came(open_page):
    page = open_page(f"{LIST}?state=open", java_script_enabled=False)
    page.get_by_role("link", name="Next", exact=True).click()
    references = page.locator("ol.rows .reference").all_inner_texts()

    page.locator("ol.rows h3 a").nth(1).click()
    page.get_by_role("link", name=f"Previous: {references[0]}").click()
    page.get_by_role("link", name=f"Next: {references[1]}").click()
    page.get_by_role("link", name=re.compile(r"Back to the list \(27 of \d+\)")).click()

    assert query(page) == "state=open&page=2"
    assert page.locator("ol.rows .reference").all_inner_texts() == references


# By keyboard.


def tab_to(page, target):
    """Press Tab until the focus is there; it must be in sight at every stop."""
    for _ in range(400):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS), page.evaluate("document.activeElement.outerHTML")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {target}")


def test_reader_finds_cites_and_returns_by_keyboard_alone(open_page):
    # Without motion what has the focus is in sight at once.
    page = open_page("/", permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce")

    tab_to(page, page.get_by_role("link", name="Skip to the content"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Search the recommendations"))
    page.keyboard.type("networks OR cooperation")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recommendations/?q=*")
    tab_to(page, page.get_by_role("link", name="Filter"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#group-standing summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label(WORKSHOP))
    page.keyboard.press("Space")
    page.wait_for_url("**standing=workshop*")
    tab_to(page, page.get_by_role("button", name="Show"))
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_be_focused()
    narrowed, rows = query(page), page.locator("ol.rows h3 a").count()
    tab_to(page, page.locator("ol.rows h3 a").nth(1))
    page.keyboard.press("Enter")
    page.wait_for_url("**?list=*")
    tab_to(page, page.get_by_role("button", name="Copy citation"))
    page.keyboard.press("Enter")
    expect(page.locator("#copied")).to_have_text("Copied")
    tab_to(page, page.get_by_role("link", name=f"Back to the list (2 of {rows})"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/recommendations/?*")

    assert query(page) == narrowed
    assert page.complaints == []


# On a phone.


def test_reader_finds_cites_and_returns_on_a_phone(open_page):
    page = open_page(LIST, **PHONE)

    page.get_by_role("link", name="Filter").tap()
    expect(page.get_by_role("heading", name="Filter")).to_be_in_viewport()
    page.locator("summary", has_text="Standing").tap()
    page.locator("label", has_text=WORKSHOP).tap()
    page.wait_for_url("**standing=workshop")
    page.get_by_role("button", name="Show").tap()
    expect(page.locator("#count")).to_be_in_viewport()
    rows = page.locator("ol.rows h3 a").count()

    assert page.get_by_role("link", name="Filter (1)").is_visible()

    page.locator("ol.rows h3 a").first.tap()
    page.get_by_role("link", name="Next: ").tap()
    page.get_by_role("button", name="Copy reference and address").tap()
    expect(page.locator("#copied")).not_to_be_empty()
    page.get_by_role("link", name=f"Back to the list (2 of {rows})").tap()
    page.wait_for_url("**/recommendations/?standing=workshop")

    assert page.locator("ol.rows h3 a").count() == rows


# With htmx: the list changes in place.


@pytest.fixture
def loads():
    """The addresses of the documents that were loaded as pages."""
    return []


@pytest.fixture
def open_list(open_page, loads):
    def open_(address=LIST):
        page = open_page(address)
        page.on("load", lambda page: loads.append(page.url))
        return page

    return open_


def test_choosing_swaps_the_list_in_place(open_list, loads):
    page = open_list(f"{LIST}?state=open")
    before = page.locator("ol.rows").inner_text()
    page.locator("#group-topic summary").click()
    page.locator("#group-addressed_to summary").click()

    page.locator(FRANCE).focus()
    page.keyboard.press("Space")
    expect(page.locator("#announced")).not_to_be_empty()

    assert page.locator("#announced").inner_text() == page.locator("#count").inner_text()
    assert query(page) == "state=open&addressed_to=france"
    assert loads == []
    assert page.locator(FRANCE).evaluate("one => one === document.activeElement")
    assert page.locator("ul.pills li").count() == 3
    assert page.locator("ol.rows").inner_text() != before
    assert page.locator("details[open]").evaluate_all("all => all.map(one => one.id)") == [
        "group-state",
        "group-topic",
        "group-addressed_to",
    ]

    # Taking the last choice of a group away would fold it on a page of its own.
    page.keyboard.press("Space")
    page.wait_for_url("**/?state=open")
    expect(page.locator(FRANCE)).to_be_focused()

    assert loads == []
    assert page.locator("ol.rows").inner_text() == before
    assert page.complaints == []


def test_what_is_ticked_on_a_phone_stays_under_the_finger(open_page):
    page = open_page(LIST, **PHONE)
    page.locator("#group-topic summary").click()
    box = page.locator("[name=topic]").first
    box.scroll_into_view_if_needed()
    before = box.bounding_box()["y"]
    rows = page.locator("ol.rows li").count()

    box.click()
    expect(page.locator("#announced")).not_to_be_empty()

    assert page.locator("ol.rows li").count() < rows
    assert abs(page.locator("[name=topic]").first.bounding_box()["y"] - before) < 2


def test_typing_narrows_a_long_group_and_stays_typed(open_list):
    page = open_list()
    page.locator("#group-addressed_to summary").click()
    options = page.locator("#group-addressed_to li:visible label")

    page.locator("#narrow-addressed_to").press_sequentially("turk")
    assert options.all_inner_texts() == ["Türkiye"]

    options.click()
    page.wait_for_url("**addressed_to=turkiye")
    expect(page.locator("#announced")).not_to_be_empty()

    assert page.locator("#narrow-addressed_to").input_value() == "turk"
    assert options.all_inner_texts() == ["Türkiye"]

    page.locator("#narrow-addressed_to").fill("fran")

    assert options.all_inner_texts() == ["France", "Türkiye"]  # what is chosen stays in sight


def test_back_restores_the_list_before(open_list):
    page = open_list()
    page.locator("#group-standing summary").click()
    page.get_by_label(WORKSHOP).check()
    page.wait_for_url("**standing=workshop")

    page.go_back()
    expect(page.locator("ul.pills")).to_have_count(0)

    assert page.url.endswith(LIST)
    assert not page.get_by_label(WORKSHOP, exact=True).is_checked()


@pytest.mark.parametrize("fail", ["abort", "answer with an error"])
def test_failing_request_falls_back_to_the_page_itself(open_list, loads, fail):
    page = open_list()

    def handle(route):
        if "hx-request" not in route.request.headers:
            route.continue_()
        elif fail == "abort":
            route.abort()
        else:
            route.fulfill(status=500, body="An error")

    page.route("**/recommendations/?*", handle)
    page.locator("#group-standing summary").click()
    page.get_by_label(WORKSHOP).check()
    page.wait_for_url("**standing=workshop*")
    expect(page.locator("ul.pills li")).to_have_count(2)

    assert [address.partition("?")[0] for address in loads] == [page.url.partition("?")[0]]
