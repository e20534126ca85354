from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from actors.admin.related import Related
from meetings.admin.publication import PublishableDesk
from meetings.admin.session import ChoosesSession
from meetings.models import Session
from recommendations.admin.numbering import NUMBERED, NumberedForm, next_order, next_reference, one
from recommendations.models import Challenge


class ChallengeForm(NumberedForm):
    letter = "C"


@admin.register(Challenge)
class ChallengeAdmin(ChoosesSession, PublishableDesk):
    form = ChallengeForm
    list_display = ["reference", "headline", "stands_in", "answers", "publication"]
    list_display_links = ["reference", "headline"]
    list_filter = ["publication", ("session__meeting", Related)]
    list_select_related = ["session__meeting"]
    search_fields = ["reference", "headline", "text"]
    autocomplete_fields = ["topics", "answered_by"]
    fieldsets = [
        (
            None,
            {
                "description": NUMBERED,
                "fields": [
                    "session",
                    ("reference", "order"),
                    ("position", "page"),
                    "in_whose_words",
                    "headline",
                    "text",
                    "topics",
                    "answered_by",
                ],
            },
        )
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("answered_by")

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        if session := one(Session.objects.select_related("meeting"), initial.get("session")):
            initial |= {
                "reference": next_reference(Challenge, f"{session.meeting.code}-C"),
                "order": next_order(Challenge, session),
            }
        return initial

    @admin.display(description=_("session"), ordering="session")
    def stands_in(self, challenge):
        return f"{challenge.session.meeting.code} · {challenge.session.number}"

    @admin.display(description=_("answered by"))
    def answers(self, challenge):
        return ", ".join(item.reference for item in challenge.answered_by.all())
