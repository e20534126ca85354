"""Carry forward: next year's items made from open ones, seen before they are made, and made all or none."""

import re

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _, ngettext

from actors.admin.desk import in_words
from meetings.admin.session import SessionField, label
from meetings.models import Session
from recommendations.models import Recommendation

MOST = 100  # at a time
SESSIONS = 50  # to choose from, of the newest meetings


class CarryForm(forms.Form):
    items = forms.CharField(widget=forms.HiddenInput, error_messages={"required": _("Nothing is selected.")})
    session = SessionField(Session.objects.none(), label=_("Session that asks again"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        over = Session.objects.filter(meeting__ends_on__lte=timezone.localdate())
        newest = over.order_by("-meeting__starts_on", "meeting", "number")
        # A choice is looked up in what is offered, which a slice does not allow.
        offered = newest.filter(pk__in=list(newest.values_list("pk", flat=True)[:SESSIONS]))
        self.fields["session"].queryset = offered.select_related("meeting")

    def clean_items(self) -> list[Recommendation]:
        keys = self.cleaned_data["items"]
        if not re.fullmatch(rf"[0-9]{{1,18}}(,[0-9]{{1,18}}){{0,{MOST - 1}}}", keys):
            raise ValidationError(_("This selection cannot be read. Go back to the list and select again."))
        items = (
            Recommendation.objects.filter(pk__in=keys.split(","))
            .select_related("session__meeting", "restates")
            .prefetch_related("parts", "later_links__later__session")
            .in_report_order()
        )
        if not items:
            raise ValidationError(_("What was selected is no longer there."))
        return list(items)


def address_of(items) -> str:
    """The page on which these are carried forward."""
    return f"{reverse('desk:carry')}?{urlencode({'items': ','.join(str(item.pk) for item in items)})}"


def carry(request):
    """Which items, into which session; sent, it makes them."""
    if not request.user.has_perm("recommendations.add_recommendation"):
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    form = CarryForm(given) if "session" in given or "items" not in given else CarryForm(initial=given.dict())
    chosen = form.is_bound and form.is_valid()
    if chosen and request.method == "POST":
        items, session = form.cleaned_data["items"], form.cleaned_data["session"]
        try:
            made = _make(request, items, session)
        except (ValidationError, IntegrityError) as refusal:
            form.add_error(None, in_words(refusal) if isinstance(refusal, IntegrityError) else refusal)
        else:
            said = ngettext("%(n)d item carried forward.", "%(n)d items carried forward.", len(made))
            messages.success(request, said % {"n": len(made)})
            return HttpResponseRedirect(_listed(made, session))
    return TemplateResponse(request, "admin/carry.html", _context(request, form, chosen))


@transaction.atomic
def _make(request, items, session) -> list[Recommendation]:
    made = [item.repeat(in_session=session, by=request.user) for item in items]
    desk = admin.site.get_model_admin(Recommendation)
    for item in made:
        desk.log_addition(request, item, str(_("carried forward")))
    return made


def _listed(made, session) -> str:
    if len(made) == 1:
        return reverse("admin:recommendations_recommendation_change", args=[made[0].pk])
    listed = reverse("admin:recommendations_recommendation_changelist")
    return f"{listed}?{urlencode({'session__id__exact': session.pk, 'publication__exact': 'draft'})}"


def _context(request, form, chosen) -> dict:
    items = form.cleaned_data.get("items", []) if form.is_bound and hasattr(form, "cleaned_data") else []
    can, cannot = [], []
    if chosen:
        for item in items:
            problems = item.repeat_problems(form.cleaned_data["session"])
            parts = [part for part in item.parts.all() if part.publication == "published" and part.state.is_open]
            (cannot if problems else can).append({"item": item, "why": problems, "parts": len(parts)})
    return {
        **admin.site.each_context(request),
        "title": _("Carry forward"),
        "form": form,
        "session": form.cleaned_data["session"] if chosen else None,
        "into": label(form.cleaned_data["session"]) if chosen else "",
        "can": can,
        "cannot": cannot,
        "keys": ",".join(str(one["item"].pk) for one in can),
    }
