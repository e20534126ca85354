"""What somebody who answers for a body fills in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.models import Audience
from recommendations.admin.forms import ProvenForm
from recommendations.models import Channel, Evidence, Response, ResponsePosition, Status
from recommendations.models.files import LARGEST, NAMES

MEGABYTES = LARGEST // 1024**2
CLAIMED = [status for status in Status if status != Status.NOT_ASSESSED]
READERS = [
    (Audience.INTERNAL, _("The secretariat alone")),
    (Audience.NETWORK, _("Also everybody who can sign in here")),
    (Audience.PUBLIC, _("Everybody")),
]


class ProofForm(forms.ModelForm):
    """A document that goes with an answer: its address, or the file."""

    url = forms.URLField(label=_("Its address"), max_length=500, required=False, assume_scheme="https")

    class Meta:
        model = Evidence
        fields = ["title", "url", "file"]
        labels = {"title": _("What it is"), "file": _("Or the file")}
        help_texts = {
            "file": _("At most %(megabytes)s MB: %(kinds)s.") % {"megabytes": MEGABYTES, "kinds": NAMES},
        }
        widgets = {"file": forms.FileInput}


ProofForms = forms.formset_factory(ProofForm, extra=2, max_num=2, absolute_max=2)


class AnswerForm(ProvenForm):
    """An answer of a body. It waits until somebody of the secretariat has checked it; sent twice, it is kept once."""

    rows = "responses"
    expected = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Response
        fields = ["position", "claims", "text", "audience"]
        labels = {
            "position": _("What do you answer?"),
            "claims": _("How far has it been done?"),
            "text": _("Your answer in words"),
            "audience": _("Who may read the words and documents?"),
        }
        help_texts = {
            "claims": _("What you report is shown beside what the secretariat assesses."),
            "text": _("Where you accept it only partly, or not: which part, and why."),
            "audience": _("That you answered, and your position, becomes public once it is checked."),
        }
        widgets = {
            "position": forms.RadioSelect,
            "claims": forms.RadioSelect,
            "audience": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 8}),
        }

    def __init__(self, data=None, files=None, **kwargs):
        super().__init__(data, files, **kwargs)
        self.evidence = ProofForms(data, files, prefix="evidence")
        answers = [ResponsePosition(code) for code in ResponsePosition.ANSWERS]
        self.definitions = {one.value: one.definition for one in (*answers, *CLAIMED)}
        self.fields["position"].choices = [(one.value, one.label) for one in answers]
        self.fields["claims"].choices = [("", _("Not said")), *((one.value, one.label) for one in CLAIMED)]
        self.fields["audience"].choices = READERS

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("position") in ResponsePosition.NEEDS_TEXT and not cleaned.get("text") and "text" in cleaned:
            self.add_error("text", _("Say what you do not accept, and why."))
        if cleaned.get("expected") != self.initial["expected"]:
            self.add_error(None, self._sent_already())
        return cleaned

    def arguments(self):
        given = super().arguments()
        for proof in given["evidence"]:
            proof.audience = given["audience"]
        return {**given, "received_on": timezone.localdate(), "channel": Channel.FORM, "accepted": False}

    def confirm(self, result):
        if result.number != self.cleaned_data["expected"]:
            raise self._sent_already()

    def _sent_already(self) -> ValidationError:
        self.data = self.data.copy()
        self.data["expected"] = self.initial["expected"]
        return ValidationError(
            _(
                "An answer was recorded since you opened this page, perhaps because you sent it twice. "
                "It stands above. Send this one only if it is another answer."
            )
        )
