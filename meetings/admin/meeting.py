from dataclasses import replace

from django import forms
from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _, ngettext

from actors.admin.desk import Desk, DeskForm, OfOneThing, Rows
from actors.admin.related import Related
from meetings.admin.publication import PublishableDesk, PublishForm
from meetings.admin.session import items_of
from meetings.models import Document, Meeting, Series, Session


@admin.register(Series)
class SeriesAdmin(Desk):
    list_display = ["name", "slug", "meetings"]
    search_fields = ["name"]
    ordering = ["name", "pk"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug", "description"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(count=Count("meetings"))

    @admin.display(description=_("meetings"), ordering="count")
    def meetings(self, series):
        return series.count


class DocumentRows(OfOneThing, admin.StackedInline):
    model = Document
    formfield_overrides = Desk.formfield_overrides
    extra = 0
    fields = [("kind", "issued_on"), "title", ("doi", "isbn", "catalogue_number"), "url"]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1


class SessionRows(Rows):
    """The sessions in short; each has a page of its own for its contributions and items."""

    model = Session
    fields = ["number", "kind", "title", "page", "summary", "disclaimer", "items"]
    readonly_fields = ["items"]
    ordering = ["number"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(items=Count("recommendations"))

    @admin.display(description=_("items"))
    def items(self, session):
        return items_of(session) if session.pk else _("once saved")


class MeetingPublishForm(PublishForm):
    """What waits inside it is named before it is left behind or taken along."""

    intro = _("It becomes public, with all of it that is published. From then on its code and address stay.")
    with_contents = forms.BooleanField(label=_("Publish what is ready inside it, too"), required=False, initial=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.ready, self.lacking = self.subject.contents_by_readiness()
        if not self.ready:
            del self.fields["with_contents"]
        else:
            self.fields["with_contents"].help_text = ngettext(
                "%(ready)d draft is ready. Not ticked, it stays a draft.",
                "%(ready)d drafts are ready. Not ticked, they stay drafts.",
                len(self.ready),
            ) % {"ready": len(self.ready)}

    @property
    def remarks(self):
        """Which drafts would stay behind, and why."""
        return [
            {"url": reverse(admin_urlname(thing._meta, "change"), args=[thing.pk]), "name": thing, "why": problems}
            for thing, problems in self.lacking
        ]


class MeetingForm(DeskForm):
    def clean_code(self):
        code = self.cleaned_data["code"]
        known = self.instance.pk and "code" in self.changed_data
        if known and self.instance.sessions.exclude(recommendations=None).exists():
            raise forms.ValidationError(
                _("Items have references that begin with %(code)s already; it can no longer change."),
                params={"code": self.initial["code"]},
            )
        return code


@admin.register(Meeting)
class MeetingAdmin(PublishableDesk):
    form = MeetingForm
    verbs = tuple(
        replace(verb, form=MeetingPublishForm) if verb.name == "publish" else verb for verb in PublishableDesk.verbs
    )
    kept_once_public = ("code", "slug")
    list_display = ["code", "title", "series", "starts_on", "items", "publication"]
    list_display_links = ["code", "title"]
    list_filter = ["publication", ("series", Related)]
    list_select_related = ["series"]
    search_fields = ["code", "title", "place"]
    ordering = ["-starts_on", "pk"]
    autocomplete_fields = ["series", "organiser", "participants"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [DocumentRows, SessionRows]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("series", "ordinal"),
                    "title",
                    ("code", "slug"),
                    ("starts_on", "ends_on"),
                    ("place", "format"),
                    "organiser",
                    "participants",
                    "summary",
                    "editorial_note",
                ]
            },
        )
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(items=Count("sessions__recommendations"))

    def links(self, request, meeting):
        if not meeting.published_on or not request.user.has_perm("recommendations.change_addressee"):
            return []
        return [{"label": _("Ask the addressees"), "url": f"{reverse('desk:ask')}?meeting={meeting.pk}"}]

    @admin.display(description=_("items"), ordering="items")
    def items(self, meeting):
        return meeting.items
