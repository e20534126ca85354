from datetime import date, datetime

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from actors.models.text import (
    LineField,
    ProseField,
    not_blank,
    on_the_web,
    valid_choice,
    valid_slug,
)
from meetings.models.publication import Publishable, PublishableQuerySet


class Format(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    HYBRID = "hybrid", _("Hybrid")
    ONLINE = "online", _("Online")


class DocumentKind(models.TextChoices):
    OUTCOME_REPORT = "outcome_report", _("Outcome report")
    AGENDA = "agenda", _("Agenda")
    NEWS_ITEM = "news_item", _("News item")
    STATE_OF_PLAY = "state_of_play", _("State of play")
    OTHER = "other", _("Other document")


class SeriesManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Series(models.Model):
    """Meetings that follow one another, such as an annual meeting on one subject."""

    slug = models.SlugField(_("address part"), max_length=80, unique=True)
    name = LineField(_("name"))
    description = ProseField(_("description"), blank=True)

    objects = SeriesManager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["name", "pk"]
        constraints = [valid_slug(), not_blank("name", _("A series needs a name."))]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)


class MeetingQuerySet(PublishableQuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Meeting(Publishable):
    """One meeting of a series, whose outcome report recommends things."""

    series = models.ForeignKey(
        Series,
        verbose_name=_("series"),
        on_delete=models.PROTECT,
        related_name="meetings",
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"),
        null=True,
        blank=True,
        help_text=_("The how-manieth of its series, e.g. 7. Empty = the report does not say."),
    )
    code = models.CharField(
        _("code"),
        max_length=16,
        unique=True,
        help_text=_("Begins the reference of each item, e.g. MS2023 gives MS2023-07. Never changes."),
    )
    title = LineField(_("title"))
    slug = models.SlugField(_("address part"), max_length=80, unique=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    place = LineField(_("place"), blank=True)
    format = models.CharField(_("format"), max_length=20, choices=Format)
    organiser = models.ForeignKey(
        "actors.Actor",
        verbose_name=_("organiser"),
        on_delete=models.PROTECT,
        related_name="meetings_organised",
    )
    participants = models.ManyToManyField(
        "actors.Actor",
        verbose_name=_("participants"),
        related_name="meetings_attended",
        blank=True,
    )
    summary = ProseField(_("summary"), blank=True)
    editorial_note = ProseField(
        _("editorial note"),
        blank=True,
        help_text=_(
            "Public. Errors of the report that a reader will stumble on, and how the register dealt with them."
        ),
    )

    objects = MeetingQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = False
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-starts_on", "pk"]
        permissions = [("publish_meeting", "Can publish, send back and archive meetings")]
        constraints = [
            *Publishable.Meta.constraints,
            valid_slug(),
            valid_choice("format", Format),
            not_blank("title", _("A meeting needs a title.")),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_code_valid",
                condition=Q(code__regex=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]*[A-Z][A-Z0-9]*)*$"),
                violation_error_message=_(
                    "A code has capital letters and digits, and begins with a letter, e.g. MS2023."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_dates_in_order",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day of a meeting is not before its first."),
            ),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_ordinal_once",
                fields=["series", "ordinal"],
                violation_error_message=_("The series has a meeting with this ordinal already."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("recommendations:meeting", args=[self.slug])

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ["meetings.series", "actors.actor", "actors.user"]

    def contents(self):
        """What was said or reported in its sessions and has a way to the public of its own, kind by kind."""
        for relation in self.sessions.model._meta.related_objects:
            if issubclass(relation.related_model, Publishable):
                yield relation.related_model.objects.filter(**{f"{relation.field.name}__meeting": self})

    def contents_by_readiness(self) -> tuple[list, list[tuple]]:
        """Of what waits inside it, what could be published with it, and what could not, each with what it lacks."""
        ready, lacking = [], []
        for things in self.contents():
            for sorted_in, those in zip((ready, lacking), things.waiting().sorted_by_readiness(), strict=True):
                sorted_in += those
        return ready, lacking

    @transaction.atomic
    def publish(
        self, *, with_contents: bool = False, on: date | None = None, moved_at: datetime | None = None, by=None
    ):
        """Public from now on; `with_contents`, together with what is ready inside it. The rest stays as it is."""
        super().publish(on=on, moved_at=moved_at, by=by)
        if with_contents:
            for thing in self.contents_by_readiness()[0]:
                thing.publish(on=on, moved_at=moved_at, by=by)

    @property
    def when_and_where(self) -> str:
        """“8–9 November 2023, The Hague”; without a place, the days alone."""
        return ", ".join(part for part in (self.days, self.place) if part)

    @property
    def days(self) -> str:
        """Its days in words: “8–9 November 2023”, or both dates in full where the month changes."""
        last = formats.date_format(self.ends_on, "DATE_FORMAT")
        if self.starts_on == self.ends_on:
            return last
        same_month = (self.starts_on.year, self.starts_on.month) == (self.ends_on.year, self.ends_on.month)
        return f"{self.starts_on.day}–{last}" if same_month else f"{formats.date_format(self.starts_on)} – {last}"


class DocumentManager(models.Manager):
    def get_by_natural_key(self, meeting, kind, title):
        return self.get(meeting__slug=meeting, kind=kind, title=title)


class Document(models.Model):
    """A published document of a meeting, first of all its outcome report, with what identifies it."""

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="documents",
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    title = LineField(_("title"))
    doi = LineField(_("DOI"), max_length=120, blank=True, help_text=_("e.g. 10.2812/788806"))
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    catalogue_number = LineField(_("catalogue number"), max_length=40, blank=True)
    url = models.URLField(_("address"), blank=True, max_length=500)
    issued_on = models.DateField(
        _("date of issue"),
        null=True,
        blank=True,
        help_text=_("Empty = the document bears no date."),
    )

    objects = DocumentManager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["meeting_id", "pk"]
        constraints = [
            valid_choice("kind", DocumentKind),
            not_blank("title", _("A document needs a title.")),
            on_the_web("url"),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_once",
                fields=["meeting", "kind", "title"],
                violation_error_message=_("The meeting has this document already."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_doi_valid",
                condition=Q(doi__regex=r"^(10\.[0-9]{4,9}/\S+)?$"),
                violation_error_message=_("A DOI begins with “10.”, a number and a slash, e.g. 10.2812/788806."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_isbn_valid",
                condition=Q(isbn__regex=r"^([0-9][0-9-]{8,15}[0-9X])?$"),
                violation_error_message=_("An ISBN has 10 or 13 digits, with hyphens between."),
            ),
        ]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.meeting.slug, self.kind, self.title)

    natural_key.dependencies = ["meetings.meeting"]

    @property
    def address(self) -> str:
        """Where it can be read: its DOI before any other address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url
