from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, not_blank, valid_choice
from meetings.models import Publication, Publishable
from recommendations.models.choices import AsksFor, Kind, Standing
from recommendations.models.note import Notable
from recommendations.models.recommendation_verbs import RecommendationVerbs
from recommendations.models.recommendation_words import RecommendationQuerySet
from recommendations.models.scales import Status


class Recommendation(RecommendationVerbs, Notable, Publishable):
    """A statement of a meeting's report that asks somebody to do something, and what became of it.

    `status`, `status_as_of` and `version` are kept by the database: whatever is written to them, it puts the right
    value in their place.
    """

    reference = models.CharField(
        _("reference"),
        max_length=32,
        unique=True,
        help_text=_("The meeting's code and a number, e.g. MS2023-07; a part adds .1. Stays for ever once published."),
    )
    session = models.ForeignKey(
        "meetings.Session",
        verbose_name=_("session"),
        on_delete=models.PROTECT,
        related_name="recommendations",
    )
    order = models.PositiveSmallIntegerField(
        _("order"),
        help_text=_("Its place in the report, counted through the session; leave gaps."),
    )
    position = LineField(
        _("position"),
        max_length=120,
        blank=True,
        help_text=_(
            "Where in the section: “bullet 3, sentence 2”, “bullet 6, sub-bullet 1”, “paragraph 4, sentence 1”."
        ),
    )
    page = models.PositiveSmallIntegerField(
        _("page"),
        null=True,
        blank=True,
        help_text=_("Of the published report. Empty = not known; the section's first page is shown."),
    )

    part_of = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text=_("Different acts asked in one breath are parts of one whole. The whole is then a heading."),
    )
    restates = models.ForeignKey(
        "self",
        verbose_name=_("restates"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="restatements",
        help_text=_("The lead item, where the same report asks the same twice. This one then shows the lead's status."),
    )

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    standing = models.CharField(_("standing"), max_length=20, choices=Standing)
    asks_for = models.CharField(_("asks for"), max_length=30, choices=AsksFor)
    implied = models.BooleanField(
        _("implied"),
        default=False,
        help_text=_("The text states or reports a need and does not ask outright."),
    )
    headline = LineField(
        _("headline"),
        max_length=160,
        help_text=_("About 12 words, beginning with the verb: what is to be done."),
    )
    text = ProseField(
        _("text"),
        help_text=_("In the register's own words, so that it can be understood alone."),
    )
    official_wording = ProseField(
        _("official wording"),
        blank=True,
        help_text=_("The report's own sentence. Loaded by `manage.py load_wording`."),
    )

    issued_on = models.DateField(
        _("date of issue"),
        blank=True,
        help_text=_("Left empty, the last day of the meeting."),
    )
    due_on = models.DateField(
        _("to be done by"),
        null=True,
        blank=True,
        help_text=_("Only where the report sets a date. Empty = it sets none."),
    )
    continuous = models.BooleanField(
        _("continuous"),
        default=False,
        help_text=_("A practice to be kept up, never finished; then give the next date of review."),
    )
    review_on = models.DateField(
        _("next review"),
        null=True,
        blank=True,
        help_text=_("Of a continuous item. Empty = not continuous."),
    )
    priority = models.BooleanField(
        _("priority"),
        default=False,
        help_text=_("One person proposes to close it or a part of it, a second one confirms."),
    )

    topics = models.ManyToManyField(
        "recommendations.Topic",
        verbose_name=_("topics"),
        related_name="recommendations",
        blank=True,
    )
    instruments = models.ManyToManyField(
        "recommendations.Instrument",
        verbose_name=_("legal instruments"),
        related_name="recommendations",
        blank=True,
    )
    owner = models.ForeignKey(
        "actors.User",
        verbose_name=_("owner"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="recommendations",
        help_text=_("Who in the secretariat looks after it. Internal."),
    )

    status = models.CharField(
        _("status"),
        max_length=30,
        choices=Status,
        default=Status.NOT_ASSESSED,
        editable=False,
    )
    status_as_of = models.DateField(
        _("status as of"),
        null=True,
        editable=False,
        help_text=_("Empty = not assessed."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    objects = RecommendationQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = False
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["session", "order", "reference"]
        permissions = [
            (
                "publish_recommendation",
                "Can publish, send back and archive recommendations",
            )
        ]
        indexes = [
            models.Index(fields=["status"]),
            models.Index(fields=["issued_on"]),
            models.Index(
                name="recommendation_due",
                fields=["due_on"],
                condition=Q(due_on__isnull=False),
            ),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            valid_choice("kind", Kind),
            valid_choice("standing", Standing),
            valid_choice("asks_for", AsksFor),
            not_blank("headline", _("A recommendation needs a headline.")),
            not_blank("text", _("A recommendation needs a text.")),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_reference_valid",
                condition=Q(reference__regex=r"^[A-Z][A-Z0-9-]*-[0-9]{2,4}(\.[0-9]{1,2})?$"),
                violation_error_message=_(
                    "A reference is like MS2023-07: the meeting's code and two digits or more; a part adds .1"
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_part_has_part_reference",
                condition=Q(part_of=None, reference__regex=r"^[^.]*$")
                | Q(part_of__isnull=False, reference__contains="."),
                violation_error_message=_(
                    "A part, and only a part, has a reference with a point: MS2023-07.1 is part of MS2023-07."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_part_does_not_restate",
                condition=Q(part_of=None) | Q(restates=None) | ~Q(part_of=F("restates")),
                violation_error_message=_("A part cannot restate its own whole."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_of_itself",
                condition=(Q(part_of=None) | ~Q(part_of=F("pk"))) & (Q(restates=None) | ~Q(restates=F("pk"))),
                violation_error_message=_("A recommendation is neither part nor restatement of itself."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_due_after_issue",
                condition=Q(due_on=None) | Q(due_on__gte=F("issued_on")),
                violation_error_message=_("The date by which it is to be done is not before the date of issue."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_review_iff_continuous",
                condition=Q(continuous=True, review_on__isnull=False) | Q(continuous=False, review_on=None),
                violation_error_message=_(
                    "A continuous item has a date of review, and only a continuous item has one."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_has_position",
                condition=~Q(publication=Publication.PUBLISHED) | Q(position__regex=r"\S"),
                violation_error_message=_("A published item says where in the report it stands."),
            ),
        ]

    def __str__(self):
        return f"{self.reference} {self.headline}"

    def get_absolute_url(self):
        return reverse("recommendations:recommendation", args=[self.reference])

    def natural_key(self):
        return (self.reference,)

    natural_key.dependencies = [
        "meetings.session",
        "recommendations.topic",
        "recommendations.instrument",
        "actors.user",
    ]

    @property
    def state(self) -> Status:
        """The status with its label, definition and shape; what the database gives is a plain text."""
        return Status(self.status)

    @property
    def is_late(self) -> bool:
        return self.state.is_open and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def standing_word(self) -> Standing:
        return Standing(self.standing)

    @property
    def is_priority(self) -> bool:
        """Whether two people close it: a priority itself, or part of one."""
        return self.priority or bool(self.part_of and self.part_of.priority)

    @property
    def is_archived(self) -> bool:
        """Archived itself, or with its whole or its meeting."""
        followed = [self, self.meeting, *([self.part_of] if self.part_of else [])]
        return any(one.publication == Publication.ARCHIVED for one in followed)

    @property
    def meeting(self):
        return self.session.meeting

    def clean(self):
        super().clean()
        wrong = {}
        whole, lead = self.part_of, self.restates
        begins = f"{whole.reference}." if whole else f"{self.meeting.code}-" if self.session_id else ""
        if self.reference and not self.reference.startswith(begins):
            wrong["reference"] = _("References here begin with %(start)s") % {"start": begins}
        if whole and whole.part_of_id:
            wrong["part_of"] = _("%(item)s is itself a part; there is one level only.") % {"item": whole.reference}
        if lead and lead.restates_id:
            wrong["restates"] = _("%(item)s restates another item; name the lead itself.") % {"item": lead.reference}
        if lead and self.pk and (self.restatements.exists() or self.parts.exists()):
            wrong["restates"] = _("This item has parts, or others restate it; it cannot itself restate another.")
        if self.pk and self.parts.exclude(session=self.session_id).exists():
            wrong["session"] = _("Its parts stand in another session; a whole and its parts stand together.")
        if wrong:
            raise ValidationError(wrong)

    def note_numbering(self):
        return {"recommendation": self}
