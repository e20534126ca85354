from django.shortcuts import render

from recommendations.filters.pills import pills
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.matrix.addressees import By, MatrixForm, by_addressees, occurring
from recommendations.matrix.crosstab import crosstab
from recommendations.views.reading import read_only
from recommendations.views.selection import page_of

COLUMNS = 12


@read_only
def matrix(request):
    """The recommendations that the address asks for as a table: addressees by recommendations, or values by status."""
    chosen, asked = RecommendationFilter.from_request(request), MatrixForm(request.GET)
    readable = chosen.is_valid() and asked.is_valid()
    context = {
        "filter": chosen,
        "readable": readable,
        "problems": [*chosen.problems, *asked.problems],
        "pills": pills(chosen),
        "selection": chosen.query(),
        "by": asked.chosen,
        "views": By,
        **page_of(request, chosen.qs if readable else chosen.queryset.none(), COLUMNS),
    }
    page, found = context["page"], context["paginator"].count
    if found and asked.chosen != By.ADDRESSEES:
        table = crosstab(chosen, asked.chosen)
        context |= {"table": table, "statuses": table.statuses, "page": None, "page_problem": ""}
    elif found and page:
        lines = by_addressees(chosen, list(page), asked.cleaned_data["unfold"])
        context |= {"lines": lines, "statuses": occurring(lines)}
    return render(request, "recommendations/matrix.html", context)
