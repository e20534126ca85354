"""Paper, colours of the reader's own, and less motion."""

import pytest

from tests.browser.followup import FULL

A4 = 718  # CSS pixels between margins of 10 mm
PAPER = [
    ("/recommendations/?state=open", A4),
    (f"/recommendations/{FULL}/?list=state%3Dopen", A4),
    ("/meetings/eurojust-migrant-smuggling-2023/", A4),
    ("/recommendations/matrix/", 1047),  # landscape
    ("/recommendations/matrix/?by=topics", 1047),
]
NOT_PRINTED = "nav:not(.breadcrumb) a, form, button, .to-filters, .skip, footer .links"
MOVING = """() => [...document.querySelectorAll("*")].map(one => getComputedStyle(one)).filter(
  one => one.scrollBehavior !== "auto" || parseFloat(one.transitionDuration) || one.animationName !== "none"
).length"""
CUT = """width => [...document.querySelectorAll("main *, footer *")].filter(one => {
  const { left, right } = one.getBoundingClientRect();
  return one.checkVisibility() && !one.closest(".hidden, svg") && (left < 0 || right > width + 1);
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(("address", "width"), PAPER)
def test_page_is_printed_whole_with_its_address_and_without_what_one_presses(open_page, address, width):
    page = open_page(address, width=width, color_scheme="dark")

    page.emulate_media(media="print")
    printed = page.locator("footer .printed")

    assert page.locator(NOT_PRINTED).evaluate_all("all => all.filter(one => one.checkVisibility())") == []
    assert page.evaluate(CUT, width) == []
    assert address.partition("?list")[0] in printed.inner_text()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_printed_list_says_what_it_is_a_part_of(open_page):
    page = open_page("/recommendations/?state=open", width=A4)

    page.emulate_media(media="print")

    assert page.get_by_text("Page 1 of 2").is_visible()
    assert page.locator("ul.pills li:visible").count() == 1
    assert page.locator("ul.pills li").first.inner_text().startswith("Open or closed: Open")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_take_the_colours_that_a_reader_forces(open_page, scheme):
    page = open_page("/recommendations/?q=networks", forced_colors="active", color_scheme=scheme)

    shapes, words = (
        page.locator(one).evaluate_all("all => all.map(one => getComputedStyle(one).color)")
        for one in (".row .shape", ".row .status")
    )

    assert shapes == words
    assert len(shapes) > 3


def test_less_motion_is_honoured(open_page):
    still = open_page("/recommendations/", reduced_motion="reduce")
    usual = open_page("/recommendations/", reduced_motion="no-preference")

    assert (still.evaluate(MOVING), usual.evaluate(MOVING)) == (0, 1)
