"""What was recorded, to read only: answers, assessments and notes, with who recorded them and when."""

from django.contrib.admin import display
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import Rows
from recommendations.models import ClosingProposal, ProgressNote, Response, StatusChange


class Recorded(Rows):
    """Rows that nobody changes or deletes; a verb adds the next."""

    extra = 0
    can_delete = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("recorded_by").prefetch_related("evidence")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @display(description=_("evidence"))
    def proof(self, record):
        """Addresses as links; a file by its name, for no address serves files yet."""
        return format_html_join(
            ", ",
            "{}",
            (
                (
                    format_html('<a href="{}">{}</a>', proof.url, proof.title)
                    if proof.url
                    else f"{proof.title} ({proof.file.name.rpartition('/')[2]})",
                )
                for proof in record.evidence.all()
            ),
        )

    @display(description=_("recorded"))
    def recorded(self, record):
        return _("%(when)s, %(who)s") % {
            "when": formats.date_format(timezone.localtime(record.recorded_at), "SHORT_DATETIME_FORMAT"),
            "who": record.recorded_by or _("somebody whose account is gone"),
        }


class ResponseRows(Recorded):
    model = Response
    fields = ["received_on", "position", "claims", "text", "channel", "audience", "stands", "proof", "recorded"]
    readonly_fields = ["stands", "proof", "recorded"]

    @display(description=_("accepted"))
    def stands(self, answer):
        if answer.waits:
            address = reverse("admin:recommendations_response_change", args=[answer.pk])
            return format_html('{}: <a href="{}">{}</a>', _("Waits"), address, _("check it"))
        if answer.accepted_on:
            return formats.date_format(answer.accepted_on)
        return _("Set aside: %(reason)s") % {"reason": answer.set_aside_because}


class StatusChangeRows(Recorded):
    model = StatusChange
    fields = ["number", "as_of", "status", "basis", "reason", "remark", "proof", "recorded", "correction"]
    readonly_fields = ["number", "proof", "recorded", "correction"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("corrects", "corrected_by", "addressee")

    @display(description=_("correction"))
    def correction(self, change):
        if change.corrects:
            return _("corrects no. %(number)s") % {"number": change.corrects.number}
        if hasattr(change, "corrected_by"):
            return _("corrected by no. %(number)s") % {"number": change.corrected_by.number}
        address = reverse("admin:recommendations_addressee_correct", args=[change.addressee_id])
        return format_html('<a href="{}?change={}">{}</a>', address, change.pk, _("Correct"))


class ProposalRows(Recorded):
    model = ClosingProposal
    fields = ["number", "as_of", "status", "basis", "reason", "proof", "recorded", "decided"]
    readonly_fields = ["number", "proof", "recorded", "decided"]

    @display(description=_("decision"))
    def decided(self, proposal):
        address = reverse("admin:recommendations_closingproposal_change", args=[proposal.pk])
        return format_html('<a href="{}">{}</a>', address, proposal.get_decision_display())


class NoteRows(Recorded):
    model = ProgressNote
    fields = ["noted_on", "precision", "text", "who_says", "basis", "audience", "recorded"]
    readonly_fields = ["recorded"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(None)
