"""On a register with a past: every count beside an option equals the rows behind it, over many states of the filter.

What is expected is put together from the rows of each single value, by sets: several values of a group mean any of
them, groups mean all of them, and with addressees chosen the scales speak of their rows.
"""

import random
from functools import cache
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from recommendations.filters.counting import COUNTS
from recommendations.filters.facets import facets
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import Addressee, Voice

pytestmark = pytest.mark.django_db

STATES = 200
TYPED = {
    "q": ["smuggling", "investigati", "hawala OR training"],
    "due_before": ["2026-01-01"],
    "issued_after": ["2024-01-01"],
}
OF_ADDRESSEE = RecommendationFilter.OF_ADDRESSEE


def filtered(query: str) -> RecommendationFilter:
    return RecommendationFilter.from_query(QueryDict(query))


class Register:
    """The rows of each single value of the list's parameters."""

    def __init__(self):
        self.everything = frozenset(filtered("").qs.values_list("pk", flat=True))
        offered = facets(filtered(""))
        self.values = {name: [option.value for option in offered.by_name[name].options] for name in COUNTS} | TYPED
        voices = Voice.objects.filter(recommendation__in=self.everything)
        self.voices = {}
        for actor, row in voices.values_list("concerned__slug", "addressee"):
            self.voices.setdefault(actor, set()).add(row)
        self.item_of = dict(Addressee.objects.values_list("pk", "recommendation"))
        self.items = cache(self.items)
        self.rows = cache(self.rows)

    def items(self, name, value) -> frozenset:
        return frozenset(filtered(urlencode({name: value})).qs.values_list("pk", flat=True))

    def rows(self, name, value) -> frozenset:
        """The addressees' rows that have a value of a scale."""
        narrowed = filtered(urlencode({name: value}))
        assert narrowed.is_valid()
        word = narrowed.filters[name]
        return frozenset(word.filter(Addressee.objects.all(), [value]).values_list("pk", flat=True))

    def found(self, state: dict[str, list[str]]) -> frozenset:
        """The items that a state of the filter selects."""
        groups = {name: values for name, values in state.items() if values}
        actors = groups.pop("addressed_to", None)
        found, rows = self.everything, None
        if actors:
            rows = set().union(*(self.voices.get(actor, set()) for actor in actors))
        for name, values in groups.items():
            if rows is not None and name in OF_ADDRESSEE:
                rows &= frozenset().union(*(self.rows(name, value) for value in values))
            else:
                found &= frozenset().union(*(self.items(name, value) for value in values))
        return found if rows is None else found & {self.item_of[row] for row in rows}


def states(register: Register, seed: int):
    """Made-up states: one to four parameters, with one to three values each."""
    chance = random.Random(seed)
    for _ in range(STATES):
        names = chance.sample(sorted(register.values), chance.randint(1, 4))
        yield {
            name: chance.sample(register.values[name], min(chance.randint(1, 3), len(register.values[name])))[
                : 1 if name in TYPED else None
            ]
            for name in names
        }


def test_every_count_equals_the_rows_behind_it_in_two_hundred_states(example):
    register = Register()
    wrong, compared = {}, 0

    for state in states(register, seed=1):
        query = urlencode(state, doseq=True)
        offered = facets(filtered(query))
        expected = {(name, value): len(register.found(state | {name: [value]})) for name, value in options(offered)}
        counted = {key: option.n for key, option in options(offered).items()}
        compared += len(counted)
        if counted != expected or offered.found != len(register.found(state)):
            wrong[query] = {key: (counted[key], expected[key]) for key in counted if counted[key] != expected[key]}

    assert wrong == {}
    assert compared > 10_000


def options(offered) -> dict:
    return {(name, one.value): one for name, group in offered.by_name.items() for one in group.options}


def test_what_is_not_offered_would_give_nothing(example):
    register = Register()

    for state in list(states(register, seed=2))[:40]:
        offered = options(facets(filtered(urlencode(state, doseq=True))))
        missing = {(name, value) for name in COUNTS for value in register.values[name]} - set(offered)

        assert {key: len(register.found(state | {key[0]: [key[1]]})) for key in missing} == dict.fromkeys(missing, 0)
