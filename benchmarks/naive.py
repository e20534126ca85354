"""The lean naive form of the list: what an afternoon with Django and django-filter gives.

The same rows and the same template as the list, and five groups of options instead of eighteen, each counted by a plain
GROUP BY over what was found. It counts a group with its own choice, and cannot say what concerns an actor.
"""

import django_filters as filters
from django.contrib.postgres.search import SearchQuery
from django.core.paginator import Paginator
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.shortcuts import render

from recommendations.filters.facets import Facets, Group, Option
from recommendations.models import Addressee, Kind, Recommendation, Status, Topic
from recommendations.views.listing import PER_PAGE

ORDER = ["-session__meeting__starts_on", "session__number", "order", "reference"]
TOP = 20


class NaiveFilter(filters.FilterSet):
    """Every choice a plain lookup."""

    q = filters.CharFilter(method="search")
    status = filters.MultipleChoiceFilter(choices=Status.choices)
    kind = filters.MultipleChoiceFilter(choices=Kind.choices)
    topic = filters.ModelMultipleChoiceFilter("topics__slug", to_field_name="slug", queryset=Topic.objects.all())
    year = filters.NumberFilter("issued_on__year")
    sort = filters.ChoiceFilter(choices=[("", "")])

    problems = date_fields = ()
    dated = False

    def search(self, items, name, value):
        query = SearchQuery(value, config="english_unaccent", search_type="websearch")
        return items.filter(document__vector=query)


def naive_list(request):
    chosen = NaiveFilter(request.GET, Recommendation.objects.published().followed_up().order_by(*ORDER))
    page = Paginator(chosen.qs.for_display(), PER_PAGE).page(request.GET.get("page", 1))
    n = page.paginator.count
    context = {
        "filter": chosen,
        "facets": Facets(n, n, {group.name: group for group in groups(chosen.qs.order_by())}),
        "pills": [],
        "page": page,
    }
    return render(request, "recommendations/list.html", context)


def groups(found) -> list[Group]:
    """The five counts."""
    topics = Recommendation.topics.through.objects.filter(recommendation__in=found)
    addressees = Addressee.objects.filter(recommendation__in=found, actor__isnull=False)
    return [
        _group("status", found.values_list("status", "status")),
        _group("kind", found.values_list("kind", "kind")),
        _group("year", found.values_list(year := ExtractYear("issued_on"), year)),
        _group("topic", topics.values_list("topic__slug", "topic__name")),
        _group("addressed_to", addressees.values_list("actor__slug", "actor__name"), TOP),
    ]


def _group(name: str, values, most: int | None = None) -> Group:
    counted = values.annotate(n=Count("pk", distinct=True)).order_by("-n")[:most]
    return Group(name, name, [Option(str(value), str(label), n) for value, label, n in counted])
