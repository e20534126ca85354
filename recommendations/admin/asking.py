"""Asking many at once: whoever is ticked is recorded as asked, or nobody is."""

from copy import copy

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _, ngettext

from actors.admin.desk import in_words
from meetings.models import Meeting
from recommendations.admin.forms import AskForm
from recommendations.admin.numbering import one
from recommendations.models import Addressee, Hindrance, Recommendation

AT_ONCE = 400  # as many as an address can name


@admin.action(description=_("Ask the selected for an answer"), permissions=["change"])
def ask_selected(desk, request, queryset):
    """From the list of addressees to the page on which they are asked."""
    rows = list(queryset.order_by("pk").values_list("pk", flat=True)[: AT_ONCE + 1])
    if len(rows) > AT_ONCE:
        said = _("Select at most %(number)s addressees at a time.") % {"number": AT_ONCE}
        desk.message_user(request, said, messages.ERROR)
        return None
    return HttpResponseRedirect(f"{reverse('desk:ask')}?rows={'.'.join(map(str, rows))}")


class AskManyForm(AskForm):
    intro = _("Records that whoever is ticked was asked for an answer. Nothing is sent.")
    rows = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": _("Tick at least one addressee.")})

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, subject=None, **kwargs)
        self.fields["rows"].choices = [(row.pk, row.pk) for row in rows]
        self.lines = [self[name] for name in ("on", "due", "open_ended")]

    def arguments(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "rows"}


def ask(request):
    """One page for all who are chosen by the address: selected rows, an item's, a meeting's or a group's members."""
    if not request.user.has_perm("recommendations.change_addressee"):
        raise PermissionDenied
    chosen, about, back = _chosen(request.GET)
    found = list(
        chosen.with_hindrance()
        .select_related("recommendation", "actor")
        # In this order every verb locks: the whole, its parts, their addressees.
        .order_by(Coalesce("recommendation__part_of", "recommendation"), "recommendation", "pk")
    )
    rows = [row for row in found if not row.hindrance]
    form = AskManyForm(*([request.POST] if request.method == "POST" else []), rows=rows)
    ticked = set(form.data.getlist("rows")) if form.is_bound else {str(row.pk) for row in rows}
    for row in rows:
        row.ticked = str(row.pk) in ticked
    if form.is_bound and form.is_valid() and _ask(request, form, rows):
        asked = len(form.cleaned_data["rows"])
        said = ngettext("%(asked)d addressee is asked.", "%(asked)d addressees are asked.", asked)
        messages.success(request, said % {"asked": asked})
        return HttpResponseRedirect(back)
    context = {
        **admin.site.each_context(request),
        "title": _("Ask for answers"),
        "subtitle": None,
        "about": about,
        "back": back,
        "form": form,
        "rows": rows,
        "left_out": [(row, Hindrance(row.hindrance)) for row in found if row.hindrance],
    }
    return TemplateResponse(request, "admin/ask.html", context)


def _chosen(address) -> tuple:
    """The rows that an address names, what they belong to, and where to go afterwards."""
    if item := one(Recommendation.objects.all(), address.get("item")):
        back = reverse("admin:recommendations_recommendation_change", args=[item.pk])
        return Addressee.objects.filter(recommendation=item), item, back
    if meeting := one(Meeting.objects.all(), address.get("meeting")):
        items = Recommendation.objects.published().followed_up().open().of_meetings(meeting)
        back = reverse("admin:meetings_meeting_change", args=[meeting.pk])
        return Addressee.objects.filter(recommendation__in=items), meeting, back
    if group := one(Addressee.objects.select_related("recommendation", "actor"), address.get("group")):
        return Addressee.objects.filter(via=group), group, reverse("desk:members", args=[group.pk])
    keys = [key for key in address.get("rows", "").split(".") if key.isdecimal() and len(key) < 19]
    if not keys:
        raise Http404
    return Addressee.objects.filter(pk__in=keys), None, reverse("admin:recommendations_addressee_changelist")


def _ask(request, form, rows) -> bool:
    """Ask all that are ticked, or nobody; each row that refuses keeps its `refusal`."""
    desk = admin.site.get_model_admin(Addressee)
    with transaction.atomic():
        for row in (row for row in rows if row.pk in form.cleaned_data["rows"]):
            try:
                with transaction.atomic():
                    copy(row).ask(by=request.user, **form.arguments())  # the row is shown as it is if others refuse
                    desk.log_change(request, row, str(_("asked")))
            except ValidationError as refusal:
                row.refusal = " ".join(refusal.messages)
            except IntegrityError as refusal:
                row.refusal = in_words(refusal)
        refused = any(hasattr(row, "refusal") for row in rows)
        transaction.set_rollback(refused)
    if refused:
        form.add_error(None, _("Nobody is asked yet: see beside the rows why."))
    return not refused
