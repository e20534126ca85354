"""What a reader chose, said back in words, each choice with the way to take it away."""

from dataclasses import dataclass

from django.db.models import CharField, Count, Value

from recommendations.facets import Group, with_only
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


def pills(chosen: RecommendationFilter, groups: list[Group]) -> list[Pill]:
    """A pill for each choice that can be read."""
    form, data = chosen.form, chosen.data
    found = [
        Pill(str(form.fields[name].label), data[name], with_only(data, name))
        for name in ("q", "issued_after", "issued_before", "due_before")
        if data.get(name) and name not in form.errors
    ]
    for group in groups:
        for option in group.chosen:
            label = "" if option.label == group.label else group.label
            rest = [value for value in data.getlist(group.name) if value != option.value]
            found.append(Pill(label, option.label, with_only(data, group.name, *rest)))
    return found


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
