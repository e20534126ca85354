"""The history of everything at the desk, where a deletion is found too."""

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy as _

from actors.admin.history import WithHistory, page_of
from actors.history.events import everything, kinds

OUTSIDE, COMMANDS = "outside", "commands"


class Changed(forms.Form):
    """Which changes are asked for."""

    kind = forms.ChoiceField(label=_("What"), required=False)
    who = forms.ChoiceField(label=_("Who"), required=False)
    day = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        named = sorted((label, kind) for kind, label in _labels().items())
        self.fields["kind"].choices = [("", _("everything")), *((kind, label) for label, kind in named)]
        may_change = Q(is_staff=True) | Q(represents__isnull=False)
        accounts = get_user_model().objects.filter(may_change).distinct().order_by("name", "email")
        self.fields["who"].choices = [
            ("", _("everybody")),
            *((str(user.pk), str(user)) for user in accounts),
            (COMMANDS, _("commands")),
            (OUTSIDE, _("past the site, in the database")),
        ]

    def selected(self) -> list:
        """The events, by kind; none where something asked for cannot be read."""
        if not self.is_valid():
            return []
        kind, who, day = (self.cleaned_data[name] for name in ("kind", "who", "day"))
        conditions = {}
        if who:
            conditions = {OUTSIDE: {"pgh_context": None}, COMMANDS: {"pgh_context__has_key": "command"}}.get(
                who, {"pgh_context__user": int(who) if who.isdigit() else None}
            )
        if day:
            conditions["pgh_created_at__date"] = day
        asked = [kinds()[kind].objects.all()] if kind else everything()
        return [events.filter(**conditions) for events in asked]


def changes(request):
    """Every change of the register, for whoever may change something of it."""
    desks = [desk for desk in admin.site._registry.values() if isinstance(desk, WithHistory)]
    if not any(desk.has_change_permission(request) for desk in desks):
        raise PermissionDenied
    form = Changed(request.GET)
    context = {
        **admin.site.each_context(request),
        "title": _("History"),
        "subtitle": None,
        "form": form,
        **page_of(request, form.selected()),
    }
    return TemplateResponse(request, "admin/changes.html", context)


def _labels() -> dict[str, str]:
    """Each kind of thing by name; a relation between two things with that of the first."""
    labels = {}
    for kind, event in kinds().items():
        model = event.pgh_tracked_model
        name = capfirst(str(model._meta.verbose_name))
        if model._meta.proxy:
            source = model._meta.concrete_model._meta.auto_created._meta
            name = gettext("%(kind)s: %(relation)s") % {
                "kind": capfirst(str(source.verbose_name)),
                "relation": name.lower(),
            }
        labels[kind] = name
    return labels
