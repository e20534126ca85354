"""Where a recommendation stands in the list from which a reader came."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from recommendations.filters.recommendations import LONGEST_KEPT, RecommendationFilter


@dataclass
class Place:
    """The way back to the reader's list, and the neighbours there."""

    back: str
    total: int
    number: int | None = None  # empty = the item is not in the list
    previous: str = ""
    next: str = ""
    kept: str = ""  # what the links to the neighbours carry on


def place(request, item, per_page: int) -> Place | None:
    """The item's place in the list that the parameter `list` describes; none where that cannot be read."""
    chosen = _chosen(request)
    if chosen is None:
        return None
    query = chosen.query()
    references = list(chosen.qs.values_list("reference", flat=True))
    found = Place(_list(query), len(references), kept=urlencode({"list": query}))
    if item.reference in references:
        at = references.index(item.reference)
        found.number = at + 1
        found.previous = references[at - 1] if at else ""
        found.next = references[at + 1] if at + 1 < len(references) else ""
        page = {"page": at // per_page + 1} if at >= per_page else {}
        found.back = _list("&".join(part for part in (query, urlencode(page)) if part))
    return found


def _list(query: str) -> str:
    return f"{reverse('recommendations:list')}{'?' if query else ''}{query}"


def _chosen(request) -> RecommendationFilter | None:
    """What the reader had chosen; none if it is not what a list of this site says."""
    given = request.GET.getlist("list")
    if len(given) != 1 or len(given[0]) > LONGEST_KEPT:
        return None
    parameters = QueryDict(given[0], mutable=True)
    parameters.pop("page", None)
    chosen = RecommendationFilter.from_query(parameters)
    known = parameters.keys() <= chosen.filters.keys()
    return chosen if known and chosen.is_valid() else None
