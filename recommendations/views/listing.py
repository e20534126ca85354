from django.http import QueryDict
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from recommendations.filters.facets import facets
from recommendations.filters.pills import looser, pills
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models.public import public_topics
from recommendations.search import address_of, suggestion
from recommendations.views.reading import read_only
from recommendations.views.selection import page_of

PER_PAGE = 25


@read_only
def recommendation_list(request):
    """The recommendations that the address asks for, and the filters beside them."""
    chosen = RecommendationFilter.from_request(request)
    asked = {name for name, value in request.GET.items() if value}
    if asked == {"q"} and chosen.is_valid() and (address := address_of(request.GET["q"])):
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    offered = facets(chosen)
    context = {
        "filter": chosen,
        "facets": offered,
        "pills": pills(chosen),
        "topics": public_topics().named(request.GET.get("q", ""))[:5] if chosen.is_valid() else [],
        **page_of(request, chosen.for_display(), PER_PAGE, offered.found),
    }
    if chosen.is_valid() and not offered.found:
        meant = suggestion(request.GET.get("q", ""))
        context |= {
            "looser": looser(chosen),
            "suggestion": meant and {"words": meant, "query": _with(meant, chosen)},
        }
    return render(request, "recommendations/list.html", context)


def _with(words: str, chosen: RecommendationFilter) -> str:
    """The query string of another search: with the other filters where that finds something, else without."""
    query = chosen.query(q=[words])
    return query if RecommendationFilter.from_query(QueryDict(query)).qs.exists() else urlencode({"q": words})
