from django.db import models
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, not_blank, valid_choice
from meetings.models.meeting import Meeting


class SessionKind(models.TextChoices):
    INTRODUCTION = "introduction", _("Introduction")
    PLENARY = "plenary", _("Plenary session")
    FOCUS_GROUP = "focus_group", _("Focus group")
    WORKSHOPS = "workshops", _("Workshops")
    CONCLUSIONS = "conclusions", _("Conclusions")


class SessionQuerySet(models.QuerySet):
    def get_by_natural_key(self, meeting, number):
        return self.get(meeting__slug=meeting, number=number)

    def with_address(self):
        """With `address`, the session's value in a query string: `<meeting-slug>.<number>`."""
        number = Cast("number", CharField())
        return self.annotate(address=Concat("meeting__slug", Value("."), number, output_field=CharField()))


class Session(models.Model):
    """A numbered part of a meeting and of its report; the report's introduction is number 0."""

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="sessions",
    )
    number = models.PositiveSmallIntegerField(_("number"), help_text=_("As in the report; 0 for its introduction."))
    kind = models.CharField(_("kind"), max_length=20, choices=SessionKind)
    title = LineField(_("title"))
    page = models.PositiveSmallIntegerField(
        _("page"),
        null=True,
        blank=True,
        help_text=_("On which the section begins in the published report. Empty = not known."),
    )
    summary = ProseField(_("summary"), blank=True, help_text=_("In the register's own words."))
    disclaimer = ProseField(
        _("disclaimer"),
        blank=True,
        help_text=_(
            "What the report says of this section's standing, in the register's words. Shown beneath every item of it."
        ),
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["meeting_id", "number"]
        constraints = [
            valid_choice("kind", SessionKind),
            not_blank("title", _("A session needs a title.")),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_number_once",
                fields=["meeting", "number"],
                violation_error_message=_("The meeting has a session with this number already."),
            ),
        ]

    def __str__(self):
        return f"{self.number}. {self.title}" if self.number else self.title

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#session-{self.number}"

    def natural_key(self):
        return (self.meeting.slug, self.number)

    natural_key.dependencies = ["meetings.meeting"]

    @property
    def code(self) -> str:
        """What `with_address` annotates, where the meeting is at hand."""
        return f"{self.meeting.slug}.{self.number}"


class ContributionManager(models.Manager):
    def get_by_natural_key(self, meeting, session, order):
        return self.get(session__meeting__slug=meeting, session__number=session, order=order)


class Contribution(models.Model):
    """Somebody spoke in a session: who in general words, for which actors, on what."""

    session = models.ForeignKey(
        Session,
        verbose_name=_("session"),
        on_delete=models.CASCADE,
        related_name="contributions",
    )
    order = models.PositiveSmallIntegerField(_("order"))
    actors = models.ManyToManyField(
        "actors.Actor",
        verbose_name=_("actors"),
        related_name="contributions",
        blank=True,
    )
    who = LineField(
        _("who"),
        help_text=_("In general words, never a name: “a prosecutor from Belgium, member of the Focus Group”."),
    )
    on_what = LineField(_("on what"), max_length=1000)

    objects = ContributionManager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["session_id", "order"]
        constraints = [
            not_blank("who", _("Say who spoke, in general words.")),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_order_once",
                fields=["session", "order"],
                violation_error_message=_("The session has a contribution with this order already."),
            ),
        ]

    def __str__(self):
        return f"{self.who}: {self.on_what}"

    def natural_key(self):
        return (*self.session.natural_key(), self.order)

    natural_key.dependencies = ["meetings.session"]
