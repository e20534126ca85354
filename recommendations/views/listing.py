from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from recommendations.facets import groups, pills
from recommendations.filters import RecommendationFilter

PER_PAGE = 25


@require_safe
def recommendation_list(request):
    """The recommendations that the address asks for, and the filters beside them."""
    chosen = RecommendationFilter.from_request(request)
    paginator = Paginator(chosen.for_display(), PER_PAGE)
    try:
        page, problem = paginator.page(request.GET.get("page", 1)), ""
    except PageNotAnInteger:
        page, problem = None, _("“page” is the number of a page, such as 2.")
    except EmptyPage:
        page, problem = None, _("There is no such page; the last one is page %(last)s.") % {"last": paginator.num_pages}
    offered = groups(chosen)
    context = {
        "filter": chosen,
        "groups": offered,
        "pills": pills(chosen, offered),
        "paginator": paginator,
        "page": page,
        "page_problem": problem,
    }
    return render(request, "recommendations/list.html", context)
