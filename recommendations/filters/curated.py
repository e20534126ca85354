"""What a curated search asks of the list, whether it can still be read, and how much it finds."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy as _

from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import CuratedSearch, Recommendation


def query_of(pasted: str) -> str:
    """The query string of what an editor pasted: a query, or an address of the list. The page and what is empty go.

    Raises ValidationError if it is the address of something else.
    """
    pasted = pasted.strip()
    if "?" in pasted or "/" in pasted.partition("=")[0]:
        try:
            address = urlsplit(pasted)
        except ValueError:
            raise ValidationError(_("This is no address.")) from None
        if address.path not in ("", reverse("recommendations:list")):
            raise ValidationError(_("This is the address of another page, not of the list of recommendations."))
        pasted = address.query
    query = QueryDict(mutable=True)
    for name, values in QueryDict(pasted).lists():
        if name != "page" and (kept := [value for value in dict.fromkeys(values) if value]):
            query.setlist(name, kept)
    return query.urlencode()


def problems_of(query: str) -> list[str]:
    """What of a query string the list cannot read."""
    return _problems(_filter(query))


def offered() -> list[CuratedSearch]:
    """What the front page offers, each with `n`, how many it finds. What can no longer be read is left out."""
    return [search for search in examined(CuratedSearch.objects.shown()) if not search.problems]


def examined(searches) -> list[CuratedSearch]:
    """The searches, each with its `problems` and, where it has none, `n`; all are counted in one query."""
    searches, counts = list(searches), {}
    for search in searches:
        chosen = _filter(search.query)
        search.problems = _problems(chosen)
        if not search.problems:
            counts[str(search.pk)] = Count("pk", filter=Q(pk__in=chosen.qs.order_by().values("pk")))
    found = Recommendation.objects.aggregate(**counts)
    for search in searches:
        search.n = found.get(str(search.pk))
    return searches


def _filter(query: str) -> RecommendationFilter:
    return RecommendationFilter.from_query(QueryDict(query))


def _problems(chosen: RecommendationFilter) -> list[str]:
    unknown = sorted(chosen.data.keys() - chosen.filters)
    return [
        *(gettext("“%(name)s” is no filter of the list.") % {"name": name} for name in unknown),
        *(f"{label}: {problem}" for label, problem in chosen.problems),
    ]
