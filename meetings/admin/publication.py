"""What every thing on its way to the public shares at the desk."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import Desk
from actors.admin.inlist import InList
from actors.models.text import NoControlCharacters
from meetings.admin.verbs import Verb, VerbForm, WithVerbs
from meetings.models import Publication


class SubmitForm(VerbForm):
    intro = _("It goes to a publisher, who reads it and publishes it or sends it back.")


class PublishForm(VerbForm):
    intro = _("It becomes public, together with its parts. From then on its reference stays and it cannot be deleted.")


class SendBackForm(VerbForm):
    intro = _("It becomes a draft again. Only the desk sees the reason.")
    reason = forms.CharField(
        label=_("What is to be mended"),
        max_length=1000,
        validators=[NoControlCharacters()],
        widget=AdminTextareaWidget(attrs={"rows": 3}),
    )


class ArchiveForm(VerbForm):
    intro = _("It leaves every list, count and feed. It can still be read at its address. This is not undone.")


def stands_as(thing) -> str:
    """Where a thing stands on its way to the public, since when and through whom, as far as is known."""
    told = {
        "who": thing.moved_by or _("somebody unknown"),
        "when": formats.date_format(timezone.localtime(thing.moved_at), "DATETIME_FORMAT") if thing.moved_at else "",
        "why": thing.sent_back_because,
    }
    known = bool(thing.moved_at)
    sentences = {
        Publication.DRAFT: {
            True: _("Sent back by %(who)s on %(when)s: %(why)s"),
            False: _("Sent back: %(why)s"),
        },
        Publication.IN_REVIEW: {
            True: _("Submitted for review by %(who)s on %(when)s."),
            False: _("In review."),
        },
        Publication.PUBLISHED: {
            True: _("Published by %(who)s on %(when)s. There is no second draft: what is saved here stands at once."),
            False: _("Published. There is no second draft: what is saved here stands at once."),
        },
        Publication.ARCHIVED: {
            True: _("Archived by %(who)s on %(when)s. What is saved here stands at its address at once."),
            False: _("Archived. What is saved here stands at its address at once."),
        },
    }
    if thing.publication == Publication.DRAFT and not thing.sent_back_because:
        return ""
    return sentences[Publication(thing.publication)][known] % told


def stands(*publications):
    return lambda thing: thing.publication in publications


PUBLICATION = (
    Verb(
        "submit",
        _("Submit for review"),
        _("sent for review"),
        SubmitForm,
        offered=stands(Publication.DRAFT),
        bulk=_("Submit the selected for review"),
    ),
    Verb(
        "publish",
        _("Publish"),
        _("published"),
        PublishForm,
        "publish_{model}",
        stands(Publication.DRAFT, Publication.IN_REVIEW),
        _("Publish the selected"),
    ),
    Verb(
        "send_back",
        _("Send back"),
        _("sent back"),
        SendBackForm,
        "publish_{model}",
        stands(Publication.IN_REVIEW),
    ),
    Verb(
        "archive",
        _("Archive"),
        _("archived"),
        ArchiveForm,
        "publish_{model}",
        stands(Publication.PUBLISHED),
        _("Archive the selected"),
    ),
)


class PublishableDesk(WithVerbs, InList, Desk):
    """Things that are drafted, reviewed, published and archived; once public, they keep their name and stay."""

    verbs = PUBLICATION
    kept_once_public = ("reference",)
    view_on_site = True

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        dates = [name for name in ("published_on", "archived_on") if getattr(obj, name)]
        return [*fieldsets, (_("Publication"), {"fields": [("publication", *dates)]})]

    def get_readonly_fields(self, request, obj=None):
        fields = [*super().get_readonly_fields(request, obj), "publication", "published_on", "archived_on"]
        return [*fields, *self.kept_once_public] if obj and obj.published_on else fields

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["stands"] = stands_as(obj) if obj else ""
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_view_on_site_url(self, obj=None):
        """The public page, where there is one for everybody."""
        if obj is None or not self.model.objects.published().filter(pk=obj.pk).exists():
            return None
        return obj.get_absolute_url()

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.published_on)

    def get_deleted_objects(self, objs, request):
        """What would go along; what was public counts as protected, which says more than “no permission”."""
        nested, counts, lacking, protected = super().get_deleted_objects(objs, request)
        public = [
            _("%(thing)s was published: archive it instead") % {"thing": thing} for thing in objs if thing.published_on
        ]
        return nested, counts, lacking, [*protected, *public]
