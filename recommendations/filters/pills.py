"""What a reader chose, said back in words, each choice with the way to take it away."""

from dataclasses import dataclass

from django.db.models import CharField, Count, Value

from recommendations.filters.fields import StrictFilterSet
from recommendations.filters.recommendations import RecommendationFilter


@dataclass
class Pill:
    """One choice in words, and the query string without it."""

    label: str
    value: str
    without: str


@dataclass
class Looser:
    """A parameter that is in the way: its name in words, the query string without it, how many rows that gives."""

    label: str
    without: str
    n: int


def pills(chosen: StrictFilterSet) -> list[Pill]:
    """A pill for each choice that can be read, in the order of the filters."""
    found = []
    for name, value in chosen.readable.items():
        label = str(chosen.filters[name].label)
        for raw, words in chosen.filters[name].in_words(value) if value and name != "sort" else []:
            rest = [other for other in chosen.data.getlist(name) if raw and other != raw]
            found.append(Pill(label if words else "", words or label, chosen.query(**{name: rest})))
    return found


def looser(chosen: RecommendationFilter) -> list[Looser]:
    """Where nothing is found: which single parameters, taken away, would give something."""
    given = [name for name, value in chosen.readable.items() if value and name != "sort" and chosen.is_valid()]
    counts = [
        chosen.selection(but=name).items.order_by().values(given=Value(name, CharField())).annotate(n=Count("pk"))
        for name in given
    ]
    found = {row["given"]: row["n"] for row in (counts[0].union(*counts[1:], all=True) if counts else [])}
    return [
        Looser(str(chosen.form.fields[name].label), chosen.query(**{name: []}), found[name])
        for name in given
        if found.get(name)
    ]
