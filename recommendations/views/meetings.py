from itertools import groupby

from django.db.models import Prefetch
from django.http import QueryDict
from django.shortcuts import get_object_or_404, render

from meetings.models import Contribution, Meeting
from recommendations.filters.facets import facets
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import Challenge, FollowUpAction, Recommendation
from recommendations.views.figures import play, who_should_act
from recommendations.views.reading import read_only


@read_only
def meeting_list(request):
    """The published meetings, newest first, with how much each asks for."""
    counted = facets(RecommendationFilter.from_query(QueryDict()), "meeting").by_name["meeting"]
    meetings = [(one, counted.n(one.slug)) for one in Meeting.objects.published().select_related("series")]
    return render(request, "meetings/list.html", {"meetings": meetings})


@read_only
def meeting(request, slug):
    """One meeting in the order of its report: session by session, every statement, and where it all stands."""
    meeting = get_object_or_404(
        Meeting.objects.readable().select_related("series", "organiser").prefetch_related("documents", "participants"),
        slug=slug,
    )
    items = Recommendation.objects.readable() if meeting.is_archived else Recommendation.objects.published()
    voiced = Challenge.objects.readable() if meeting.is_archived else Challenge.objects.published()
    statements = items.filter(session__meeting=meeting)
    challenges = (
        voiced.filter(session__meeting=meeting)
        .prefetch_related(Prefetch("answered_by", items.order_by("reference")))
        .order_by("session__number", "order")
    )
    sessions = list(
        meeting.sessions.prefetch_related(Prefetch("contributions", Contribution.objects.prefetch_related("actors")))
    )
    shown = list(statements.for_display().with_again().order_by("session__number", "order", "reference"))
    public = {item.pk: item for item in shown}
    for item in shown:
        item.restates = public.get(item.restates_id)  # stands in the same meeting
    by_session = {number: list(rows) for number, rows in groupby(shown, lambda item: item.session.number)}
    by_voice = {number: list(rows) for number, rows in groupby(challenges, lambda one: one.session_id)}
    for session in sessions:
        session.statements = by_session.get(session.number, [])
        session.voiced = by_voice.get(session.pk, [])
    context = {
        "meeting": meeting,
        "sessions": sessions,
        "statements": sum(len(session.statements) for session in sessions),
    }
    if not meeting.is_archived:
        chosen = RecommendationFilter.from_query(QueryDict(f"meeting={slug}"))
        rows = [row for session in sessions for item in session.statements for row in item.addressees.all()]
        counted = facets(chosen, "status", "late", "addressed_to")
        context |= {
            "found": counted.found,
            "play": play(counted),
            "late": counted.by_name["late"].options,
            "who": who_should_act(counted, {row.actor.slug for row in rows if row.actor}),
            "progress": FollowUpAction.objects.published().answering(chosen.qs).progress(),
        }
    return render(request, "meetings/meeting.html", context)
