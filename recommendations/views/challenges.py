from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce
from django.shortcuts import render

from meetings.models import Meeting
from recommendations.filters.challenges import ChallengeFilter
from recommendations.filters.facets import Option
from recommendations.filters.pills import pills
from recommendations.models import Answered, Challenge, Recommendation
from recommendations.models.public import public_topics
from recommendations.views.reading import read_only
from recommendations.views.selection import groups_of, page_of

PER_PAGE = 50


@read_only
def challenge_list(request):
    """The challenges that the address asks for, by meeting and session, each with what answers it."""
    voiced = Challenge.objects.published()
    chosen = ChallengeFilter(request.GET, voiced)
    answers = Recommendation.objects.published().in_report_order()
    shown = chosen.qs.in_report_order().select_related("session__meeting")
    found = page_of(request, shown.prefetch_related(Prefetch("answered_by", answers)), PER_PAGE)
    groups = groups_of(
        chosen,
        {
            "answered": [Option(one.value, str(one.label)) for one in Answered],
            "topic": [Option(slug, name, upper=upper or "") for slug, name, upper in _topics(voiced)],
            "meeting": [
                Option(one.slug, one.title)
                for one in Meeting.objects.filter(sessions__challenges__in=voiced).distinct()
            ],
        },
    )
    context = {
        "filter": chosen,
        "groups": groups,
        "pills": pills(chosen),
        "figures": voiced.aggregate(
            all=Count("pk"), unanswered=Count("pk", filter=Q(pk__in=voiced.unanswered().values("pk")))
        ),
        **found,
    }
    return render(request, "recommendations/challenges.html", context)


def _topics(voiced):
    """The topics that challenges are on, each main topic before its subtopics."""
    on_it = voiced.filter(Q(topics=OuterRef("pk")) | Q(topics__part_of=OuterRef("pk")))
    upper_first = F("part_of").asc(nulls_first=True)
    topics = public_topics().filter(Exists(on_it)).order_by(Coalesce("part_of__name", "name"), upper_first, "name")
    return topics.values_list("slug", "name", "part_of__slug")
