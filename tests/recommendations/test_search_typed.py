"""Search: what may be typed to find an item."""

import pytest
from hypothesis import given, settings, strategies as st

from recommendations.models import Recommendation
from recommendations.search import address_of, suggestion
from recommendations.templatetags.marks import marked
from tests import factories as make

pytestmark = pytest.mark.django_db

every = Recommendation.objects


def found(text) -> list[str]:
    return sorted(every.matching(text).values_list("reference", flat=True))


def item(reference, **fields):
    return make.recommendation(reference, published=True, **fields)


@pytest.fixture
def three_items():
    item("MS2023-01", headline="Train investigators in Türkiye", text="Money laundering investigations need training.")
    item("MS2023-02", headline="Share evidence with Turkey", text="Laundering money is to be investigated.")
    item("MS2023-03", headline="Réunions à Zürich", text="Evidence sharing, and case co-ordination.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Accents and letter case.
        ("turkiye", [1]),
        ("TÜRKIYE", [1]),
        ("reunions", [3]),
        ("zurich", [3]),
        # Word forms.
        ("investigating", [1, 2]),
        ("trained", [1]),
        ("share", [2, 3]),
        # The last word may be unfinished, and only the last.
        ("investigati", [1]),
        ("investigat", [1, 2]),
        ("turki", [1]),
        ("money investigati", [1]),
        ("in the investigati", [1]),
        ("investigati money", []),
        ("co-ordinat", [3]),
        # All of the words; phrases; one or the other; not.
        ("money sharing", [2]),
        ("money zurich", []),
        ("evidence sharing", [2, 3]),
        ('"money laundering"', [1]),
        ('"evidence sharing"', [3]),
        ("türkiye OR zürich", [1, 3]),
        ("turkey or reunions", [2, 3]),
        ("evidence -zurich", [2]),
        ('laundering -"laundering money"', [1]),
        # Together: a phrase or a minus before the unfinished word, and an unfinished word in each choice.
        ('"money laundering" investigati', [1]),
        ('"laundering money" investigat', [2]),
        ("-türkiye investigat", [2]),
        ("-money investigati", []),
        ("réunions OR money investigati", [1, 3]),
        ("money investigati OR réunions", [3]),
        ("evidence OR investigati", [1, 2, 3]),
        ('evidence -"case co-ordination" shar', [2]),
        # A phrase may be unfinished until a quotation mark ends it; a word, until a space does; never after a minus.
        ('"money launde', [1]),
        ('"money launde"', []),
        ("investigati ", []),
        ("money -investigati", [1, 2]),
        # Two letters begin too much.
        ("tr", []),
        # As a phone types quotation marks, and as some keyboards type accents.
        ("“money laundering”", [1]),
        ("Tu\u0308rkiye", [1]),
        ("Re\u0301unions", [3]),
        # Whatever stands between words.
        ("coordination", []),
        ("case co ordination", [3]),
        ("co/ordination", [3]),
        ("ms2023-02", [2]),
        ("ms2023-0", [1, 2, 3]),
        # Nothing to look for.
        ("", []),
        ("   ", []),
        ("the", []),
        ("and", []),
        ("...!?", []),
        ("unheard-of", []),
    ],
)
def test_search_finds(three_items, text, expected):
    assert found(text) == [f"MS2023-0{n}" for n in expected]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("police/judiciary", "judiciary"),
        ("the plan for 2021-2025", "2025"),
        ("<b>Border</b> guards", "border guards"),
        ("a <migrant> b", "migrant"),
        ("see www.example.org/path", "example"),
        ("write to desk@example.org", "desk"),
        ("article 19.1", "19"),
        ("Tu\u0308rkiye", "turkiye"),
        ("Eurojust’s work", "eurojust"),
        ("l’Élysée2024", "elysee2024"),
        ("known as “coyotes”", "coyotes"),
        ("the plan for 2021–2025", "2025"),
        ("a ‘gap’…", "gap"),
        ("«passeurs»\xa0—\xa0guides", "passeurs guides"),
    ],
)
def test_word_is_found_whatever_stands_beside_it(text, typed):
    item("MS2023-01", text=text)
    item("MS2023-02", text="Nothing of it.")

    assert found(f"{typed} ") == ["MS2023-01"]


def ascii_id(text):
    return ascii(text[:12])


def assert_taken(text):
    """No word of the search stumbles over the text, and all of them speak of the same items."""
    rows = every.matching(text).by_relevance(text).with_marks(text)

    assert sorted(row.reference for row in rows) == found(text)
    assert [marked(row.marks.headline + row.marks.passage).count("\x02") for row in rows] == [0] * len(rows)
    assert address_of(text) is None
    assert suggestion(text) is None or found(suggestion(text))


SYNTAX = (
    r"""' " '' \ \' '\ a'b a\ !a a:* a:ABCD (a <-> <0> * : % _ %s %(a)s {} - --a -" "a or - -a-b a- &amp; <b>b</b>"""
)
ODD = [
    "a & | b",
    "a <-> b",
    "' OR 1=1 --",
    "OR OR",
    "a or",
    "a\x00b",
    "\x00",
    "a\u2028b",
    "\u200b",
    "٣",
    "ﬁ",
    "İ",
    "ß",
    "𝕏",
    "ª",
]
FORMATS = ["http://example.org/?q=1", "a@b.org", "1.2.3", "2023-11-08", "/path/to"]
LONG = ["word " * 1000, "x" * 1_000_000, "é" * 5000]
GARBAGE = [*SYNTAX.split(), *ODD, *FORMATS, *LONG]


WRITINGS = ["مكافحة تهريب", "👮‍♀️ 🚔", "e\u0301\u0301\u0301", "\u0301", "हिन्दी", "走私移民"]
BROKEN = ["\ud800", "money \udfff", "a\ud83db"]
QUOTES = ['"' * 1000, '"a' * 500, "“" * 999, "-" * 1000, "or " * 400, "-a " * 300, "(" * 1000]


@pytest.mark.parametrize("text", [*GARBAGE, *WRITINGS, *BROKEN, *QUOTES, "a & !b | (c <-> d):*"], ids=ascii_id)
def test_search_takes_whatever_is_typed(three_items, text):
    assert_taken(text)


# Any characters at all, halves of pairs too; and what is made of the signs of a search.
SIGNS = ["money", "train", "the", "or", "OR", "-", '"', "“", " ", "'", "\\", "&", "|", "!(", ":*", "<->", "%s", "é"]
TEXTS = st.text(st.characters(), max_size=40) | st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)


@settings(max_examples=200)
@given(TEXTS)
def test_search_takes_any_text(three_items, text):
    assert_taken(text)


WORDS = st.sampled_from(["money ", "training ", "evidence ", '"case co-ordination" ', "turkiye ", "nowhere "])


@settings(max_examples=50)
@given(WORDS, WORDS)
def test_all_either_and_without_are_what_they_are_among_sets(three_items, one, other):
    holding, others = set(found(one)), set(found(other))

    assert set(found(one + other)) == holding & others
    assert set(found(f"{one}OR {other}")) == holding | others
    assert set(found(f"{one}-{other}")) == holding - others
