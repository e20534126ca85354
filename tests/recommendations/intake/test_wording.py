"""A report's own words are found by section and position, whatever a converter did to the text."""

from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from actors.models.text import CONTROL
from recommendations.intake.fit import Fit
from recommendations.intake.plain import Unreadable, decode
from recommendations.intake.report import read, sentences
from recommendations.intake.wording import NotThere, passage
from tests.recommendations.intake.cave_rescue import REPORT

URGED = "The surveyors therefore urged the national clubs:"
WISHES = "Wishes for the next year included, among others:"


def quoted(section: int, position: str, text: str = REPORT) -> str:
    return passage(read(text), section, position)


@pytest.mark.parametrize(
    ("section", "position", "words"),
    [
        # A sentence: abbreviations do not end it, lines and pages do not break it.
        (0, "paragraph 1, sentence 1", "The forum met for the third time, in a quarry near Lipica."),
        (0, "paragraph 1, sentence 2", "Rescuers, surveyors and doctors came, etc."),
        (0, "paragraph 1, sentence 3", "Everybody had to bring a lamp."),
        (
            0,
            "paragraph 3, sentence 1",
            "The host asked for a common map of all entrances (see Art. 7 of the Karst Convention).",
        ),
        (0, "paragraph 3, sentence 2", "It is due “soon”."),
        (1, "paragraph 1, sentence 1", "Divers reported from the Timavo, e.g. on ropes that tear."),
        (1, "paragraph 1, sentence 2", "They want spare regulators in every depot, under Resolution 12 (2011)."),
        (
            1,
            "paragraph 1, sentence 3",
            "The depots stay empty, which the Slovenian divers and cross-border teams regret.",
        ),
        (1, "paragraph 2", "A cross-border purse was proposed by the Club of Trieste Divers to buy them together."),
        # Several at once.
        (
            0,
            "paragraph 1, sentence 2 to 3",
            "Rescuers, surveyors and doctors came, etc. Everybody had to bring a lamp.",
        ),
        (3, "bullet 2 to 3", "Bats are to be left in peace. Schools could teach children never to enter alone."),
        # Bullets are counted through the section, over paragraphs and page breaks.
        (2, "bullet 1, sentence 1 to 2", "Hungary showed a radio that reaches through rock. It costs little."),
        (2, "bullet 1, sentence 3", "Volunteers should learn its use!"),
        (2, "paragraph 1", "A discussion followed, in which nobody disagreed."),
        (2, "bullet 3, sentence 2", "Blankets must lie at each second station, and tea."),
        (3, "bullet 1, sentence 2", "Their drivers ought to be told of the path in advance."),
        (3, "bullet 2", "Bats are to be left in peace."),
        # A piece of a list comes with its introduction, the introduction with its list.
        (2, "bullet 2, sub-bullet 1", f"{URGED} to measure each entrance again"),
        (2, "bullet 2, sub-bullet 2", f"{URGED} […] to publish what they have measured"),
        (2, "bullet 2, sub-bullet 3", f"{URGED} […] to lend instruments to poorer clubs, free of charge."),
        (2, "bullet 2, sub-bullet 2, sentence 1", f"{URGED} […] to publish what they have measured"),
        (
            2,
            "bullet 2, sub-bullet 1 to 2",
            f"{URGED} to measure each entrance again; to publish what they have measured",
        ),
        (2, "bullet 2, sentence 1", "Bad maps delay many searches."),
        (
            2,
            "bullet 2, sentence 2",
            f"{URGED} to measure each entrance again; to publish what they have measured; and "
            "to lend instruments to poorer clubs, free of charge.",
        ),
        (4, "bullet 1", f"{WISHES} translating the handbook into Friulian"),
        (4, "bullet 2", f"{WISHES} […] a shared calendar of exercises"),
        (4, "bullet 3", f"{WISHES} […] visiting the Škocjan rescuers."),
        # A list of whole sentences needs no introduction; a subheading is no paragraph.
        (3, "paragraph 1", "The workshops arrived at the following, which binds no club:"),
        (4, "paragraph 2", "The forum will meet again."),
    ],
)
def test_the_passage_at_a_position(section, position, words):
    assert quoted(section, position) == words


@pytest.mark.parametrize(
    ("section", "position", "problem"),
    [
        (5, "bullet 1", "the report has no section 5"),
        (3, "bullet 4", "there is no bullet 4, only 3"),
        (3, "bullet 0", "there is no bullet 0, only 3"),
        (3, "bullet 3 to 2", "there is no bullet 3 to 2, only 3"),
        (3, "bullet 1 to 4", "there is no bullet 1 to 4, only 3"),
        (3, "bullet 1, sentence 3", "there is no sentence 3, only 2"),
        (3, "bullet 1, sub-bullet 1", "there is no sub-bullet 1, only 0"),
        (1, "paragraph 9", "there is no paragraph 9, only 2"),
    ],
)
def test_a_position_that_is_not_there(section, position, problem):
    with pytest.raises(NotThere) as raised:
        quoted(section, position)

    assert str(raised.value) == problem


@pytest.mark.parametrize(
    "position",
    ["", "at the end", "bullet", "bullet ١", "Bullet 1", "paragraph 1, sub-bullet 1", "bullet 1 to 2, sentence 1"],
)
def test_a_position_that_cannot_be_read(position):
    with pytest.raises(NotThere) as raised:
        quoted(1, position)

    assert str(raised.value) == f"“{position}” is not a position such as “bullet 3, sentence 2”"


@pytest.mark.parametrize(
    "changed",
    [
        REPORT.replace("\r", ""),
        REPORT.replace("   \uf0b7", "o").replace("\uf0b7", "•"),
        REPORT.replace("   \uf0b7", "◦\n").replace("\uf0b7", "●\n"),
        REPORT.replace("\n   \uf0b7", "\n\t-").replace("\n\uf0b7", "\n  -"),
        REPORT.replace("\n2. Second session", "\n## **2. Second session"),
        REPORT[: REPORT.index("Contents")] + REPORT[REPORT.index("Introduction\r") :],
    ],
    ids=["unix lines", "round bullets", "bullets on lines of their own", "dashes", "Markdown", "no table of contents"],
)
def test_the_same_report_in_another_dress(changed):
    assert read(changed) == read(REPORT)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("He said “Go.” They went (slowly.) Then", ["He said “Go.”", "They went (slowly.)", "Then"]),
        ("See e.g. Rome and i.e. Paris. Done.", ["See e.g. Rome and i.e. Paris.", "Done."]),
        ("Ropes, lamps, etc. All old.", ["Ropes, lamps, etc.", "All old."]),
        ("No. 5 and Art. 19 hold. The answer is no. Next.", ["No. 5 and Art. 19 hold.", "The answer is no.", "Next."]),
        (
            "Under Article 19. The U.N. Council (2011). 300 came.",
            ["Under Article 19.", "The U.N. Council (2011).", "300 came."],
        ),
        ("It grew by 3.5 % … and on. Émile left.", ["It grew by 3.5 % … and on.", "Émile left."]),
        ("nothing ends", ["nothing ends"]),
    ],
)
def test_sentences(text, found):
    assert sentences(text) == found


def test_a_numbered_list_begins_no_section():
    text = "1. One\n\nTwo acts:\n\n1. Go.\n2. Stay,\n3. or wait\n\n2. Two\n\nText of two.\n"

    assert [*read(text)] == [1, 2]
    assert quoted(2, "paragraph 1", text) == "Text of two."


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "this is empty"),
        (b"\xef\xbb\xbf \r\n\x0c", "this is empty"),
        (b"%PDF-1.7\n", "this is a PDF; save it as plain text in UTF-8"),
        (b"PK\x03\x04\x14\x00", "this is a Word document or another packed file; save it as plain text in UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old Word document; save it as plain text in UTF-8"),
        (b"{\\rtf1 Text}", "this is an RTF document; save it as plain text in UTF-8"),
        ("Text".encode("utf-16"), "this is a text in UTF-16; save it as plain text in UTF-8"),
        (b"Te\x00xt", "this is not text: the byte at offset 2 is zero"),
        (
            b"\xef\xbb\xbfCaf\xe9 noir",
            "this is not UTF-8: the byte at offset 6 is 0xE9; save it as plain text in UTF-8",
        ),
    ],
)
def test_a_file_that_is_not_a_plain_text(data, problem):
    with pytest.raises(Unreadable) as raised:
        decode(data)

    assert str(raised.value) == problem


def test_a_text_without_sections():
    with pytest.raises(Unreadable) as raised:
        read("A letter.\n\nNothing more.\n")

    assert str(raised.value) == "no section was found: neither “Introduction” nor “1. …” stands on a line of its own"


# Characters and lines that mean something to the reader of reports, in any order.
PIECES = st.sampled_from(
    ["Introduction", "1. One", "2. Two", "12", "- a", " - b;", "•", "o", "\uf0b7", "A:", "c. D", "-", "\xad", "\x02"]
    + ["\n", "\n\n", "\f", "\r", "\t", "\x85", "\xa0", "[a](", ")", "**", ".....", "e.g.", "“", "Ⅷ", "١", "\u2028"]
)


@given(st.lists(PIECES | st.text(max_size=5)).map("".join), st.integers(0, 3), st.integers(0, 3))
def test_any_text_is_read_or_refused(text, section, count):
    try:
        report = read(decode(text.encode()))
    except Unreadable:
        return
    fit = Fit(report)
    for position in [
        "paragraph {}",
        "bullet {}",
        "bullet {}, sub-bullet 1",
        "paragraph 1, sentence {}",
        "bullet {} to 2",
    ]:
        with suppress(NotThere):
            words = passage(report, section, position.format(count))
            assert words == " ".join(words.split())
            assert CONTROL.search(words) is None
            assert fit.accepts(words, words) in {True, False}


@given(st.binary(max_size=40))
def test_any_bytes_are_decoded_or_refused(data):
    with suppress(Unreadable):
        assert decode(data).encode() == data


@given(st.text(max_size=30))
def test_any_position_is_found_or_named(position):
    with pytest.raises(NotThere):
        quoted(5, position)
