from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, not_blank
from meetings.models import Publication, Publishable, PublishableQuerySet
from recommendations.models.conditions import any_of
from recommendations.models.recommendation import Recommendation


class Answered(models.TextChoices):
    """Whether a recommendation answers a challenge."""

    NO = "no", _("By no recommendation")
    YES = "yes", _("By a recommendation")


class ChallengeQuerySet(PublishableQuerySet):
    def get_by_natural_key(self, reference):
        return self.get(reference=reference)

    def published(self):
        return super().published().filter(session__meeting__publication=Publication.PUBLISHED)

    def readable(self):
        return super().readable().filter(session__meeting__publication__in=Publication.READABLE)

    def answered(self):
        """Those that a published recommendation answers."""
        return self.filter(self._answers())

    def unanswered(self):
        """Those that no published recommendation answers."""
        return self.filter(~self._answers())

    def having_answer(self, *answers):
        """Answered, unanswered, or any of the two."""
        found = {Answered.YES: Q(self._answers()), Answered.NO: ~Q(self._answers())}
        return self.filter(any_of(found[answer] for answer in answers))

    def of_meetings(self, *meetings):
        return self.filter(session__meeting__in=meetings)

    def _answers(self):
        return Exists(Recommendation.objects.published().filter(challenges=OuterRef("pk")))

    def about(self, *topics):
        """On one of the topics, or on a topic below it."""
        through = self.model.topics.through.objects.filter(challenge=OuterRef("pk"))
        return self.filter(Exists(through.filter(Q(topic__in=topics) | Q(topic__part_of__in=topics))))

    def in_report_order(self):
        """Newest meeting first, then as the report has them."""
        return self.order_by(
            "-session__meeting__starts_on", "session__meeting", "session__number", "order", "reference"
        )


class Challenge(Publishable):
    """A difficulty voiced in a session; recommendations may answer it, or none does."""

    reference = models.CharField(
        _("reference"),
        max_length=32,
        unique=True,
        help_text=_("The meeting's code, -C and a number, e.g. MS2023-C04."),
    )
    session = models.ForeignKey(
        "meetings.Session",
        verbose_name=_("session"),
        on_delete=models.PROTECT,
        related_name="challenges",
    )
    order = models.PositiveSmallIntegerField(
        _("order"), help_text=_("Its place in the report, counted through the session.")
    )
    position = LineField(_("position"), max_length=120)
    page = models.PositiveSmallIntegerField(
        _("page"),
        null=True,
        blank=True,
        help_text=_("Of the published report. Empty = not known."),
    )
    in_whose_words = LineField(_("in whose words"))
    headline = LineField(_("headline"), max_length=160)
    text = ProseField(_("text"))
    topics = models.ManyToManyField(
        "recommendations.Topic",
        verbose_name=_("topics"),
        related_name="challenges",
        blank=True,
    )
    answered_by = models.ManyToManyField(
        "recommendations.Recommendation",
        verbose_name=_("answered by"),
        related_name="challenges",
        blank=True,
    )

    objects = ChallengeQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = False
        verbose_name = _("challenge")
        verbose_name_plural = _("challenges")
        ordering = ["session", "order", "reference"]
        permissions = [("publish_challenge", "Can publish, send back and archive challenges")]
        constraints = [
            *Publishable.Meta.constraints,
            not_blank("headline", _("A challenge needs a headline.")),
            not_blank("text", _("A challenge needs a text.")),
            not_blank("position", _("Say where in the report it stands.")),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_reference_valid",
                condition=Q(reference__regex=r"^[A-Z][A-Z0-9-]*-C[0-9]{2,4}$"),
                violation_error_message=_(
                    "A challenge's reference is the meeting's code, “-C” and at least two digits, e.g. MS2023-C04."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.reference} {self.headline}"

    def get_absolute_url(self):
        return f"{self.session.meeting.get_absolute_url()}#{self.reference}"

    def natural_key(self):
        return (self.reference,)

    natural_key.dependencies = [
        "meetings.session",
        "recommendations.topic",
        "recommendations.recommendation",
        "actors.user",
    ]
