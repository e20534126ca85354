from django.db.models import Prefetch
from django.shortcuts import render

from actors.models import Actor
from meetings.models import Meeting
from recommendations.filters.actions import ActionFilter
from recommendations.filters.facets import Option
from recommendations.filters.pills import pills
from recommendations.models import (
    ActionLink,
    ActionRelation,
    ActionStatus,
    Evidence,
    FollowUpAction,
    ProgressNote,
    Recommendation,
)
from recommendations.views.reading import read_only
from recommendations.views.selection import groups_of, page_of

PER_PAGE = 50


@read_only
def action_list(request):
    """The follow-up actions that the address asks for, with the recommendations that they bear on."""
    published = FollowUpAction.objects.published()
    items = Recommendation.objects.published()
    chosen = ActionFilter(request.GET, published)
    shown = chosen.qs.select_related("responsible", "reported_in__meeting").prefetch_related(
        Prefetch("links", ActionLink.objects.filter(recommendation__in=items).select_related("recommendation")),
        Prefetch("notes", ProgressNote.objects.public()),
        Prefetch("evidence", Evidence.objects.public()),
    )
    doers = Actor.objects.filter(actions__in=published).distinct()
    groups = groups_of(
        chosen,
        {
            "status": [Option(one.value, str(one.label), definition=str(one.definition)) for one in ActionStatus],
            "relation": [Option(one.value, str(one.label)) for one in ActionRelation],
            "late": [Option("1", str(chosen.form.fields["late"].label))],
            "responsible": [Option(one.slug, one.name) for one in doers],
            "meeting": [Option(one.slug, one.title) for one in Meeting.objects.published()],
        },
    )
    context = {
        "filter": chosen,
        "groups": groups,
        "pills": pills(chosen),
        **page_of(request, shown, PER_PAGE),
    }
    return render(request, "recommendations/actions.html", context)
