"""What a reader chose, said back in words, each choice with the way to take it away."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, Value
from django.utils import formats

from recommendations.facets import Group, with_only
from recommendations.fields import StrictFilterSet
from recommendations.filters import RecommendationFilter


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


def pills(chosen: StrictFilterSet, groups: list[Group]) -> list[Pill]:
    """A pill for each choice that can be read: first what was typed, then what was chosen from the groups."""
    data, grouped = chosen.data, {group.name for group in groups}
    read = chosen.form.cleaned_data if chosen.is_bound else {}
    found = [
        Pill(str(chosen.form.fields[name].label), _in_words(value), with_only(data, name))
        for name, value in read.items()
        if isinstance(value, str | date) and value and name not in {*grouped, "sort"}
    ]
    for group in groups:
        for option in group.chosen:
            label = "" if option.label == group.label else group.label
            rest = [value for value in data.getlist(group.name) if value != option.value]
            found.append(Pill(label, option.label, with_only(data, group.name, *rest)))
    return found


def _in_words(value: str | date) -> str:
    return formats.date_format(value) if isinstance(value, date) else value


def looser(chosen: RecommendationFilter) -> list[Looser]:
    """Where nothing is found: which single parameters, taken away, would give something."""
    asked = chosen.form.cleaned_data if chosen.is_valid() else {}
    given = [name for name, value in asked.items() if value and name != "sort"]
    counts = [
        chosen.selection(but=name).items.order_by().values(given=Value(name, CharField())).annotate(n=Count("pk"))
        for name in given
    ]
    found = {row["given"]: row["n"] for row in (counts[0].union(*counts[1:], all=True) if counts else [])}
    return [
        Looser(str(chosen.form.fields[name].label), with_only(chosen.data, name), found[name])
        for name in given
        if found.get(name)
    ]
