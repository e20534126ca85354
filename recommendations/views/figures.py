"""Figures that several pages show, out of the counts that the list has beside its options."""

from recommendations.filters.facets import Facets, Option
from recommendations.models import Addressee, RecommendationQuerySet, StateOfPlay

MOST = 10  # rows of a table


def play(counted: Facets) -> StateOfPlay:
    """How many stand where."""
    return StateOfPlay.of({option.value: option.n for option in counted.by_name["status"].options})


def most(options: list[Option]) -> list[Option]:
    """The options with most rows."""
    return sorted(options, key=lambda option: (-option.n, option.label.casefold()))[:MOST]


def who_should_act(counted: Facets, named: set[str]) -> list[Option]:
    """Of those whom the items concern, the ones that are `named` among their addressees, those with most first."""
    return most([option for option in counted.by_name["addressed_to"].options if option.value in named])


def named_in(items: RecommendationQuerySet) -> set[str]:
    """The addressees of some items, by their address parts."""
    return set(Addressee.objects.filter(recommendation__in=items).values_list("actor__slug", flat=True))
