"""An item's page in a browser: copied at one press, read on a small phone, printed whole."""

from playwright.sync_api import expect

from tests.browser.followup import FULL

ITEM = f"/recommendations/{FULL}/"
WIDE = "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().right > 321).length"


def test_citation_is_copied_at_one_press_and_said(open_page):
    page = open_page(ITEM, permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy citation")

    button.focus()
    page.keyboard.press("Enter")
    page.locator("#copied", has_text="Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#citation").inner_text()
    assert page.evaluate("document.activeElement.textContent") == "Copy citation"
    assert page.complaints == []


def test_citation_is_selected_where_the_browser_does_not_let_it_be_copied(open_page):
    page = open_page(ITEM)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')) }")

    page.get_by_role("button", name="Copy reference and address").click()
    page.locator("#copied", has_text="Selected").wait_for()

    assert page.evaluate("getSelection().toString().trim()") == page.locator("#short-citation").inner_text()


def test_item_is_read_at_320_pixels_without_javascript(open_page):
    page = open_page(f"{ITEM}?list=state%3Dopen", width=320, java_script_enabled=False)

    page.locator("summary", has_text="27 members").click()
    page.locator("summary", has_text="What changed in the wording since MS2021-01").click()
    box = page.locator("body").bounding_box()
    wide = page.locator("article *").evaluate_all(WIDE)

    assert box["width"] == 320
    assert wide == 0
    assert page.get_by_role("row", name="Cyprus").is_visible()
    assert page.locator("details[open] ins").first.is_visible()
    assert page.get_by_role("button", name="Copy").count() == 0

    page.get_by_role("link", name="Next: ").click()
    page.get_by_role("link", name="Back to the list").click()

    assert page.url.endswith("/recommendations/?state=open")


def test_item_is_printed_with_what_is_folded_and_without_buttons(open_page):
    page = open_page(ITEM)

    page.emulate_media(media="print")

    folded = page.locator("details table, details .prose")
    expect(folded).to_have_count(3)
    for one in folded.all():
        expect(one).to_be_visible()
    assert [one.is_visible() for one in page.locator("button, .place").all()] == [False] * 3
