from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from recommendations.facets import groups, pills
from recommendations.filters import RecommendationFilter
from recommendations.matrix import By, MatrixForm, by_addressees, by_topics, occurring, selection

COLUMNS = 12


@require_safe
def matrix(request):
    """The recommendations that the address asks for as a table: addressees by recommendations, or topics by status."""
    chosen, asked = RecommendationFilter.from_request(request), MatrixForm(request.GET)
    readable = chosen.is_valid() and asked.is_valid()
    items = chosen.qs  # also gives the filter the addressees' rows that speak, if any were chosen
    paginator = Paginator(items if readable else items.none(), COLUMNS)
    context = {
        "filter": chosen,
        "readable": readable,
        "problems": [*chosen.problems, *asked.problems],
        "pills": pills(chosen, groups(chosen)),
        "paginator": paginator,
        "selection": selection(chosen),
        "by": asked.chosen,
        "views": By,
    }
    if readable and paginator.count:
        if asked.chosen == By.TOPICS:
            table = by_topics(chosen)
            context |= {"table": table, "statuses": table.statuses}
        else:
            context |= _page(request, paginator, chosen, asked)
    return render(request, "recommendations/matrix.html", context)


def _page(request, paginator, chosen, asked) -> dict:
    try:
        page = paginator.page(request.GET.get("page") or 1)
    except PageNotAnInteger:
        return {"page_problem": _("“page” is the number of a page, such as 2.")}
    except EmptyPage:
        last = {"last": paginator.num_pages}
        return {"page_problem": _("There is no such page; the last one is page %(last)s.") % last}
    lines = by_addressees(chosen, list(page), asked.cleaned_data["unfold"])
    return {"page": page, "lines": lines, "statuses": occurring(lines)}
