from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Count
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import Desk, NumberedRows, OneChoice, Rows
from actors.admin.related import Related
from meetings.models import Contribution, Session


def label(session: Session) -> str:
    """A session with its meeting: every meeting has a first one."""
    return f"{session.meeting.code} · {session}"


class SessionSelect(OneChoice):
    url_name = "%s:meetings_session_choices"


class SessionField(forms.ModelChoiceField):
    def __init__(self, queryset, **kwargs):
        super().__init__(queryset.select_related("meeting"), **kwargs)

    def label_from_instance(self, session):
        return label(session)


class SessionChoices(AutocompleteJsonView):
    def serialize_result(self, session, to_field_name):
        return {**super().serialize_result(session, to_field_name), "text": label(session)}


class ChoosesSession:
    """Pages on which a session is chosen, of whichever meeting."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.related_model is Session:
            kwargs["form_class"] = SessionField
            kwargs["queryset"] = Session.objects.all()
            kwargs["widget"] = SessionSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def items_of(session: Session):
    """How many statements a session has, as a link to them, and the ways to further ones; `items` counts them."""
    listed = reverse("admin:recommendations_recommendation_changelist")
    added = reverse("admin:recommendations_recommendation_add")
    return format_html(
        '<a href="{}?session__id__exact={}">{}</a> · <a href="{}?session={}">{}</a> · <a href="{}">{}</a>',
        listed,
        session.pk,
        session.items,
        added,
        session.pk,
        _("add"),
        sheet_of(session),
        _("sheet"),
    )


def sheet_of(session: Session) -> str:
    """Where its statements are entered together."""
    return reverse("desk:sheet", args=[session.pk])


class ContributionRows(Rows):
    model = Contribution
    formset = NumberedRows
    autocomplete_fields = ["actors"]
    fields = ["order", "who", "actors", "on_what"]


@admin.register(Session)
class SessionAdmin(Desk):
    list_display = ["code", "title", "kind", "page", "items"]
    list_filter = ["kind", ("meeting", Related)]
    search_fields = ["meeting__code", "meeting__title", "title"]
    ordering = ["-meeting__starts_on", "meeting", "number"]
    autocomplete_fields = ["meeting"]
    inlines = [ContributionRows]
    readonly_fields = ["statements", "difficulties"]
    fieldsets = [(None, {"fields": ["meeting", ("number", "kind"), "title", "page", "summary", "disclaimer"]})]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("meeting").annotate(items=Count("recommendations"))

    def response_add(self, request, obj, post_url_continue=None):
        if request.user.has_perm("recommendations.add_recommendation") and "_popup" not in request.POST:
            told = format_html('<a href="{}">{}</a>', sheet_of(obj), _("Enter its statements on the sheet"))
            self.message_user(request, told, messages.INFO)
        return super().response_add(request, obj, post_url_continue)

    def get_readonly_fields(self, request, obj=None):
        """What people cite stays: its meeting, once it has items; its number, once that is public."""
        kept = []
        if obj and (obj.recommendations.exists() or obj.challenges.exists()):
            kept.append("meeting")
        if obj and obj.meeting.published_on:
            kept.append("number")
        return [*super().get_readonly_fields(request, obj), *kept]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        heading = _("What was said in this session")
        return [*fieldsets, (heading, {"fields": ["statements", "difficulties"]})] if obj else fieldsets

    def get_urls(self):
        choices = SessionChoices.as_view(admin_site=self.admin_site)
        return [
            path("choices/", self.admin_site.admin_view(choices), name="meetings_session_choices"),
            *super().get_urls(),
        ]

    @admin.display(description=_("code"), ordering="meeting__starts_on")
    def code(self, session):
        return session.code

    @admin.display(description=_("items"), ordering="items")
    def items(self, session):
        return items_of(session)

    @admin.display(description=_("items"))
    def statements(self, session):
        listed = self._listed(session, "recommendation", session.recommendations.order_by("order", "reference"))
        return format_html(
            '{} <a class="addlink" href="{}">{}</a>', listed, sheet_of(session), _("Enter several on a sheet")
        )

    @admin.display(description=_("challenges"))
    def difficulties(self, session):
        return self._listed(session, "challenge", session.challenges.order_by("order", "reference"))

    def _listed(self, session, model, things):
        added = format_html(
            '<a class="addlink" href="{}?session={}">{}</a>',
            reverse(f"admin:recommendations_{model}_add"),
            session.pk,
            _("Add"),
        )
        rows = format_html_join(
            "",
            '<div><a href="{}">{}</a> ({})</div>',
            (
                (
                    reverse(f"admin:recommendations_{model}_change", args=[thing.pk]),
                    thing,
                    thing.get_publication_display(),
                )
                for thing in things
            ),
        )
        return format_html("{}{}", rows, added)
