"""The matrix where only a browser shows it: on a phone, by keyboard, and on paper."""

import re

import pytest

from recommendations.models import Addressee
from tests.browser.followup import PART

MATRIX = "/recommendations/matrix/"
A4_LANDSCAPE = 1047  # CSS pixels between its margins

WIDER = "node => node.scrollWidth - node.clientWidth"


@pytest.mark.parametrize(("query", "name"), [("", "Where each addressee stands"), ("?by=topics", "Topics by status")])
def test_matrix_scrolls_in_its_own_region_on_a_phone(open_page, query, name):
    page = open_page(MATRIX + query, width=360)
    region = page.get_by_role("region", name=name)
    head = page.get_by_role("rowheader").first

    region.focus()
    page.keyboard.press("ArrowRight", delay=500)
    page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")

    assert page.locator("html").evaluate(WIDER) == 0
    assert region.evaluate(WIDER) > 0
    assert head.bounding_box()["x"] == region.bounding_box()["x"]
    assert page.complaints == []


def test_members_are_unfolded_by_keyboard(open_page):
    group = Addressee.objects.get(recommendation__reference=PART, via=None)
    page = open_page(MATRIX, java_script_enabled=False)

    page.get_by_role("link", name=re.compile("Show its .* members")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("unfold="))

    assert page.locator("tr.member").count() == group.members.count()
    assert page.get_by_role("link", name="Hide its members").count() == 1


def test_matrix_prints_on_a4_landscape_without_loss(open_page):
    page = open_page(MATRIX, width=A4_LANDSCAPE)
    page.emulate_media(media="print")

    table = page.locator("table.matrix")
    cells = table.locator("td, th").evaluate_all(
        "cells => cells.map(cell => cell.checkVisibility() && cell.getBoundingClientRect().right)"
    )
    printed = page.pdf(prefer_css_page_size=True)

    assert len(cells) == table.locator("tr").count() * 13
    assert max(cells) <= A4_LANDSCAPE
    assert all(cells)
    width, height = (float(one) for one in re.search(rb"/MediaBox \[0 0 (\S+) (\S+)\]", printed).groups())
    assert (round(width), round(height)) == (842, 595)
