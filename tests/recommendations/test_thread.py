"""The thread through the years: which items it joins, in which order, and what changed in their words."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from actors.wording import difference
from recommendations.item.thread import thread
from recommendations.models import LinkKind, Recommendation, RecommendationLink
from tests.factories import meeting, recommendation, session

pytestmark = pytest.mark.django_db

REPEATS, UPDATES, SUPERSEDES, RELATED = LinkKind.REPEATS, LinkKind.UPDATES, LinkKind.SUPERSEDES, LinkKind.RELATED


def said(year: int, number: int = 1, *, published: bool = True, text: str = "Share data.") -> Recommendation:
    """What a meeting of that year recommended."""
    code = f"M{year}"
    day = date(year, 5, 1)
    at = Recommendation.objects.filter(reference__startswith=code).first()
    at = at.session if at else session(meeting(code, published=True, starts_on=day, ends_on=day))
    return recommendation(f"{code}-0{number}", at, published=published, text=text)


def link(later, kind, earlier) -> None:
    RecommendationLink.objects.create(later=later, kind=kind, earlier=earlier)


def drawn(item):
    """The thread as the public sees it from an item."""
    shown = {one.pk: one for one in Recommendation.objects.published()}
    return thread(item, RecommendationLink.objects.in_thread_of(item), shown)


def stops(found) -> list[tuple]:
    return [
        (stop.item.reference, [(one.kind, one.earlier.reference) for one in stop.continues]) for stop in found.stops
    ]


def test_thread_joins_over_any_number_of_meetings_from_wherever_one_looks():
    first, second, third, apart = said(2019), said(2021), said(2023), said(2023, 2)
    link(second, UPDATES, first)
    link(third, REPEATS, second)
    link(apart, RELATED, third)

    whole = [("M2019-01", []), ("M2021-01", [(UPDATES, "M2019-01")]), ("M2023-01", [(REPEATS, "M2021-01")])]

    assert [stops(drawn(one)) for one in (first, second, third)] == [whole] * 3
    assert stops(drawn(apart)) == []
    assert [stop.current for stop in drawn(second).stops] == [False, True, False]


def test_links_of_a_thread_and_those_on_the_same_matter_are_apart():
    first, second, third, apart = said(2019), said(2021), said(2023), said(2025)
    link(second, UPDATES, first)
    link(third, RELATED, second)
    link(apart, REPEATS, third)

    def ends(links):
        return sorted(links.values_list("later__reference", "earlier__reference"))

    assert ends(RecommendationLink.objects.in_thread_of(first)) == [("M2021-01", "M2019-01")]
    assert ends(RecommendationLink.objects.related_to(first)) == []
    assert ends(RecommendationLink.objects.related_to(second)) == [("M2023-01", "M2021-01")]
    assert ends(RecommendationLink.objects.related_to(third)) == [("M2023-01", "M2021-01")]


def test_thread_with_a_branch_and_a_merge_says_what_each_continues():
    first, left, right, last = said(2019), said(2021, 1), said(2021, 2), said(2023)
    link(left, UPDATES, first)
    link(right, REPEATS, first)
    link(last, SUPERSEDES, right)
    link(last, REPEATS, left)

    assert stops(drawn(left)) == [
        ("M2019-01", []),
        ("M2021-01", [(UPDATES, "M2019-01")]),
        ("M2021-02", [(REPEATS, "M2019-01")]),
        ("M2023-01", [(REPEATS, "M2021-01"), (SUPERSEDES, "M2021-02")]),
    ]
    assert [one.reference for one in drawn(right).superseded_by] == ["M2023-01"]
    assert drawn(left).superseded_by == []


@pytest.mark.parametrize(
    ("newer", "older", "together"),
    [
        (REPEATS, REPEATS, REPEATS),
        (REPEATS, UPDATES, UPDATES),
        (UPDATES, REPEATS, UPDATES),
        (SUPERSEDES, UPDATES, SUPERSEDES),
        (REPEATS, SUPERSEDES, SUPERSEDES),
    ],
)
def test_draft_in_the_middle_neither_shows_nor_breaks_the_thread(newer, older, together):
    first, draft, last = said(2019), said(2021, published=False), said(2023)
    link(draft, older, first)
    link(last, newer, draft)

    assert stops(drawn(first)) == stops(drawn(last)) == [("M2019-01", []), ("M2023-01", [(together, "M2019-01")])]


def test_draft_that_continues_two_items_does_not_join_them():
    left, right, draft = said(2019, 1), said(2019, 2), said(2021, published=False)
    link(draft, REPEATS, left)
    link(draft, REPEATS, right)

    assert stops(drawn(left)) == stops(drawn(right)) == []


def test_draft_that_two_items_continue_does_not_join_them():
    draft, left, right = said(2019, published=False), said(2021, 1), said(2021, 2)
    link(left, REPEATS, draft)
    link(right, REPEATS, draft)

    assert stops(drawn(left)) == stops(drawn(right)) == []


def test_thread_in_a_circle_ends():
    first, second, third = said(2019), said(2021), said(2023)
    link(second, REPEATS, first)
    link(third, REPEATS, second)
    link(first, REPEATS, third)

    assert [reference for reference, _ in stops(drawn(second))] == ["M2019-01", "M2021-01", "M2023-01"]


def test_item_is_aged_from_the_first_that_it_continues():
    older, first, second, last = said(2015), said(2019), said(2021), said(2023)
    link(second, UPDATES, first)
    link(last, REPEATS, second)
    link(last, REPEATS, older)

    assert [drawn(one).since for one in (older, first, second, last)] == [None, None, 2019, 2015]


def test_stop_says_what_changed_in_the_words_of_the_register():
    first, second = said(2019, text="Share data within a month."), said(2021, text="Share data within a week.")
    same = said(2023, text="Share data within a week.")
    link(second, UPDATES, first)
    link(same, REPEATS, second)

    _, changed, repeated = drawn(first).stops

    assert changed.continues[0].wording == [
        ("same", "Share data within a"),
        ("gone", "month."),
        ("added", "week."),
    ]
    assert [changed.continues[0].reworded, repeated.continues[0].reworded] == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", []),
        ("Share data", "Share data", [("same", "Share data")]),
        ("Share", "", [("gone", "Share")]),
        ("Share data", "Share all data", [("same", "Share"), ("added", "all"), ("same", "data")]),
        # Two words alone between changes are no anchor; three are.
        ("a b c d", "x b c y", [("gone", "a b c d"), ("added", "x b c y")]),
        (
            "a b c d e",
            "x b c d y",
            [("gone", "a"), ("added", "x"), ("same", "b c d"), ("gone", "e"), ("added", "y")],
        ),
    ],
)
def test_difference_is_told_in_runs_that_can_be_read(old, new, runs):
    assert difference(old, new) == runs


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_difference_holds_both_texts_whole(old, new):
    runs = difference(" ".join(old), " ".join(new))

    assert " ".join(words for what, words in runs if what != "added") == " ".join(old)
    assert " ".join(words for what, words in runs if what != "gone") == " ".join(new)
