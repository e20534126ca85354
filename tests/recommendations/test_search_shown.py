"""Search: in which order items are found, and which hits are marked in them."""

import re

import pytest
from django.utils.html import escape
from hypothesis import example, given, strategies as st

from actors.models import ActorAlias
from recommendations.models import Recommendation, SearchDocument, Sought
from recommendations.templatetags.marks import marked
from tests import factories as make

pytestmark = pytest.mark.django_db

every = Recommendation.objects


def item(reference="MS2023-01", **fields):
    return make.recommendation(reference, published=True, **fields)


def ranked(text) -> list[str]:
    return list(every.matching(text).by_relevance(text).values_list("reference", flat=True))


def shown(text, reference="MS2023-01") -> tuple[str, str]:
    """Headline and passage of an item, with its hits in brackets."""
    marks = every.with_marks(text).get(reference=reference).marks
    return tuple(part.replace("\x02", "[").replace("\x03", "]") for part in (marks.headline, marks.passage))


# Order.


def test_headline_comes_before_text_and_text_before_the_rest():
    item("MS2023-01", addressees=[make.actor("Boats and Boats", acronym="Boats")])
    item("MS2023-02", text="Boats, boats and more boats: boats.", official_wording="Boats and boats.")
    item("MS2023-03", headline="Search boats")

    assert ranked("boats") == ranked("boat") == ["MS2023-03", "MS2023-02", "MS2023-01"]


def test_several_words_in_the_headline_come_before_them_in_the_text():
    item("MS2023-01", text="Search boats. Search boats. Search boats.")
    item("MS2023-02", headline="Search at every border all of the boats")

    assert ranked("search boats") == ["MS2023-02", "MS2023-01"]


def test_minus_does_not_disturb_the_order():
    item("MS2023-01", text="Boats.")
    item("MS2023-02", headline="Search boats")

    assert ranked("boats -planes") == ["MS2023-02", "MS2023-01"]


def test_unfinished_word_weighs_as_the_finished_one():
    item("MS2023-01", text="Laundering.")
    item("MS2023-02", headline="Stop laundering")

    assert ranked("launderin") == ["MS2023-02", "MS2023-01"]


def test_equals_stand_as_in_the_report_and_so_does_what_has_nothing_to_weigh():
    item("MS2023-02", order=1, headline="Search boats")
    item("MS2023-01", order=2, headline="Search boats")
    item("MS2023-03", order=3, headline="Search planes")

    assert ranked("boats") == ["MS2023-02", "MS2023-01"]
    assert ranked("-planes") == ["MS2023-02", "MS2023-01"]


def test_what_is_not_public_comes_last():
    make.recommendation("MS2023-01", headline="Search boats")
    item("MS2023-02", headline="Search boats")

    assert [one.reference for one in every.by_relevance("boats")] == ["MS2023-02", "MS2023-01"]


# Marks.


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("train", "[Train] investigators in Türkiye, on the [train]"),
        ("turkiye", "Train investigators in [Türkiye], on the train"),
        ("investigating", "Train [investigators] in Türkiye, on the train"),
        ("investigato", "Train [investigators] in Türkiye, on the train"),
        ("turki", "Train investigators in [Türkiye], on the train"),
        ("türkiye investigators", "Train [investigators] in [Türkiye], on the train"),
        ("nothing OR türkiye", "Train investigators in [Türkiye], on the train"),
        ('"train investigators"', "[Train] [investigators] in Türkiye, on the [train]"),
        ("investigators -nothing", "Train [investigators] in Türkiye, on the train"),
        ("-investigators", "Train investigators in Türkiye, on the train"),
        ("the", "Train investigators in Türkiye, on the train"),
        ("", "Train investigators in Türkiye, on the train"),
    ],
)
def test_hits_are_marked_in_the_headline(text, headline):
    item(headline="Train investigators in Türkiye, on the train")

    assert shown(text)[0] == headline


def test_headline_keeps_every_character():
    headline = (
        "Use “<b>and/or”…</b> a_b ~ co-operate & #1: 50% (MS2023-01) at desk@example.org + https://example.org/?q=1"
    )
    item(headline=headline)

    assert shown("nothing")[0] == headline
    assert shown("operate")[0] == headline.replace("operate", "[operate]")


@pytest.mark.parametrize("field", ["text", "official_wording", "position"])
def test_passage_shows_what_the_headline_does_not_hold(field):
    item(**{"headline": "Search boats", field: "Planes are searched."})

    assert shown("planes") == ("Search boats", "[Planes] are searched.")
    assert shown("boats planes") == ("Search [boats]", "[Planes] are searched.")
    assert shown("search") == ("[Search] boats", "")


def test_passage_is_cut_from_a_long_text_around_the_hit():
    before, after = "One word follows another. " * 30, " and again others follow it" * 30
    item(text=f"{before}The planes are searched{after}.")

    _headline, passage = shown("planes")

    assert passage.startswith("… ")
    assert passage.endswith(" …")
    assert "[planes]" in passage
    assert 10 <= len(passage.split()) <= 26


def test_passage_is_of_parts_and_names_where_they_hold_the_hit():
    court = make.actor("Court of Justice", acronym="CJ")
    ActorAlias.objects.create(actor=court, name="Luxembourg Court")
    whole = item(headline="Search boats", text="Planes too.")
    make.recommendation("MS2023-01.1", part_of=whole, published=True, headline="Search ferries", text="All of them.")
    make.proposer(whole, "a judge of Accra", court)

    assert shown("ferries")[1] == "MS2023-01.1 Search [ferries]"
    assert shown("accra")[1] == "a judge of [Accra]"
    assert shown("luxembour")[1] == "Court of Justice (CJ, [Luxembourg] Court)"
    make.proposer(whole, "an expert of planes")
    assert shown("planes")[1] == "[Planes] too."
    assert shown("planes accra")[1] == "[Planes] too. · a judge of [Accra]"


def test_passage_holds_nothing_that_is_not_published():
    whole = item(headline="Search boats")
    make.recommendation("MS2023-01.1", part_of=whole, headline="Search ferries")
    make.recommendation("MS2023-02", restates=whole, headline="Look into ferries")

    assert shown("ferries") == ("Search boats", "")


def test_marks_are_made_for_the_rows_of_the_page_alone(django_assert_num_queries):
    for n in range(1, 5):
        item(f"MS2023-0{n}", headline="Search boats")

    with django_assert_num_queries(2) as captured:
        rows = list(every.matching("boats").by_relevance("boats").with_marks("boats")[1:3])

    first, second = (query["sql"] for query in captured.captured_queries)
    assert [row.marks.headline for row in rows] == ["Search \x02boats\x03"] * 2
    assert "recommendations_marked" not in first
    assert f"IN ({rows[0].pk}, {rows[1].pk})" in second
    assert "vector" not in second


def test_document_speaks_the_same_words():
    item(text="Boats.")
    sought = Sought("boats")

    assert SearchDocument.objects.matching(sought).with_marks(sought).get().passage == "\x02Boats\x03."


# Into the page.


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a \x02b\x03 c", "a <mark>b</mark> c"),
        ("\x02money\x03 \x02laundering\x03", "<mark>money laundering</mark>"),
        ("\x02<b>\x03 & c", "<mark>&lt;b&gt;</mark> &amp; c"),
        ("a\x02b", "ab"),
        ("\x03a\x02\x02b\x03", "a<mark>b</mark>"),
        ("", ""),
    ],
)
def test_hits_become_marks_and_all_else_stays_text(text, html):
    assert marked(text) == html


@given(st.lists(st.text() | st.sampled_from(["\x02", "\x03", "<mark>", "</mark>", "<script>", "&amp;"])).map("".join))
@example("\x02<mark>\x03</mark>")
def test_no_markup_of_a_text_survives_and_marks_are_balanced(text):
    html = marked(text)

    assert re.sub("</?mark>", "", html) == escape(text.replace("\x02", "").replace("\x03", ""))
    assert re.fullmatch("(<mark>|</mark>)*", "".join(tags := re.findall("</?mark>", html)))
    assert tags == ["<mark>", "</mark>"] * (len(tags) // 2)


def test_topics_that_bear_a_searched_name_are_offered(client):
    training = make.topic("Training")
    make.recommendation("MS2023-01", published=True, topics=[training, make.topic("Éducation of judges")])
    make.recommendation("MS2023-02", topics=[make.topic("Training of drafts")])

    def offered(q):
        page = client.get("/recommendations/", {"q": q}).content.decode()
        return re.findall(r'<a href="/recommendations/\?topic=([a-z-]+)">', page.partition("<form")[0])

    assert [offered(q) for q in ["train", "judges education", "training judges", "", "%"]] == [
        ["training"],
        ["education-of-judges"],
        [],
        [],
        [],
    ]
