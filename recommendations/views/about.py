from django.db import connection
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from recommendations.models import (
    ActionStatus,
    AsksFor,
    Basis,
    Kind,
    Late,
    Naming,
    Precision,
    ResponsePosition,
    Standing,
    Status,
)
from recommendations.views.reading import read_only, read_only_class


@read_only_class
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


@read_only_class
class Accessibility(TemplateView):
    """What the site does so that everybody can use it, how that is tested, and whom to tell where it fails."""

    template_name = "recommendations/accessibility.html"


@read_only
def healthz(request):
    """For machines: the process runs and the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
