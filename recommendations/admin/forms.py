"""What the verbs of addressees, actions and notes ask an officer."""

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget, AdminTextInputWidget, AdminURLFieldWidget
from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import NoControlCharacters
from meetings.admin.verbs import Asking, VerbForm
from recommendations.models import (
    Basis,
    Evidence,
    Precision,
    ProgressNote,
    Response,
    ResponsePosition,
    Status,
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

    def refuse(self, refusal):
        """A proof that is missing is asked for where it is to be given."""
        if getattr(refusal, "code", "") == "evidence":
            self.evidence[0].add_error("title", refusal)
        else:
            super().refuse(refusal)

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
    due.help_text = _("Left empty, a date that was set before stays.")
    open_ended = forms.BooleanField(
        label=_("No due date"), required=False, help_text=_("Takes away a date that was set before.")
    )

    def facts(self):
        if not self.subject.requested_on:
            return []
        asked, due = self.subject.requested_on, self.subject.response_due_on
        return [
            (_("Asked before on"), formats.date_format(asked)),
            (_("Answer due on"), formats.date_format(due) if due else _("no date was set")),
        ]


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


class AcceptForm(VerbForm):
    intro = _("From now on the answer counts. What it claims is shown beside what was assessed, never over it.")
    on = day(_("Accepted on"))

    def facts(self):
        return answer_facts(self.subject)


class SetAsideForm(VerbForm):
    intro = _("The answer never counts and stays unpublished. Whoever sent it reads why.")
    because = reason(_("Why it is set aside"))

    def facts(self):
        return answer_facts(self.subject)


def answer_facts(answer: Response) -> list[tuple[str, str]]:
    """What an addressee says, with what was assessed beside it."""
    row = answer.addressee
    assessed = row.get_status_display()
    if row.status_as_of:
        assessed = _("%(status)s as of %(day)s") % {
            "status": assessed,
            "day": formats.date_format(row.status_as_of),
        }
    return [
        (_("Received on"), formats.date_format(answer.received_on)),
        (_("Channel"), answer.get_channel_display()),
        (_("Answer"), answer.get_position_display()),
        (_("Text"), answer.text or "–"),
        (_("Claims to be"), answer.get_claims_display() or "–"),
        (_("Was assessed as"), assessed),
        (_("Documents"), ", ".join(proof.title for proof in answer.evidence.all()) or "–"),
    ]


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
