"""What waits for somebody's word: answers that came by a form, and proposed closings of priorities."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import Desk
from meetings.admin.verbs import Verb, WithVerbs
from recommendations.admin.findings import ConfirmForm, DeclineForm
from recommendations.admin.forms import AcceptForm, SetAsideForm
from recommendations.models import ClosingProposal, Response


class ReadOnly(WithVerbs, Desk):
    """Rows that are only ever decided on."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related("addressee__recommendation__part_of", "addressee__actor", "recorded_by")

    @admin.display(description=_("reference"), ordering="addressee__recommendation__reference")
    def reference(self, row):
        return row.addressee.recommendation.reference

    @admin.display(description=_("addressee"), ordering="addressee__actor__name")
    def who(self, row):
        return row.addressee.name

    @admin.display(description=_("assessed as"), ordering="addressee__status")
    def assessed(self, row):
        return row.addressee.get_status_display()

    @admin.display(description=_("documents"))
    def documents(self, row):
        """An address as a link; a file by its name, for no address serves files yet."""
        shown = (
            format_html('<a href="{}">{}</a>', proof.url, proof.title)
            if proof.url
            else f"{proof.title} ({proof.file.name.rpartition('/')[2]})"
            for proof in row.evidence.all()
        )
        return format_html_join("", "<div>{}</div>", ((one,) for one in shown)) or "–"


class HowItStands(admin.SimpleListFilter):
    title = _("how it stands")
    parameter_name = "stands"

    def lookups(self, request, model_admin):
        return [("waiting", _("Waits")), ("accepted", _("Accepted")), ("set_aside", _("Set aside"))]

    def queryset(self, request, queryset):
        match self.value():
            case "waiting":
                return queryset.waiting()
            case "accepted":
                return queryset.accepted()
            case "set_aside":
                return queryset.exclude(set_aside_on=None)


def waits(row) -> bool:
    return row.waits


@admin.register(Response)
class ResponseAdmin(ReadOnly):
    """Answers as they were received; those that wait are accepted or set aside here."""

    verbs = (
        Verb("accept", _("Accept the answer"), _("accepted"), AcceptForm, "add_response", waits),
        Verb("set_aside", _("Set the answer aside"), _("set aside"), SetAsideForm, "add_response", waits),
    )
    list_display = ["reference", "who", "received_on", "position", "claims", "assessed", "stands"]
    list_display_links = ["reference", "who"]
    list_filter = [HowItStands, "position", "channel"]
    search_fields = ["addressee__recommendation__reference", "addressee__actor__name", "text"]
    ordering = ["-received_on", "-pk"]
    fieldsets = [
        (None, {"fields": ["addressee", "received_on", "channel", "recorded_by", "stands", "set_aside_because"]}),
        (_("What it says, and what was found"), {"fields": ["position", "text", "claims", "assessed", "documents"]}),
        (_("Who may read it"), {"fields": ["audience"]}),
    ]
    readonly_fields = ["recorded_by", "set_aside_because", "stands", "assessed", "documents"]

    @admin.display(description=_("how it stands"))
    def stands(self, answer):
        if answer.waits:
            return _("Waits")
        return _("Accepted") if answer.accepted_on else _("Set aside")


@admin.register(ClosingProposal)
class ClosingProposalAdmin(ReadOnly):
    """Closings of priorities that somebody proposed; another confirms or declines them here."""

    verbs = (
        Verb("confirm", _("Confirm the closing"), _("confirmed"), ConfirmForm, "confirm_closing", waits),
        Verb("decline", _("Decline it"), _("declined"), DeclineForm, "confirm_closing", waits),
        Verb("withdraw", _("Withdraw it"), _("withdrawn"), DeclineForm, "add_closingproposal", waits),
    )
    list_display = ["reference", "who", "status", "as_of", "assessed", "recorded_by", "decision"]
    list_display_links = ["reference", "who"]
    list_filter = ["decision", "status"]
    search_fields = ["addressee__recommendation__reference", "addressee__actor__name"]
    ordering = ["-recorded_at", "-pk"]
    fieldsets = [
        (None, {"fields": ["addressee", "assessed"]}),
        (
            _("What is proposed"),
            {"fields": ["status", "as_of", "basis", "reason", "remark", "newer", "session", "corrects", "documents"]},
        ),
        (
            _("Who proposed, and who decided"),
            {"fields": ["recorded_by", "recorded_at", "decision", "decided_by", "decided_at", "declined_because"]},
        ),
    ]
    readonly_fields = [
        "assessed",
        "documents",
        "recorded_by",
        "recorded_at",
        "decision",
        "decided_by",
        "decided_at",
        "declined_because",
    ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Whoever proposed it withdraws it; others confirm or decline it."""
        page = super().render_change_form(request, context, add, change, form_url, obj)
        own = obj.recorded_by_id == request.user.pk
        kept = [verb for verb in page.context_data["verbs"] if verb["url"].endswith("/withdraw/") == own]
        page.context_data["verbs"] = kept
        return page
