"""A selection as a table of one of its parameters by status: how many stand where on each topic, of each meeting …"""

from dataclasses import dataclass

from django.urls import reverse

from recommendations.filters.counting import COUNTS, counted_rows, narrowed, total
from recommendations.filters.facets import Option, facets
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.matrix.addressees import By
from recommendations.models import Addressee, Status

PARAMETERS = {By.TOPICS: "topic", By.ACTORS: "addressed_to", By.MEETINGS: "meeting", By.YEARS: "year"}
PAGES = {
    By.TOPICS: "recommendations:topic",
    By.ACTORS: "recommendations:actor",
    By.MEETINGS: "recommendations:meeting",
}
ALTOGETHER = "_altogether"


@dataclass
class Number:
    """How many there are, and the query string of exactly those."""

    n: int
    query: str


@dataclass
class Line:
    """A value with a number for each status that occurs, and for all of them."""

    option: Option
    numbers: list[Number]
    total: Number
    address: str  # of its own page; empty = it has none
    below: bool  # whether the value above it has a line too


@dataclass
class Crosstab:
    """Values by status; the numbers of the last line count each recommendation once."""

    by: By
    heading: str
    statuses: list[Status]
    lines: list[Line]
    numbers: list[Number]
    total: Number


def crosstab(chosen: RecommendationFilter, by: By) -> Crosstab:
    """How many of the selection stand where, for each value of a parameter.

    Of a parameter in which something is chosen, only that is shown, with what is below it: what else holds could not be
    asked of the list, where several values mean any of them.
    """
    name = PARAMETERS[by]
    offered = facets(chosen, name)
    asked = {value for value in chosen.data.getlist(name) if value}
    options = [
        one
        for one in offered.by_name[name].options
        if one.n and (not asked or one.value in asked or one.upper in asked)
    ]
    held, altogether = _by_status(chosen, name)
    statuses = [status for status in Status if altogether.get(status)]

    def numbers(counted, **value):
        return [Number(counted.get(status, 0), chosen.query(**value, status=[status])) for status in statuses]

    lines = [
        Line(
            option,
            numbers({status: held.get((status, option.value), 0) for status in statuses}, **{name: [option.value]}),
            Number(option.n, chosen.query(**{name: [option.value]})),
            reverse(PAGES[by], args=[option.value]) if by in PAGES else "",
            option.upper in {one.value for one in options},
        )
        for option in options
    ]
    whole = Number(offered.found, chosen.query())
    return Crosstab(by, offered.by_name[name].label, statuses, lines, numbers(altogether), whole)


def _by_status(chosen: RecommendationFilter, name: str) -> tuple[dict, dict]:
    """How many rows hold each status and value, and each status."""
    rows = Addressee.objects.all() if name == "addressed_to" else None
    narrowings, counts = {}, []
    for status in chosen.form.cleaned_data["status"] or Status.values:
        narrowings[status] = chosen.selection(but=name, rows=rows, status=[status])
        narrowings[status + ALTOGETHER] = chosen.selection(status=[status])
    for key in narrowings:
        one = narrowed(narrowings, key)
        counts += [total(key, one)] if key.endswith(ALTOGETHER) else COUNTS[name](key, one)
    held, altogether = {}, {}
    for key, value, _label, _upper, n in counted_rows(narrowings, counts):
        if key.endswith(ALTOGETHER):
            altogether[Status(key.removesuffix(ALTOGETHER))] = n
        else:
            held[Status(key), value] = n
    return held, altogether
