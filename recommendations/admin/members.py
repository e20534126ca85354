"""The members of an opened group, several of whom are assessed in one save, or none."""

from copy import copy

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, ngettext

from actors.admin.desk import PlacesErrors, in_words
from actors.models.text import NoControlCharacters
from meetings.models import Audience
from recommendations.models import Addressee, Basis, Evidence, Status

TITLE = _("Assess the members")
TEXT = {"required": False, "validators": [NoControlCharacters()]}
AREA = {"rows": 2}
CELLS = [("status", "as_of", "basis"), ("reason", "remark"), ("title", "url", "audience")]


def _choices(empty, choices) -> list[tuple]:
    return [("", empty), *((one.value, one.label) for one in choices)]


class FindingForm(PlacesErrors, forms.Form):
    """What is found about a member, or about all that are ticked; each field may be left empty."""

    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=_choices(_("Status …"), (status for status in Status if status != Status.NOT_ASSESSED)),
    )
    as_of = forms.DateField(
        label=_("As of"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    basis = forms.ChoiceField(label=_("Basis"), required=False, choices=_choices(_("Basis …"), Basis))
    reason = forms.CharField(label=_("Reason, public"), max_length=2000, widget=forms.Textarea(attrs=AREA), **TEXT)
    remark = forms.CharField(label=_("Remark, internal"), max_length=2000, widget=forms.Textarea(attrs=AREA), **TEXT)
    title = forms.CharField(label=_("What the evidence is"), max_length=300, **TEXT)
    url = forms.URLField(label=_("Its address"), max_length=500, required=False, assume_scheme="https")
    audience = forms.ChoiceField(
        label=_("Who may read it"), choices=Audience, initial=Audience.INTERNAL, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        for field in self.fields.values():
            field.widget.attrs |= {"aria-label": f"{field.label}: {self.whom()}", "placeholder": field.label}

    def whom(self) -> str:
        return str(_("all that are ticked"))

    def cells(self) -> list[list]:
        """The fields as they stand in the cells of its line."""
        return [[self[name] for name in names] for names in CELLS]

    def values(self) -> dict:
        """What was typed; an audience is typed only together with its evidence."""
        typed = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", False)}
        return typed if {"title", "url"} & typed.keys() else {n: v for n, v in typed.items() if n != "audience"}


class MemberForm(FindingForm):
    take = forms.BooleanField(label=_("Take from above"), required=False)
    entries = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, row: Addressee, **kwargs):
        self.row = row
        super().__init__(*args, prefix=f"m{row.pk}", initial={"entries": row.entries}, **kwargs)

    def whom(self):
        return str(self.row.name)

    def finding(self, shared: dict) -> dict:
        """What is to be recorded; empty for a row that was left alone."""
        own = {name: value for name, value in self.values().items() if name not in {"take", "entries"}}
        if not self.cleaned_data.get("take"):
            return own
        if {"title", "url"} & own.keys():
            shared = {name: value for name, value in shared.items() if name not in {"title", "url", "audience"}}
        return shared | own

    def record(self, finding: dict, by) -> bool:
        """Assess the member, or propose its closing where it is a priority's. Whether it was proposed."""
        missing = {
            name: ValidationError(_("Needed for this member, here or above."), code="required")
            for name in ("status", "as_of", "basis")
            if name not in finding
        }
        if missing:
            raise ValidationError(missing)
        row = copy(self.row)  # the line is shown as it is if others refuse
        row.lock()
        if row.status_changes.count() + row.closing_proposals.count() != self.cleaned_data["entries"]:
            raise ValidationError(
                _("Something was recorded of this member since you opened the page, perhaps by sending it twice.")
            )
        proof = {name: finding.pop(name) for name in ("title", "url", "audience") if name in finding}
        evidence = [Evidence(**proof)] if proof else []
        proposed = row.recommendation.is_priority and finding["status"] in Status.CLOSED
        (row.propose_closing if proposed else row.assess)(evidence=evidence, by=by, **finding)
        return proposed


def members(request, pk):
    """A table with one line a member; what is said above it goes for each that is ticked."""
    if not request.user.has_perm("recommendations.add_statuschange"):
        raise PermissionDenied
    group = get_object_or_404(Addressee.objects.select_related("recommendation__part_of", "actor"), pk=pk)
    rows = (
        group.members.select_related("recommendation__part_of", "actor", "via")
        .annotate(entries=Count("status_changes", distinct=True) + Count("closing_proposals", distinct=True))
        .order_by("actor__name")
    )
    waiting = set(group.members.awaiting_acceptance().values_list("pk", flat=True))
    proposed = set(group.members.closing_proposed().values_list("pk", flat=True))
    typed = [request.POST] if request.method == "POST" else []
    today = {"as_of": timezone.localdate()}
    shared, lines = FindingForm(*typed, prefix="all", initial=today), [MemberForm(*typed, row=row) for row in rows]
    if typed and _save(request, shared, lines):
        return HttpResponseRedirect(request.path)
    for line in lines:
        line.answer_waits, line.closing_waits = line.row.pk in waiting, line.row.pk in proposed
    context = {
        **admin.site.each_context(request),
        "title": TITLE,
        "subtitle": None,
        "group": group,
        "shared": shared,
        "lines": lines,
        "failed": bool(typed),
        "assessed": sum(line.row.status_as_of is not None for line in lines),
        "ask": f"{reverse('desk:ask')}?group={group.pk}",
        "back": reverse("admin:recommendations_addressee_change", args=[group.pk]),
    }
    return TemplateResponse(request, "admin/members.html", context)


def _save(request, shared, lines) -> bool:
    """Record every line that says something, or none; errors stand at their cell."""
    if not all([shared.is_valid(), *(line.is_valid() for line in lines)]):
        return False
    said = [
        (line, finding) for line in lines if (finding := line.finding(shared.values())) or line.cleaned_data["take"]
    ]
    if not said:
        shared.add_error(None, _("Choose a status for at least one member."))
        return False
    desk = admin.site.get_model_admin(Addressee)
    proposed = 0
    with transaction.atomic():
        for line, finding in said:
            try:
                with transaction.atomic():
                    proposed += line.record(finding, request.user)
                    desk.log_change(request, line.row, str(_("assessed")))
            except ValidationError as refusal:
                line.add_error(None, refusal)
            except IntegrityError as refusal:
                line.add_error(None, in_words(refusal))
        refused = any(line.errors for line in lines)
        transaction.set_rollback(refused)
    if refused:
        return False
    tell(request, len(said) - proposed, proposed)
    return True


def tell(request, assessed: int, proposed: int):
    if assessed:
        said = ngettext("%(count)d member is assessed.", "%(count)d members are assessed.", assessed)
        messages.success(request, said % {"count": assessed})
    if proposed:
        said = ngettext(
            "%(count)d closing is proposed; somebody else confirms it.",
            "%(count)d closings are proposed; somebody else confirms them.",
            proposed,
        )
        messages.success(request, said % {"count": proposed})
