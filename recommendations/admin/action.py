from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import NumberedRows, Rows
from actors.admin.related import Related
from meetings.admin.publication import PublishableDesk
from meetings.admin.session import ChoosesSession
from meetings.admin.verbs import Verb
from meetings.models import Session
from recommendations.admin.addressee import NOTE
from recommendations.admin.forms import DayForm, OnForm, PausedForm
from recommendations.admin.numbering import NumberedForm, next_reference, one
from recommendations.admin.records import NoteRows
from recommendations.models import ActionLink, ActionStatus, Evidence, FollowUpAction


class EvidenceFormSet(NumberedRows):
    number = "number"


class EvidenceRows(Rows):
    model = Evidence
    formset = EvidenceFormSet
    fields = ["title", "url", "file", "kept", "audience"]
    readonly_fields = ["kept"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "file":
            # The usual widget links to the file, but no address serves files.
            kwargs["widget"] = forms.FileInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("file kept"))
    def kept(self, proof):
        return proof.file.name.rpartition("/")[2]


class ItemRows(Rows):
    model = ActionLink
    autocomplete_fields = ["recommendation"]
    verbose_name = _("recommendation")
    verbose_name_plural = _("recommendations on which it bears")


class FollowUpActionForm(NumberedForm):
    letter = "A"

    def session(self):
        return self.cleaned_data.get("reported_in")


def running(*statuses):
    return lambda action: action.status in statuses


@admin.register(FollowUpAction)
class FollowUpActionAdmin(ChoosesSession, PublishableDesk):
    form = FollowUpActionForm
    verbs = (
        Verb(
            "start",
            _("Record the start"),
            _("started"),
            OnForm,
            offered=running(ActionStatus.PLANNED, ActionStatus.ON_HOLD),
        ),
        Verb(
            "complete",
            _("Record the completion"),
            _("completed"),
            OnForm,
            offered=lambda action: action.status not in ActionStatus.ENDED,
        ),
        Verb(
            "verify",
            _("Record the verification"),
            _("verified"),
            DayForm,
            offered=lambda action: action.status == ActionStatus.COMPLETED and not action.verified_on,
        ),
        Verb(
            "hold",
            _("Put on hold"),
            _("put on hold"),
            PausedForm,
            offered=running(ActionStatus.PLANNED, ActionStatus.IN_PROGRESS),
        ),
        Verb(
            "cancel",
            _("Record the cancellation"),
            _("cancelled"),
            PausedForm,
            offered=lambda action: action.status not in ActionStatus.ENDED,
        ),
        NOTE,
        *PublishableDesk.verbs,
    )
    list_display = ["reference", "title", "responsible", "status", "due_on", "completed_on", "publication"]
    list_display_links = ["reference", "title"]
    list_filter = ["publication", "status", ("reported_in__meeting", Related)]
    list_select_related = ["responsible"]
    search_fields = ["reference", "title", "responsible__name", "responsible__acronym"]
    autocomplete_fields = ["responsible"]
    readonly_fields = ["status", "completed_on", "completed_precision", "reason"]
    fieldsets = [
        (
            None,
            {
                "description": _(
                    "Left empty, the reference becomes the next free one of the meeting in which it was reported."
                ),
                "fields": [
                    "reported_in",
                    ("reference", "position"),
                    "title",
                    "description",
                    "responsible",
                    ("started_on", "started_precision"),
                    ("due_on", "due_precision"),
                ],
            },
        ),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        *entered, publication = fieldsets
        ended = [("completed_on", "completed_precision")] if obj.completed_on else []
        reason = ["reason"] if obj.reason else []
        return [*entered, (_("How far it is"), {"fields": ["status", *ended, *reason]}), publication]

    def get_inlines(self, request, obj):
        return [ItemRows, EvidenceRows, *([NoteRows] if obj and obj.notes.exists() else [])]

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        if session := one(Session.objects.select_related("meeting"), initial.get("reported_in")):
            initial["reference"] = next_reference(FollowUpAction, f"{session.meeting.code}-A")
        return initial
