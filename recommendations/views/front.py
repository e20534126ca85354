from django.db.models import Max
from django.http import QueryDict
from django.views.generic import TemplateView

from meetings.models import Meeting
from recommendations.filters import curated
from recommendations.filters.facets import Group, facets
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import (
    Gap,
    Recommendation,
    StatusChange,
)
from recommendations.views.figures import most, named_in, play, who_should_act
from recommendations.views.reading import read_only_class

CHANGES = 5  # the latest, on the front page


@read_only_class
class Front(TemplateView):
    """What this is, how to find something, and where it all stands."""

    template_name = "recommendations/front.html"

    def get_context_data(self, **kwargs):
        items = Recommendation.objects.published().followed_up()
        everything = RecommendationFilter.from_query(QueryDict())
        offered = facets(everything, "status", "late", "without", "topic", "addressed_to", "session")
        meetings = list(Meeting.objects.published())
        latest = meetings[0] if meetings else None
        return super().get_context_data(
            facets=offered,
            without_addressee=offered.by_name["without"].n(Gap.ADDRESSEE),
            addressees=offered.by_name["addressed_to"].options,
            who=who_should_act(offered, named_in(items)),
            topics=most([one for one in offered.by_name["topic"].options if not one.upper]),
            late=offered.by_name["late"].options,
            meetings=len(meetings),
            latest=latest,
            sections=latest and sections(latest, offered.by_name["session"]),
            play=play(offered),
            changes=StatusChange.objects.published()
            .with_previous()
            .select_related("addressee__actor", "addressee__recommendation")
            .order_by("-recorded_at", "-pk")[:CHANGES],
            searches=curated.offered(),
            as_of=items.aggregate(day=Max("published_on"))["day"],
            **kwargs,
        )


def sections(meeting: Meeting, counted: Group) -> list[tuple]:
    """The sessions of a meeting, each with how many items it has to follow up."""
    return [(session, counted.n(f"{meeting.slug}.{session.number}")) for session in meeting.sessions.all()]
