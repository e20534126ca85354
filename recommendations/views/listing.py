from django.shortcuts import render
from django.views.decorators.http import require_safe

from recommendations.facets import facets
from recommendations.filters import RecommendationFilter
from recommendations.pills import looser, pills
from recommendations.views.selection import page_of

PER_PAGE = 25


@require_safe
def recommendation_list(request):
    """The recommendations that the address asks for, and the filters beside them."""
    chosen = RecommendationFilter.from_request(request)
    offered = facets(chosen)
    context = {
        "filter": chosen,
        "facets": offered,
        "pills": pills(chosen, offered.groups),
        "looser": [] if offered.found else looser(chosen),
        **page_of(request, chosen.for_display(), PER_PAGE, offered.found),
    }
    return render(request, "recommendations/list.html", context)
