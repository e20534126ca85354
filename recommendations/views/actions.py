from django.db.models import Prefetch
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recommendations.models import ActionLink, Evidence, FollowUpAction, ProgressNote, Recommendation


@require_safe
def action_list(request):
    """The published follow-up actions, with the recommendations that they bear on."""
    links = ActionLink.objects.filter(recommendation__in=Recommendation.objects.published()).select_related(
        "recommendation"
    )
    actions = (
        FollowUpAction.objects.published()
        .select_related("responsible", "reported_in__meeting")
        .prefetch_related(
            Prefetch("links", links),
            Prefetch("notes", ProgressNote.objects.public()),
            Prefetch("evidence", Evidence.objects.public()),
        )
    )
    items = Recommendation.objects.published().followed_up()
    context = {"actions": actions, "progress": FollowUpAction.objects.published().answering(items).progress()}
    return render(request, "recommendations/actions.html", context)
