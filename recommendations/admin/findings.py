"""What an officer is asked when she assesses, corrects, or proposes and confirms the closing of a priority."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget, AdminRadioSelect, AdminTextareaWidget, AdminTextInputWidget
from django.urls import reverse
from django.utils import formats
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import OneChoice
from meetings.admin.session import SessionField, SessionSelect
from meetings.admin.verbs import VerbForm
from meetings.models import Session
from recommendations.admin.forms import ProvenForm, explained, reason
from recommendations.models import Basis, ClosingProposal, Status, StatusChange

NEEDS = {
    Status.IMPLEMENTED: _("Needs an address or a document as evidence below."),
    Status.CLOSED_PARTLY: _("Needs the reason below."),
    Status.NOT_IMPLEMENTED: _("Needs the reason below."),
    Status.NO_LONGER_APPLICABLE: _("Needs the reason or the newer recommendation below."),
}


def told(status: Status):
    """A status with its definition and what must be given with it."""
    return format_html("<strong>{}</strong> {} {}", status.label, status.definition, NEEDS.get(status, ""))


class AssessForm(ProvenForm):
    intro = _("Records what was done by a day. An assessment is never changed; a mistake is corrected by a new one.")
    rows = "status_changes"
    session = SessionField(
        Session.objects.all(),
        label=_("Session"),
        required=False,
        widget=SessionSelect(StatusChange._meta.get_field("session"), admin.site),
        help_text=StatusChange._meta.get_field("session").help_text,
    )

    class Meta:
        model = StatusChange
        fields = ["status", "as_of", "basis", "reason", "remark", "source_words", "session", "newer"]
        widgets = {
            "status": AdminRadioSelect(attrs={"class": "radiolist"}),
            "as_of": AdminDateWidget,
            "reason": AdminTextareaWidget(attrs={"rows": 3}),
            "source_words": AdminTextInputWidget,
            "remark": AdminTextareaWidget(attrs={"rows": 3}),
            "newer": OneChoice(StatusChange._meta.get_field("newer"), admin.site),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(status.value, told(status)) for status in self.statuses()]
        self.fields["basis"].choices = explained(Basis)
        if self.subject.recommendation.is_priority and Status.IMPLEMENTED not in self.statuses():
            self.intro = format_html(
                '{} <a href="{}">{}</a>',
                _("This is a priority: one person proposes its closing, another confirms it."),
                self._elsewhere(),
                _("Propose the closing"),
            )

    def statuses(self):
        """Those that can be recorded here: a priority is not closed by one person."""
        if self.subject.recommendation.is_priority:
            return [Status(status) for status in Status.OPEN if status != Status.NOT_ASSESSED]
        return [status for status in Status if status != Status.NOT_ASSESSED]

    def _elsewhere(self) -> str:
        return reverse("admin:recommendations_addressee_propose_closing", args=[self.subject.pk])

    def _label_entries(self, name: str):
        self.fields[name].queryset = self.subject.status_changes.filter(corrected_by=None)
        self.fields[name].label_from_instance = lambda change: (
            _("No. %(number)s: %(status)s as of %(day)s")
            % {
                "number": change.number,
                "status": change.get_status_display(),
                "day": formats.date_format(change.as_of),
            }
        )


class CorrectForm(AssessForm):
    intro = _("The wrong entry stays, and no longer counts; this one stands in its place.")
    from_address = ("change",)
    change = forms.ModelChoiceField(StatusChange.objects.none(), label=_("Wrong entry"))
    field_order = ["change"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._label_entries("change")

    def statuses(self):
        return [Status.NOT_ASSESSED, *super().statuses()]

    def _elsewhere(self):
        wrong = self.initial.get("change", "")
        return f"{super()._elsewhere()}?corrects={wrong}" if str(wrong).isdecimal() else super()._elsewhere()


class ProposeForm(AssessForm):
    intro = _("Nothing changes, and nothing is public, until somebody else confirms it.")
    rows = "closing_proposals"
    from_address = ("corrects",)

    class Meta(AssessForm.Meta):
        model = ClosingProposal
        fields = [*AssessForm.Meta.fields, "corrects"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._label_entries("corrects")

    def statuses(self):
        return [Status(status) for status in Status.CLOSED]


class ConfirmForm(VerbForm):
    intro = _("It becomes the assessment, with its evidence, and is public where the recommendation is.")

    def facts(self):
        return proposal_facts(self.subject)


class DeclineForm(VerbForm):
    intro = _("The status stays as it is. Only the desk reads why.")
    because = reason(_("Why"))

    def facts(self):
        return proposal_facts(self.subject)


def proposal_facts(proposal: ClosingProposal) -> list[tuple[str, str]]:
    """What is proposed, with what stands now."""
    row = proposal.addressee
    documents = [
        f"{proof.title} {proof.url or proof.file.name.rpartition('/')[2]}" for proof in proposal.evidence.all()
    ]
    return [
        (_("Stands as"), row.get_status_display()),
        (_("Proposed"), proposal.get_status_display()),
        (_("As of"), formats.date_format(proposal.as_of)),
        (_("Basis"), proposal.get_basis_display()),
        (_("Reason"), proposal.reason or "–"),
        (_("Remark"), proposal.remark or "–"),
        (_("Newer recommendation"), str(proposal.newer or "–")),
        (_("Corrects"), str(proposal.corrects.get_status_display() if proposal.corrects else "–")),
        (_("Evidence"), "\n".join(documents) or "–"),
        (_("Proposed by"), str(proposal.recorded_by or _("somebody whose account is gone"))),
    ]
