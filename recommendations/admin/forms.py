"""What the verbs of addressees, actions and notes ask an officer."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget, AdminTextInputWidget, AdminURLFieldWidget
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import OneChoice
from actors.models.text import NoControlCharacters
from meetings.admin.session import SessionField, SessionSelect
from meetings.admin.verbs import Asking, VerbForm
from meetings.models import Session
from recommendations.models import (
    Basis,
    Evidence,
    Precision,
    ProgressNote,
    Response,
    ResponsePosition,
    Status,
    StatusChange,
)


def explained(choices) -> list[tuple[str, str]]:
    """Each code with its word and, beside it, its definition."""
    return [("", "---------"), *((one.value, f"{one.label}: {one.definition}") for one in choices)]


def day(label, required=True, initial=timezone.localdate):
    return forms.DateField(
        label=label, required=required, initial=initial if required else None, widget=AdminDateWidget
    )


def reason(label):
    widget = AdminTextareaWidget(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=1000, validators=[NoControlCharacters()], widget=widget)


class EvidenceForm(forms.ModelForm):
    layout = (("title", "audience"), ("url", "file"))
    url = forms.URLField(
        label=_("Address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=AdminURLFieldWidget,
    )

    class Meta:
        model = Evidence
        fields = ["title", "url", "file", "audience"]
        widgets = {"title": AdminTextInputWidget, "file": forms.FileInput}


EvidenceForms = forms.formset_factory(EvidenceForm, extra=2)


class RecordForm(Asking, forms.ModelForm):
    """A new row of what is only ever added to; sent twice, it is recorded once.

    `expected` is the number that the row will bear if nothing was recorded since the form was opened.
    """

    rows = ""  # the subject's rows among which it will stand
    expected = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField):
                self.initial.setdefault(name, timezone.localdate())
        self.initial["expected"] = getattr(self.subject, self.rows).count() + 1

    def arguments(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "expected"}

    def confirm(self, result):
        if result.number != self.cleaned_data["expected"]:
            self.data = self.data.copy()
            self.data["expected"] = self.initial["expected"]
            raise ValidationError(
                _(
                    "Something was recorded here since you opened this form, perhaps by sending it twice. "
                    "Look at it in another window; send this again only if it is still to be recorded."
                )
            )


class ProvenForm(RecordForm):
    """A record with the documents that prove it."""

    def __init__(self, data=None, files=None, **kwargs):
        super().__init__(data, files, **kwargs)
        self.evidence = EvidenceForms(data, files, prefix="evidence")

    def is_valid(self):
        return super().is_valid() & self.evidence.is_valid()

    def is_multipart(self):
        return True

    def shown(self):
        documents = (
            (_("Evidence %(number)s, if any") % {"number": n}, one) for n, one in enumerate(self.evidence, start=1)
        )
        return [*super().shown(), *documents]

    def arguments(self):
        return {
            **super().arguments(),
            "evidence": [one.instance for one in self.evidence if one.has_changed()],
        }


class AskForm(VerbForm):
    intro = _("Records that the addressee was asked for an answer. Nothing is sent.")
    on = day(_("Asked on"))
    due = day(_("Answer due on"), required=False)


class RespondForm(ProvenForm):
    intro = _("Records an answer as it was received. Its position is public; its text is for whom you choose.")
    rows = "responses"

    class Meta:
        model = Response
        fields = ["received_on", "position", "claims", "text", "channel", "audience"]
        widgets = {"received_on": AdminDateWidget, "text": AdminTextareaWidget}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].choices = explained(map(ResponsePosition, ResponsePosition.ANSWERS))
        self.fields["claims"].choices = explained(Status)


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
    may_unassess = False

    class Meta:
        model = StatusChange
        fields = ["status", "as_of", "basis", "reason", "remark", "source_words", "session", "newer"]
        widgets = {
            "as_of": AdminDateWidget,
            "reason": AdminTextareaWidget(attrs={"rows": 3}),
            "source_words": AdminTextInputWidget,
            "remark": AdminTextareaWidget(attrs={"rows": 3}),
            "newer": OneChoice(StatusChange._meta.get_field("newer"), admin.site),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = explained(
            status for status in Status if status != Status.NOT_ASSESSED or self.may_unassess
        )
        self.fields["basis"].choices = explained(Basis)


class CorrectForm(AssessForm):
    intro = _("The wrong entry stays, and no longer counts; this one stands in its place.")
    may_unassess = True
    from_address = ("change",)
    change = forms.ModelChoiceField(StatusChange.objects.none(), label=_("Wrong entry"))
    field_order = ["change"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["change"].queryset = self.subject.status_changes.filter(corrected_by=None)
        self.fields["change"].label_from_instance = lambda change: (
            _("No. %(number)s: %(status)s as of %(day)s")
            % {
                "number": change.number,
                "status": change.get_status_display(),
                "day": change.as_of,
            }
        )


class OpenMembersForm(VerbForm):
    intro = _(
        "Each member of the group on the date of issue gets a row of its own, "
        "and is then assessed for itself instead of the group."
    )


class NoteForm(RecordForm):
    intro = _("Adds a dated note. It is never changed; a mistake is put right by the next one.")
    rows = "notes"

    class Meta:
        model = ProgressNote
        fields = ["noted_on", "precision", "text", "who_says", "basis", "audience"]
        widgets = {
            "noted_on": AdminDateWidget,
            "text": AdminTextareaWidget(attrs={"rows": 5}),
            "who_says": AdminTextInputWidget,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["basis"].choices = explained(Basis)


class DayForm(VerbForm):
    """A day that is known."""

    on = day(_("On"))


class OnForm(DayForm):
    """A day, as exactly as its source gives it."""

    precision = forms.ChoiceField(
        label=_("Known as exactly as"), choices=explained(Precision)[1:], initial=Precision.DAY
    )


class PausedForm(VerbForm):
    intro = _("The reason is public.")
    reason = reason(_("Reason"))
