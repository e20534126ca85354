"""What officers paste becomes one row a statement, and no word is lost on the way."""

import re

import pytest
from hypothesis import given, strategies as st

from recommendations.intake.pasted import Pasted, read

HEADINGS = {"recommendation": "text", "addressees": "addressees", "page": "page"}


def rows(text: str, **options) -> list[tuple]:
    return [(one.position, one.level, one.text) for one in read(text, **options)]


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (mark, f"{mark}{gap}Map the cave\n{mark}{gap}Light\n  the entrance\n")
        for mark in ["•", "-", "–", "\uf0b7", "\uf0a7", "o", "▪", "*"]
        for gap in [" ", "\t", "\xa0\xa0"]
    ],
)
def test_bullets_of_every_mark_become_rows_and_broken_lines_are_joined(mark, text):
    assert rows(text) == [("bullet 1", 0, "Map the cave"), ("bullet 2", 0, "Light the entrance")]


@pytest.mark.parametrize(
    ("first", "second"), [("1.", "2."), ("1)", "2)"), ("(1)", "(2)"), ("a)", "b)"), ("(a)", "(b)"), ("i.", "ii.")]
)
def test_numbers_and_letters_are_marks(first, second):
    assert rows(f"{first} Map the cave\n{second}\tLight it\n") == [
        ("bullet 1", 0, "Map the cave"),
        ("bullet 2", 0, "Light it"),
    ]


def test_number_that_a_broken_line_brings_to_its_beginning_is_no_mark():
    assert rows("1. Do as said in Article\n12. The depots follow\n2. Light it") == [
        ("bullet 1", 0, "Do as said in Article 12. The depots follow"),
        ("bullet 2", 0, "Light it"),
    ]


@pytest.mark.parametrize(
    ("first", "sub"), [("• ", "  • "), ("• ", "o "), ("• ", "- "), ("1. ", "• "), ("\uf0b7\t", "o\t")]
)
def test_sub_bullets_by_indentation_or_mark_are_beneath_their_bullet(first, sub):
    second = first.replace("1", "2")

    assert rows(f"{first}Clubs:\n{sub}map the cave\n{sub}light it\n{second}Rest") == [
        ("bullet 1", 0, "Clubs:"),
        ("bullet 1, sub-bullet 1", 1, "map the cave"),
        ("bullet 1, sub-bullet 2", 1, "light it"),
        ("bullet 2", 0, "Rest"),
    ]


def test_heading_and_introduction_are_rows_and_only_the_heading_has_no_position():
    assert rows("Wishes\n\nThe divers asked:\n\n- map the cave\n") == [
        ("", 0, "Wishes"),
        ("paragraph 1", 0, "The divers asked:"),
        ("bullet 1", 0, "map the cave"),
    ]


def test_paragraphs_of_a_page_are_joined_and_lines_of_their_own_stay():
    page = "The clubs of the region which keep the depots are asked to\nlight each entrance before the season.\n\n"

    assert [text for _, _, text in rows(page + page)] == [
        "The clubs of the region which keep the depots are asked to light each entrance before the season."
    ] * 2
    assert [text for _, _, text in rows("Map the cave.\nLight it.")] == ["Map the cave.", "Light it."]


def test_bullets_are_counted_on_from_those_before():
    assert rows("• Map the cave\n• Light it", bullets=4) == [
        ("bullet 5", 0, "Map the cave"),
        ("bullet 6", 0, "Light it"),
    ]


def test_what_word_leaves_in_a_text_is_taken_out():
    text = "\uf0b7\xa0Co\xadoperate\u200b with\xa0clubs\x01\r\uf0b7\xa0Light\x0bit\r"

    assert [one for _, _, one in rows(text)] == ["Cooperate with clubs", "Light it"]


@pytest.mark.parametrize("end", ["\t", "\x07"])
def test_table_gives_each_row_and_its_columns_by_their_heading(end):
    lines = ["No.", "Recommendation", "Addressees", "Page"], ["1", "Map it", "Clubs; Bats", "4"], ["2", "Light it"]

    assert read("\n".join(end.join(cells) + end for cells in lines), headings=HEADINGS) == [
        Pasted("Map it", "bullet 1", 0, {"addressees": "Clubs; Bats", "page": "4"}),
        Pasted("Light it", "bullet 2", 0, {}),
    ]


def test_table_without_a_known_head_keeps_its_cells_side_by_side():
    assert rows("Map it\tthe clubs\nLight it\tthe divers") == [
        ("bullet 1", 0, "Map it | the clubs"),
        ("bullet 2", 0, "Light it | the divers"),
    ]


@pytest.mark.parametrize("nothing", ["", " \n\t\n", "•\n-\n", "\x07\x00\ufeff"])
def test_nothing_gives_no_rows(nothing):
    assert read(nothing) == []


word = st.from_regex(r"[A-Z]?[a-z]{4,9}", fullmatch=True)
marks = st.sampled_from(["", "• ", "\uf0b7\t", "  o ", "- ", "1. ", "12) ", "(b) ", "\t"])
between = st.sampled_from([" ", "  ", "\xa0", "\n", "\n   ", "\t", ". ", "; ", "\x0b", "\x07", "\f", ":\n"])
ending = st.sampled_from(["\n", "\n\n", ".\n", "\r\n", "\r", ";\n", "\f", "\x07\n"])
piece = st.builds(
    lambda mark, words, end: mark + "".join(one + gap for one, gap in words) + end,
    marks,
    st.lists(st.tuples(word, between), min_size=1, max_size=6),
    ending,
)


@given(st.lists(piece, min_size=1, max_size=8).map("".join))
def test_no_word_is_lost_and_their_order_stays(text):
    found = " ".join(" ".join([one.text, *one.cells.values()]) for one in read(text))

    assert re.findall(r"[A-Za-z]{4,}", found) == re.findall(r"[A-Za-z]{4,}", text)


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert [one for one in read(text, headings=HEADINGS) if not re.search(r"\w", one.text + "".join(one.cells))] == []
