from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import Rows
from actors.admin.related import Related
from meetings.admin.publication import PublishableDesk
from meetings.admin.session import ChoosesSession
from meetings.models import Publication, Session
from recommendations.admin.addressee import NOTE, AddresseeRows
from recommendations.admin.carry import MOST, address_of
from recommendations.admin.forms import explained
from recommendations.admin.numbering import NUMBERED, NumberedForm, next_order, next_reference, one
from recommendations.admin.records import NoteRows
from recommendations.models import (
    ActionLink,
    Addressee,
    AsksFor,
    Capacity,
    Kind,
    Proposer,
    Recommendation,
    RecommendationLink,
    Standing,
)


class ProposerRows(Rows):
    model = Proposer
    autocomplete_fields = ["actor"]
    fields = ["in_whose_words", "actor", "capacity"]

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        kwargs["choices"] = explained(Capacity)
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class ActionRows(Rows):
    model = ActionLink
    autocomplete_fields = ["action"]
    verbose_name = _("follow-up action")
    verbose_name_plural = _("follow-up actions")


class EarlierRows(Rows):
    """Items of earlier meetings that this one repeats, updates, supersedes or touches."""

    model = RecommendationLink
    fk_name = "later"
    extra = 0
    autocomplete_fields = ["earlier"]


class LaterRows(Rows):
    """The same, seen from the earlier item; entered on the later one's page."""

    model = RecommendationLink
    fk_name = "earlier"
    extra = 0
    verbose_name_plural = _("taken up by later meetings")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("later")

    def has_add_permission(self, request, obj=None):
        return False

    has_change_permission = has_delete_permission = has_add_permission


class RecommendationForm(NumberedForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, choices in {"kind": Kind, "standing": Standing, "asks_for": AsksFor}.items():
            if name in self.fields:
                self.fields[name].choices = explained(choices)

    def clean(self):
        cleaned = super().clean()
        session, whole, lead = cleaned.get("session"), cleaned.get("part_of"), cleaned.get("restates")
        if session and not cleaned.get("issued_on"):
            cleaned["issued_on"] = session.meeting.ends_on
        if session and whole and whole.session_id != session.pk:
            self.add_error("part_of", ValidationError(_("A part stands in the session of its whole.")))
        if session and lead and lead.session.meeting_id != session.meeting_id:
            self.add_error(
                "restates", ValidationError(_("Only the same report can say it twice; use a link to another meeting."))
            )
        return cleaned

    def proposed(self, name):
        whole = self.cleaned_data.get("part_of")
        if whole is None:
            return super().proposed(name)
        return whole.order if name == "order" else next_reference(Recommendation, f"{whole.reference}.", digits=1)


@admin.register(Recommendation)
class RecommendationAdmin(ChoosesSession, PublishableDesk):
    form = RecommendationForm
    verbs = (*PublishableDesk.verbs, NOTE)
    list_display = ["reference", "headline", "stands_in", "addressed_to", "status", "publication", "owner"]
    list_display_links = ["reference", "headline"]
    list_filter = [
        "publication",
        "status",
        ("session__meeting", Related),
        "kind",
        "standing",
        "priority",
        ("owner", Related),
    ]
    list_select_related = ["session__meeting", "owner"]
    search_fields = ["reference", "headline", "text"]
    search_help_text = _("Reference or words of the headline and text")
    autocomplete_fields = ["part_of", "restates", "topics", "instruments"]
    readonly_fields = ["divided_into", "status", "status_as_of"]
    actions = ["carry_forward"]
    fieldsets = [
        (
            _("Where it stands"),
            {
                "description": NUMBERED,
                "fields": ["session", ("reference", "order"), ("position", "page")],
            },
        ),
        (
            _("What is asked"),
            {
                "fields": ["headline", "text", "official_wording", "kind", "standing", "asks_for", "implied"],
            },
        ),
        (_("What it is about"), {"fields": ["topics", "instruments"]}),
        (
            _("Part of a whole, or said before in the same report"),
            {"fields": ["part_of", "restates"]},
        ),
        (
            _("Dates and care"),
            {"fields": [("issued_on", "due_on"), ("continuous", "review_on"), ("priority", "owner")]},
        ),
    ]

    def links(self, request, item):
        open_lead = item.state.is_open and not item.part_of_id and not item.restates_id
        carried = open_lead and item.publication == Publication.PUBLISHED and self.has_add_permission(request)
        named = any(row.actor_id for row in item.addressees.all())
        asks = named and request.user.has_perm("recommendations.change_addressee")
        return [
            *([{"label": _("Ask the addressees"), "url": f"{reverse('desk:ask')}?item={item.pk}"}] if asks else []),
            *([{"label": _("Carry forward"), "url": address_of([item])}] if carried else []),
        ]

    @admin.action(description=_("Carry the selected forward"), permissions=["add"])
    def carry_forward(self, request, queryset):
        items = queryset[: MOST + 1]
        if len(items) > MOST:
            self.message_user(request, _("Select at most %(most)d at a time.") % {"most": MOST}, messages.ERROR)
            return None
        return HttpResponseRedirect(address_of(items))

    def get_queryset(self, request):
        addressees = Prefetch("addressees", Addressee.objects.select_related("actor"))
        return super().get_queryset(request).prefetch_related(addressees)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        *entered, publication = fieldsets
        became = (_("What became of it"), {"fields": [("status", "status_as_of")]})
        parts = (_("Parts"), {"fields": ["divided_into"]})
        return [*entered, *([] if obj.part_of_id else [parts]), became, publication]

    def get_inlines(self, request, obj):
        linked = [LaterRows] if obj and obj.later_links.exists() else []
        noted = [NoteRows] if obj and obj.notes.exists() else []
        return [AddresseeRows, ProposerRows, ActionRows, EarlierRows, *linked, *noted]

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request) | {"owner": request.user.pk}
        if whole := one(Recommendation.objects.filter(part_of=None), initial.get("part_of")):
            shared = ("position", "page", "kind", "standing")
            return (
                initial
                | {name: getattr(whole, name) for name in shared}
                | {
                    "session": whole.session_id,
                    "reference": next_reference(Recommendation, f"{whole.reference}.", digits=1),
                    "order": whole.order,
                }
            )
        if session := one(Session.objects.select_related("meeting"), initial.get("session")):
            initial |= {
                "reference": next_reference(Recommendation, f"{session.meeting.code}-"),
                "order": next_order(Recommendation, session),
            }
        return initial

    def response_add(self, request, obj, post_url_continue=None):
        return self._near(request, obj, super().response_add(request, obj, post_url_continue))

    def response_change(self, request, obj):
        return self._near(request, obj, super().response_change(request, obj))

    def _near(self, request, obj, response):
        """The next item of the report most often stands in the same session, or is the next part."""
        if "_addanother" in request.POST:
            near = f"part_of={obj.part_of_id}" if obj.part_of_id else f"session={obj.session_id}"
            response["Location"] = f"{reverse('admin:recommendations_recommendation_add')}?{near}"
        return response

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "owner":
            kwargs["queryset"] = db_field.related_model.objects.filter(is_staff=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("session"), ordering="session")
    def stands_in(self, item):
        return f"{item.session.meeting.code} · {item.session.number}"

    @admin.display(description=_("addressed to"))
    def addressed_to(self, item):
        rows = [row for row in item.addressees.all() if row.via_id is None]
        return ", ".join(row.actor.short_name if row.actor else str(row.name) for row in rows)

    @admin.display(description=_("divided into"))
    def divided_into(self, item):
        added = format_html(
            '<a class="addlink" href="{}?part_of={}">{}</a>',
            reverse("admin:recommendations_recommendation_add"),
            item.pk,
            _("Add a part"),
        )
        rows = (
            (self._address(part), part, part.get_publication_display()) for part in item.parts.order_by("reference")
        )
        return format_html("{}{}", format_html_join("", '<div><a href="{}">{}</a> ({})</div>', rows), added)
