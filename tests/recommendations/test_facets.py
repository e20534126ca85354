"""What a reader can choose from beside the list, and how many rows each choice would give."""

import pytest
from django.http import QueryDict
from hypothesis import given, settings, strategies as st

from recommendations.filters.counting import COUNTS
from recommendations.filters.facets import facets
from recommendations.filters.pills import looser, pills
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import Recommendation, Status
from tests.factories import actor, addressee, assess, country, meeting, recommendation, session, topic

pytestmark = pytest.mark.django_db


def of(query: str):
    return facets(RecommendationFilter.from_query(QueryDict(query)))


def options(query: str, name: str) -> list[tuple]:
    """Value, count and whether it is chosen, of the options of a group; none where the group is not offered."""
    found = [group for group in of(query).groups if group.name == name]
    return [(one.value, one.n, one.chosen) for group in found for one in group.options]


def rows(query: str) -> int:
    return RecommendationFilter.from_query(QueryDict(query)).qs.count()


def test_counts_of_a_group_follow_the_other_groups_and_not_its_own_choice(register):
    assert options("", "kind") == [("recommendation", 4, False), ("request", 1, False), ("call", 1, False)]
    assert options("kind=call", "kind") == [("recommendation", 4, False), ("request", 1, False), ("call", 1, True)]
    assert options("year=2024", "kind") == []
    assert options("kind=call&kind=request", "year") == []
    assert options("state=open", "kind") == [("recommendation", 4, False), ("request", 1, False)]


def test_options_that_give_nothing_stay_in_a_group_with_a_choice_and_go_elsewhere(register):
    assert options("year=2024&kind=request", "kind") == [
        ("recommendation", 2, False),
        ("request", 0, True),
        ("call", 0, False),
    ]
    assert options("kind=request&year=2024", "year") == [("2024", 0, True), ("2023", 1, False)]
    assert options("kind=request", "standing") == []


def test_group_that_holds_one_value_only_is_not_offered(register):
    recommendation("MS2024-03", published=True, addressees=[None], topics=[topic("Courts")])

    names = [group.name for group in of("").groups]

    assert "series" not in names  # all are of the one series
    assert "instrument" in names  # one instrument, which not all concern
    assert "priority" in names


def test_topics_count_what_is_below_them_once(register):
    item = Recommendation.objects.get(reference="MS2024-02")
    money, hawala = topic("Cash"), None
    hawala = topic("Couriers", part_of=money)
    item.topics.set([money, hawala])

    found = [option for group in of("").groups if group.name == "topic" for option in group.options]

    assert [(one.value, one.n, one.upper) for one in found] == [
        ("cash", 1, ""),
        ("couriers", 1, "cash"),
        ("data", 1, ""),
        ("money", 1, ""),
        ("hawala", 1, "money"),
    ]


def test_addressees_count_what_concerns_them(register):
    assert options("", "addressed_to") == [
        ("agency", 1, False),
        ("france", 2, False),
        ("germany", 3, False),
        ("judiciary", 2, False),
        ("member-states", 3, False),
        ("network", 1, False),
    ]


def test_with_an_addressee_the_scales_count_its_rows():
    done, idle = actor("Done"), actor("Idle")
    item = recommendation("MS2023-01", published=True, addressees=[done, idle])
    assess(item.addressees.get(actor=done), Status.IMPLEMENTED)
    recommendation("MS2023-02", published=True, addressees=[done])

    assert options("", "status") == [("not_assessed", 1, False), ("partly_implemented", 1, False)]
    assert options("addressed_to=done", "status") == [("not_assessed", 1, False), ("implemented", 1, False)]
    assert options("addressed_to=done", "state") == [("open", 1, False), ("closed", 1, False)]
    assert options("status=implemented", "addressed_to") == [("done", 1, False), ("idle", 0, False)][:1]
    assert rows("status=implemented&addressed_to=done") == 1


def test_late_and_missing_are_offered_where_there_is_something(register):
    assert options("", "late") == [("response", 1, False), ("action", 1, False), ("recommendation", 1, False)]
    assert options("", "without") == [
        ("actions", 5, False),
        ("response", 5, False),
        ("evidence", 6, False),
        ("addressee", 2, False),
    ]
    assert options("status=implemented", "late") == []
    assert options("", "stale") == [("1", 1, False)]


def test_unreadable_value_is_named_in_its_group_and_counts_nowhere_else(register):
    found = {group.name: group for group in of("kind=nonsense&year=2024").groups}

    assert found["kind"].errors == ["“nonsense” is not one of its values."]
    assert [(one.value, one.n) for one in found["kind"].options] == [("recommendation", 2), ("request", 0), ("call", 0)]
    assert [(one.value, one.n) for one in found["year"].options] == [("2024", 0), ("2023", 0)]


def test_sessions_of_many_meetings_wait_until_a_meeting_is_chosen(register):
    long = meeting("MS2025", published=True)
    for n in range(1, 31):
        recommendation(f"MS2025-{n:02}", session(long, n), published=True)

    def offered(query):
        return "session" in {group.name for group in of(query).groups}

    assert offered("") is False
    assert offered("meeting=ms2025") is True
    assert offered("session=ms2025.3") is True
    assert len(of("").by_name["session"].options) == 33


def test_drafts_count_nowhere(register):
    draft = recommendation("MS2024-09", addressees=[actor("Secret")], topics=[topic("Hidden")])
    addressee(draft, country("Nowhere", "NW"))
    before = of("")

    draft.publish()
    after = of("")

    assert (before.found, before.all, after.found, after.all) == (6, 6, 7, 7)
    shown = {option.value for group in before.groups for option in group.options}
    assert shown & {"secret", "hidden", "nowhere"} == set()


def test_everything_is_counted_in_one_round_trip(register, django_assert_num_queries):
    chosen = RecommendationFilter.from_query(QueryDict("status=implemented&kind=call&late=action&q=share"))
    assert chosen.is_valid()

    with django_assert_num_queries(1):
        facets(chosen)


CHOICES = {
    "status": ["implemented", "in_progress", "not_assessed"],
    "state": ["open", "closed"],
    "response": ["awaiting", "accepted", "not_requested"],
    "late": ["response", "action", "recommendation"],
    "without": ["actions", "response", "evidence", "addressee"],
    "stale": ["1"],
    "priority": ["1"],
    "topic": ["money", "hawala", "data"],
    "addressed_to": ["germany", "france", "member-states", "agency", "network", "judiciary"],
    "proposed_by": ["germany", "member-states"],
    "kind": ["request", "call", "recommendation", "nonsense"],
    "standing": ["conclusion"],
    "asks_for": ["training"],
    "instrument": ["treaty"],
    "meeting": ["ms2023", "ms2024"],
    "session": ["ms2023.1", "ms2023.2"],
    "year": ["2023", "2024", "1999"],
    "q": ["share", "states"],
    "due_before": ["2025-06-01"],
}
QUERIES = st.lists(
    st.sampled_from([f"{name}={value}" for name, values in CHOICES.items() for value in values]),
    max_size=4,
    unique=True,
).map("&".join)


@settings(max_examples=40)
@given(QUERIES)
def test_every_count_is_the_number_of_rows_behind_its_link(register, query):
    found = of(query)

    counted = {option.only: option.n for group in found.groups for option in group.options}

    assert counted == {only: rows(only) for only in counted}
    assert found.found == rows(query)
    assert {group.name for group in found.groups} <= set(COUNTS)


# Pills, and what to loosen.


def test_each_choice_has_a_pill_that_leads_to_the_list_without_it(register):
    chosen = RecommendationFilter.from_query(QueryDict("q=states&kind=call&kind=request&priority=1&year=soon&page=2"))

    found = [(one.label, one.value, one.without) for one in pills(chosen)]

    assert found == [
        ("Search", "states", "kind=call&kind=request&year=soon&priority=1"),
        ("Kind", "Call", "q=states&kind=request&year=soon&priority=1"),
        ("Kind", "Request", "q=states&kind=call&year=soon&priority=1"),
        ("", "Priority", "q=states&kind=call&kind=request&year=soon"),
    ]


def test_filters_in_the_way_are_named_with_what_there_is_without_them(register):
    chosen = RecommendationFilter.from_query(QueryDict("kind=call&year=2024&q=states&sort=due"))

    found = [(one.label, one.without, one.n) for one in looser(chosen)]

    assert found == [("Year", "q=states&kind=call&sort=due", 1)]
    assert rows("kind=call&q=states&sort=due") == 1
