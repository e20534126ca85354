from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from recommendations.facets import facets
from recommendations.filters import RecommendationFilter
from recommendations.pills import looser, pills

PER_PAGE = 25


@require_safe
def recommendation_list(request):
    """The recommendations that the address asks for, and the filters beside them."""
    chosen = RecommendationFilter.from_request(request)
    offered = facets(chosen)
    paginator = Paginator(chosen.for_display(), PER_PAGE)
    paginator.count = offered.found
    try:
        page, problem = paginator.page(request.GET.get("page", 1)), ""
    except PageNotAnInteger:
        page, problem = None, _("“page” is the number of a page, such as 2.")
    except EmptyPage:
        page, problem = None, _("There is no such page; the last one is page %(last)s.") % {"last": paginator.num_pages}
    context = {
        "filter": chosen,
        "facets": offered,
        "pills": pills(chosen, offered.groups),
        "looser": [] if offered.found else looser(chosen),
        "page": page,
        "page_problem": problem,
    }
    return render(request, "recommendations/list.html", context)
