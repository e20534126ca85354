from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, valid_choice
from recommendations.models.addressee_verbs import AddresseeVerbs
from recommendations.models.addressee_words import AddresseeQuerySet
from recommendations.models.choices import Naming, Role
from recommendations.models.note import Notable
from recommendations.models.scales import ResponsePosition, Status


class Addressee(AddresseeVerbs, Notable, models.Model):
    """Somebody who is asked to act on a recommendation; each answers, and is assessed, for itself.

    `response`, `status` and `status_as_of` are kept by the database from the recorded answers and assessments.
    """

    recommendation = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("recommendation"),
        on_delete=models.CASCADE,
        related_name="addressees",
    )
    actor = models.ForeignKey(
        "actors.Actor",
        verbose_name=_("actor"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="addressed",
        help_text=_("Empty = nobody named: the text asks without saying whom. Then this is the only row."),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.LEAD)
    naming = models.CharField(_("named"), max_length=10, choices=Naming, default=Naming.STATED)
    inferred_because = LineField(
        _("inferred because"),
        max_length=500,
        blank=True,
        help_text=_("Public. Why the register takes this actor to be meant though the text does not name it."),
    )
    via = models.ForeignKey(
        "self",
        verbose_name=_("opened from"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="members",
        help_text=_("The group's row of which this is a member's. Empty = stands for itself."),
    )
    requested_on = models.DateField(
        _("answer requested on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty = nobody was asked."),
    )
    requested_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("requested by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Internal. Who recorded the latest request."),
    )
    response_due_on = models.DateField(
        _("answer due on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty = no date was set."),
    )

    response = models.CharField(
        _("response"),
        max_length=20,
        choices=ResponsePosition,
        default=ResponsePosition.NOT_REQUESTED,
        editable=False,
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

    objects = AddresseeQuerySet.as_manager()

    class Meta:
        verbose_name = _("addressee")
        verbose_name_plural = _("addressees")
        ordering = ["recommendation_id", "role", "pk"]
        permissions = [("answer_addressee", "Can answer for the actors that the account represents")]
        indexes = [
            models.Index(
                name="addressee_response_due",
                fields=["response_due_on"],
                condition=Q(response_due_on__isnull=False),
            )
        ]
        constraints = [
            valid_choice("role", Role),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_once",
                fields=["recommendation", "actor"],
                nulls_distinct=False,
                violation_error_message=_(
                    "The recommendation is addressed to this actor, or to nobody named, already."
                ),
            ),
            ExclusionConstraint(
                name="%(app_label)s_%(class)s_nobody_is_alone",
                expressions=[
                    ("recommendation", RangeOperators.EQUAL),
                    (
                        Case(
                            When(actor=None, then=Value(0)),
                            default=Value(1),
                            output_field=IntegerField(),
                        ),
                        RangeOperators.NOT_EQUAL,
                    ),
                ],
                violation_error_message=_("“Nobody named” stands alone: remove it, or the actors beside it."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_inferred_has_reason",
                condition=Q(naming=Naming.INFERRED, inferred_because__regex=r"\S")
                | Q(naming=Naming.STATED, inferred_because=""),
                violation_error_message=_("Say why an addressee is inferred; one that the text names needs no reason."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_nobody_is_bare",
                condition=Q(actor__isnull=False) | Q(naming=Naming.STATED, via=None, requested_on=None),
                violation_error_message=_(
                    "“Nobody named” is not inferred, not opened from a group, and cannot be asked."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_due_after_request",
                condition=Q(response_due_on=None)
                | Q(requested_on__isnull=False, response_due_on__gte=F("requested_on")),
                violation_error_message=_(
                    "An answer is due on or after the day on which it was requested, and only where it was."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_via_itself",
                condition=Q(via=None) | ~Q(via=F("pk")),
                violation_error_message=_("A row cannot be opened from itself."),
            ),
        ]

    def __str__(self):
        return f"{self.recommendation.reference}: {self.name}"

    def natural_key(self):
        return (self.recommendation.reference, self.actor.slug if self.actor else None)

    natural_key.dependencies = ["recommendations.recommendation", "actors.actor"]

    @property
    def name(self):
        return self.actor.name if self.actor else _("Nobody named")

    @property
    def state(self) -> Status:
        return Status(self.status)

    @property
    def answer(self) -> ResponsePosition:
        return ResponsePosition(self.response)

    @property
    def is_late(self) -> bool:
        """Asked, past the day on which the answer was due, and no position taken."""
        due = self.response_due_on
        return due is not None and due < timezone.localdate() and self.response not in ResponsePosition.POSITIONS

    def note_numbering(self):
        return {"addressee": self}
