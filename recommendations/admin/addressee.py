from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import Desk, DeskForm, Rows
from actors.admin.related import Related
from actors.admin.shared_rows import SharedRows
from meetings.admin.verbs import Verb, WithVerbs
from recommendations.admin.asking import ask_selected
from recommendations.admin.findings import AssessForm, CorrectForm, ProposeForm
from recommendations.admin.forms import AskForm, NoteForm, OpenMembersForm, RespondForm
from recommendations.admin.records import NoteRows, ProposalRows, ResponseRows, StatusChangeRows
from recommendations.models import Addressee, ClosingProposal, Naming, ProgressNote, Response, StatusChange

NOTE = Verb("note", _("Add a note"), _("noted"), NoteForm, "add_progressnote")

# What was said or found about a row belongs to whom it names; the name then no longer changes.
RECORDED = (
    Q(requested_on__isnull=False)
    | Exists(StatusChange.objects.filter(addressee=OuterRef("pk")))
    | Exists(Response.objects.filter(addressee=OuterRef("pk")))
    | Exists(ProgressNote.objects.filter(addressee=OuterRef("pk")))
    | Exists(ClosingProposal.objects.filter(addressee=OuterRef("pk")))
    | Exists(Addressee.objects.filter(via=OuterRef("pk")))
)


def can_be_opened(row: Addressee) -> bool:
    """A group's row, with members, that is not opened yet."""
    return bool(row.actor_id and not row.via_id and row.actor.memberships.exists() and not row.members.exists())


def can_be_asked(row: Addressee) -> bool:
    return bool(row.actor_id and not row.members.exists())


def can_be_closed_by_two(row: Addressee) -> bool:
    """A row of a priority on which no proposed closing waits."""
    return row.recommendation.is_priority and not row.members.exists() and not row.closing_proposals.waiting().exists()


class AddresseeForm(DeskForm):
    """A row for an actor, or one that says that the text names nobody: the second is a choice too, never a blank."""

    nobody = forms.BooleanField(label=_("nobody named"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["nobody"] = bool(self.instance.pk and not self.instance.actor_id)
        if getattr(self.instance, "recorded", False):
            self.fields["actor"].disabled = self.fields["nobody"].disabled = True

    def clean(self):
        cleaned = super().clean()
        nobody, actor = cleaned.get("nobody"), cleaned.get("actor")
        if nobody and actor:
            self.add_error("nobody", _("Choose the actor or “nobody named”, not both."))
        if not nobody and not actor and "actor" not in self.errors:
            self.add_error("actor", _("Choose an actor, or tick “nobody named”."))
        if nobody and cleaned.get("naming") == Naming.INFERRED:
            self.add_error("naming", _("“Nobody named” cannot be inferred."))
        return cleaned


class AddresseeRowsFormSet(SharedRows):
    def clean(self):
        super().clean()
        deleted = self.deleted_forms  # each look at it judges every row
        rows = [
            form.cleaned_data
            for form in self.forms
            if hasattr(form, "cleaned_data") and form not in deleted and (form.instance.pk or form.has_changed())
        ]
        if len(rows) > 1 and any(row.get("nobody") for row in rows):
            raise ValidationError(_("“Nobody named” stands alone: remove it, or the actors beside it."))
        item = self.instance
        stands_open = item.published_on and not item.archived_on and not item.restates_id and not item.parts.exists()
        if stands_open and not rows:
            raise ValidationError(_("A published item keeps an addressee; where the text names none, “nobody named”."))


class AddresseeRows(Rows):
    """Who is asked to act. Members' rows, opened from a group's, stand on the page of the group's row."""

    model = Addressee
    form = AddresseeForm
    formset = AddresseeRowsFormSet
    autocomplete_fields = ["actor"]
    fields = ["actor", "nobody", "role", "naming", "inferred_because", "follow_up"]
    readonly_fields = ["follow_up"]
    ordering = ["role", "pk"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).filter(via=None)
        return rows.annotate(recorded=RECORDED, opened=Count("members"))

    @admin.display(description=_("follow-up"))
    def follow_up(self, row):
        if not row.pk:
            return _("once saved")
        said = [row.get_response_display(), row.get_status_display()]
        if row.opened:
            said.append(_("opened into %(count)d members") % {"count": row.opened})
        address = reverse("admin:recommendations_addressee_change", args=[row.pk])
        return format_html('{}<br><a href="{}">{}</a>', "; ".join(map(str, said)), address, _("Ask, record, assess"))


class Waits(admin.SimpleListFilter):
    title = _("what waits")
    parameter_name = "waits"

    def lookups(self, request, model_admin):
        return [("answer", _("An answer")), ("closing", _("A proposed closing"))]

    def queryset(self, request, queryset):
        match self.value():
            case "answer":
                return queryset.awaiting_acceptance()
            case "closing":
                return queryset.closing_proposed()


@admin.register(Addressee)
class AddresseeAdmin(WithVerbs, Desk):
    """One addressee of one item: what it was asked, what it answered, what was found. Entered on the item's page."""

    form = AddresseeForm
    verbs = (
        Verb("ask", _("Ask for an answer"), _("asked"), AskForm, offered=can_be_asked),
        Verb("respond", _("Record an answer"), _("answer recorded"), RespondForm, "add_response"),
        Verb(
            "assess", _("Assess"), _("assessed"), AssessForm, "add_statuschange", lambda row: not row.members.exists()
        ),
        Verb(
            "propose_closing",
            _("Propose the closing"),
            _("closing proposed"),
            ProposeForm,
            "add_closingproposal",
            can_be_closed_by_two,
        ),
        Verb(
            "correct",
            _("Correct an assessment"),
            _("corrected"),
            CorrectForm,
            "add_statuschange",
            lambda row: row.status_changes.exists(),
        ),
        Verb(
            "open_members",
            _("Open into members"),
            _("opened into its members"),
            OpenMembersForm,
            offered=can_be_opened,
        ),
        NOTE,
    )
    actions = [ask_selected]
    list_display = ["reference", "who", "role", "response", "response_due_on", "status", "status_as_of", "waits"]
    list_display_links = ["reference", "who"]
    list_filter = [
        Waits,
        "response",
        "status",
        "naming",
        ("recommendation__session__meeting", Related),
    ]
    list_select_related = ["recommendation", "actor"]
    search_fields = ["recommendation__reference", "recommendation__headline", "actor__name", "actor__acronym"]
    autocomplete_fields = ["actor"]
    readonly_fields = [
        "item",
        "opened_from",
        "requested_on",
        "response_due_on",
        "response",
        "status",
        "status_as_of",
        "rows",
    ]
    fieldsets = [
        (
            None,
            {
                "description": _("Whom a row names can no longer change once something is recorded about it."),
                "fields": ["item", ("actor", "nobody"), ("role", "naming"), "inferred_because"],
            },
        ),
        (
            _("What became of it"),
            {
                "description": _("These are kept from what is recorded; the buttons above record."),
                "fields": [("requested_on", "response_due_on"), "response", ("status", "status_as_of")],
            },
        ),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("recommendation__part_of", "actor", "via__actor")
        waiting, proposed = Addressee.objects.awaiting_acceptance(), Addressee.objects.closing_proposed()
        return rows.annotate(
            recorded=RECORDED,
            answer_waits=Exists(waiting.filter(pk=OuterRef("pk"))),
            closing_waits=Exists(proposed.filter(pk=OuterRef("pk"))),
        )

    def links(self, request, row):
        if not row.members.exists():
            return []
        members = {"label": _("Assess the members"), "url": reverse("desk:members", args=[row.pk])}
        asked = {"label": _("Ask the members"), "url": f"{reverse('desk:ask')}?group={row.pk}"}
        return [members, asked]

    def get_inlines(self, request, obj):
        proposed = [ProposalRows] if obj and obj.closing_proposals.exists() else []
        return [ResponseRows, StatusChangeRows, *proposed, NoteRows]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and obj.via_id:
            return [*fieldsets, (_("Group"), {"fields": ["opened_from"]})]
        if obj and obj.members.exists():
            return [*fieldsets, (_("Members"), {"fields": ["rows"]})]
        return fieldsets

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """Rows of a draft go with it; those of a public item are taken away on its page, which leaves it with one."""
        return super().has_delete_permission(request, obj) and not (obj and obj.recommendation.published_on)

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    @admin.display(description=_("reference"), ordering="recommendation__reference")
    def reference(self, row):
        return row.recommendation.reference

    @admin.display(description=_("addressee"), ordering="actor__name")
    def who(self, row):
        return row.name

    @admin.display(description=_("waits"))
    def waits(self, row):
        """What somebody of the secretariat is still to say a word on."""
        waiting = [_("an answer")] if row.answer_waits else []
        waiting += [_("a proposed closing")] if row.closing_waits else []
        return ", ".join(map(str, waiting))

    @admin.display(description=_("recommendation"))
    def item(self, row):
        address = reverse("admin:recommendations_recommendation_change", args=[row.recommendation_id])
        return format_html('<a href="{}">{}</a>', address, row.recommendation)

    @admin.display(description=_("opened from"))
    def opened_from(self, row):
        return self._linked(row.via)

    @admin.display(description=_("members"))
    def rows(self, row):
        members = row.members.select_related("actor").order_by("actor__name")
        lines = ((self._linked(one), one.get_response_display(), one.get_status_display()) for one in members)
        return format_html_join("", "<div>{}: {}; {}</div>", lines)

    def _linked(self, row):
        return format_html('<a href="{}">{}</a>', self._address(row), row.name)
