from django.db import connection
from django.db.models import Count, Max, Q
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from actors.models import Actor
from meetings.models import Meeting
from recommendations.facets import facets
from recommendations.filters import RecommendationFilter
from recommendations.models import (
    ActionStatus,
    AsksFor,
    Basis,
    Gap,
    Kind,
    Late,
    Naming,
    Precision,
    Recommendation,
    ResponsePosition,
    Standing,
    Status,
    Topic,
)


class Front(TemplateView):
    """What this is, how to find something, and where it all stands."""

    template_name = "recommendations/front.html"

    def get_context_data(self, **kwargs):
        items = Recommendation.objects.published().followed_up()
        latest = Meeting.objects.published().first()
        offered = {group.name: group for group in facets(RecommendationFilter.from_query(QueryDict())).groups}
        return super().get_context_data(
            figures=items.aggregate(
                meetings=Count("session__meeting", distinct=True),
                nobody=Count("pk", filter=Q(pk__in=items.lacking(Gap.ADDRESSEE).values("pk"))),
                as_of=Max("published_on"),
            ),
            latest=latest,
            sessions=latest and sections(latest, items),
            addressed_to=offered.get("addressed_to"),
            who=who_must_act(items),
            topics=main_topics(items),
            play=items.state_of_play(),
            late=items.having_late(*Late).count(),
            **kwargs,
        )


def sections(meeting, items):
    """The sessions of a meeting with how many of its items each has to follow up."""
    return meeting.sessions.annotate(n=Count("recommendations", filter=Q(recommendations__in=items)))


def who_must_act(items, most: int = 10):
    """The actors that most items are addressed to."""
    asked = Actor.objects.filter(addressed__recommendation__in=items, addressed__via=None)
    inferred = Count("addressed", filter=Q(addressed__naming=Naming.INFERRED))
    return asked.annotate(n=Count("addressed"), inferred=inferred).order_by("-n", "name")[:most]


def main_topics(items):
    """The main topics with how many items each holds, those of its subtopics included."""
    held = {}
    through = Recommendation.topics.through.objects.filter(recommendation__in=items)
    for item, topic, upper in through.values_list("recommendation", "topic", "topic__part_of"):
        held.setdefault(upper or topic, set()).add(item)
    topics = [topic for topic in Topic.objects.main() if topic.pk in held]
    for topic in topics:
        topic.n = len(held[topic.pk])
    return sorted(topics, key=lambda topic: (-topic.n, topic.name))


class About(TemplateView):
    """About this data, and what every word of status means."""

    template_name = "recommendations/about.html"
    extra_context = {
        "scales": [
            {"heading_id": name, "heading": heading, "words": list(words), "shapes": words is Status}
            for name, heading, words in [
                ("status", _("Status: what was done"), Status),
                ("response", _("Response: what the addressee answered"), ResponsePosition),
                ("late", _("Late: what should have come by a date"), Late),
                ("action-status", _("Follow-up actions"), ActionStatus),
                ("basis", _("On what a status or a note rests"), Basis),
                ("standing", _("Standing: what weight the report gives a statement"), Standing),
                ("kind", _("Kind: the form in which the report asks"), Kind),
                ("asks-for", _("What is asked for"), AsksFor),
                ("naming", _("How an addressee is known"), Naming),
                ("precision", _("How exactly a date is known"), Precision),
            ]
        ],
    }


@require_safe
def healthz(request):
    """For machines: the process runs and the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
