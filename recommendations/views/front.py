from django.db import connection
from django.db.models import Max
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from meetings.models import Meeting
from recommendations import searches
from recommendations.facets import Group, facets
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
    StatusChange,
)
from recommendations.views.figures import most, play, who_should_act


CHANGES = 5  # the latest, on the front page


class Front(TemplateView):
    """What this is, how to find something, and where it all stands."""

    template_name = "recommendations/front.html"

    def get_context_data(self, **kwargs):
        items = Recommendation.objects.published().followed_up()
        everything = RecommendationFilter.from_query(QueryDict())
        offered = facets(everything, "status", "late", "without", "topic", "addressed_to", "meeting", "session")
        latest = Meeting.objects.published().first()
        return super().get_context_data(
            facets=offered,
            without_addressee=offered.by_name["without"].n(Gap.ADDRESSEE),
            addressees=offered.by_name["addressed_to"].options,
            who=who_should_act(offered, items),
            topics=most([one for one in offered.by_name["topic"].options if not one.upper]),
            late=offered.by_name["late"].options,
            latest=latest,
            sections=latest and sections(latest, offered.by_name["session"]),
            play=play(offered),
            changes=StatusChange.objects.published()
            .with_previous()
            .select_related("addressee__actor", "addressee__recommendation")
            .order_by("-recorded_at", "-pk")[:CHANGES],
            searches=searches.offered(),
            as_of=items.aggregate(day=Max("published_on"))["day"],
            **kwargs,
        )


def sections(meeting: Meeting, counted: Group) -> list[tuple]:
    """The sessions of a meeting, each with how many items it has to follow up."""
    return [(session, counted.n(f"{meeting.slug}.{session.number}")) for session in meeting.sessions.all()]


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
