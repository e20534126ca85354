"""A passage fits the item that says the same in other words, and no other item."""

import pytest

from recommendations.intake.fit import Fit, words
from recommendations.intake.report import read
from recommendations.intake.wording import passage
from tests.recommendations.intake.cave_rescue import ITEMS, REPORT

PLACES = [(section, position) for _, section, position, _, _ in ITEMS]


def fitting(place: tuple[int, str]) -> list[str]:
    """The items for which the passage at a place would be taken."""
    report = read(REPORT)
    found, fit = passage(report, *place), Fit(report)
    return [item for item, _, _, headline, text in ITEMS if fit.accepts(found, f"{headline} {text}")]


@pytest.mark.parametrize(("item", "place"), [(item[0], place) for item, place in zip(ITEMS, PLACES, strict=True)])
def test_a_passage_fits_its_own_item_only(item, place):
    assert fitting(place) == [item]


@pytest.mark.parametrize(
    ("item", "shifted"),
    [
        ("CR2024-01", (0, "paragraph 3, sentence 2")),
        ("CR2024-01", (0, "paragraph 1, sentence 1")),
        ("CR2024-02", (1, "paragraph 1, sentence 1")),
        ("CR2024-02", (1, "paragraph 1, sentence 3")),
        ("CR2024-03", (2, "bullet 1, sentence 2")),
        ("CR2024-04", (2, "bullet 2, sentence 1")),
        ("CR2024-05", (2, "bullet 2, sub-bullet 2")),
        ("CR2024-06", (2, "bullet 3, sentence 1")),
        ("CR2024-07", (3, "bullet 1, sentence 1")),
        ("CR2024-08", (3, "bullet 2")),
        ("CR2024-09", (4, "bullet 1")),
        ("CR2024-09", (4, "bullet 3")),
        ("CR2024-09", (3, "bullet 2")),
    ],
)
def test_a_passage_beside_its_item_does_not_fit(item, shifted):
    assert [found for found in fitting(shifted) if found == item] == []


def test_words_are_compared_without_accents_and_endings():
    assert words("Prosecuting Škocjan’s prosecutors at sea, with JITs") == {"prosec", "skocja", "jit"}


def test_nothing_fits_an_empty_report():
    assert Fit({}).accepts("", "") is False
