"""What is recorded once and never changed: answers and assessments. A mistake is corrected by a new row."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, valid_choice
from meetings.models import Audience
from recommendations.models.choices import Channel
from recommendations.models.record_words import RecordQuerySet, ResponseQuerySet, StatusChangeQuerySet
from recommendations.models.scales import Basis, ResponsePosition, Status


class Record(models.Model):
    """Something that was said or found about one addressee on a day."""

    number = models.PositiveSmallIntegerField(
        _("number"), editable=False, help_text=_("Counted through the addressee.")
    )
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("recorded by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Internal."),
    )

    objects = RecordQuerySet.as_manager()
    belongs_to = ("addressee",)

    class Meta:
        abstract = True
        ordering = ["addressee_id", "number"]
        constraints = [
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_number_once",
                fields=["addressee", "number"],
                violation_error_message=_("The addressee has an entry with this number already."),
            )
        ]

    def natural_key(self):
        return (*self.addressee.natural_key(), self.number)

    natural_key.dependencies = ["recommendations.addressee"]


class Response(Record):
    """What an addressee answered, as it was received.

    That an answer came, and its position, is public; `audience` says who may read its text and documents.
    """

    addressee = models.ForeignKey(
        "recommendations.Addressee",
        verbose_name=_("addressee"),
        on_delete=models.PROTECT,
        related_name="responses",
    )
    received_on = models.DateField(_("received on"))
    position = models.CharField(
        _("position"),
        max_length=20,
        choices=[(c.value, c.label) for c in map(ResponsePosition, ResponsePosition.ANSWERS)],
    )
    claims = models.CharField(
        _("status it claims"),
        max_length=30,
        choices=Status,
        blank=True,
        help_text=_("What the addressee says was done. Shown beside what the secretariat assessed, never over it."),
    )
    text = ProseField(_("text"), blank=True)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    audience = models.CharField(_("audience"), max_length=20, choices=Audience, default=Audience.INTERNAL)
    accepted_on = models.DateField(
        _("accepted into the register on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty = waits to be checked, and does not count yet."),
    )
    accepted_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("accepted by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Internal."),
    )

    objects = ResponseQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_position_valid",
                condition=Q(position__in=ResponsePosition.ANSWERS),
                violation_error_message=_(
                    "An answer says: under consideration, accepted, partly accepted or not accepted."
                ),
            ),
            valid_choice("claims", Status, blank=True),
            valid_choice("channel", Channel),
            valid_choice("audience", Audience),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_position_has_text",
                condition=~Q(position__in=["partly_accepted", "not_accepted"]) | Q(text__regex=r"\S"),
                violation_error_message=_("An answer that accepts only partly, or not, says what and why."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_accepted_after_receipt",
                condition=Q(accepted_on=None) | Q(accepted_on__gte=F("received_on")),
                violation_error_message=_("An answer is accepted on or after the day of its receipt."),
            ),
        ]

    def __str__(self):
        return f"{self.addressee}: {self.get_position_display()}"

    @property
    def answer(self) -> ResponsePosition:
        return ResponsePosition(self.position)

    @property
    def is_public(self) -> bool:
        """Whether everybody may read its text and documents."""
        return self.audience == Audience.PUBLIC


class StatusChange(Record):
    """What was found to have been done by one addressee as of a day, on which basis, and why it is said."""

    addressee = models.ForeignKey(
        "recommendations.Addressee",
        verbose_name=_("addressee"),
        on_delete=models.PROTECT,
        related_name="status_changes",
    )
    status = models.CharField(_("status"), max_length=30, choices=Status)
    as_of = models.DateField(_("as of"))
    basis = models.CharField(_("basis"), max_length=20, choices=Basis)
    source_words = LineField(
        _("the source's own word"),
        blank=True,
        help_text=_("As an imported register put it, e.g. “ongoing”."),
    )
    reason = ProseField(
        _("reason"),
        max_length=2000,
        blank=True,
        help_text=_("Public. Due for every closing but “Implemented”."),
    )
    remark = ProseField(_("remark"), max_length=2000, blank=True, help_text=_("Internal."))
    session = models.ForeignKey(
        "meetings.Session",
        verbose_name=_("session"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="status_changes",
        help_text=_("Where it was established, if at a meeting of this register."),
    )
    newer = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("newer recommendation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="overtakes",
        help_text=_("Which overtook this one."),
    )
    corrects = models.OneToOneField(
        "self",
        verbose_name=_("corrects"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        help_text=_("The wrong entry, which then no longer counts."),
    )

    objects = StatusChangeQuerySet.as_manager()
    internal = ("remark",)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("status change")
        verbose_name_plural = _("status changes")
        constraints = [
            *Record.Meta.constraints,
            valid_choice("status", Status),
            valid_choice("basis", Basis),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_closing_has_reason",
                condition=~Q(status__in=Status.NEEDS_REASON)
                | Q(reason__regex=r"\S")
                | Q(status=Status.NO_LONGER_APPLICABLE, newer__isnull=False),
                violation_error_message=_(
                    "Give the reason; for “No longer applicable” the newer recommendation will do."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_unassessed_only_corrects",
                condition=~Q(status=Status.NOT_ASSESSED) | Q(corrects__isnull=False),
                violation_error_message=_("“Not assessed” is no finding; it can only correct an entry that was wrong."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_does_not_correct_itself",
                condition=Q(corrects=None) | ~Q(corrects=F("pk")),
                violation_error_message=_("An entry cannot correct itself."),
            ),
        ]

    def __str__(self):
        return f"{self.addressee}: {self.get_status_display()}"

    @property
    def state(self) -> Status:
        return Status(self.status)

    @property
    def previous_state(self) -> Status:
        """The status before it, of a row that was read `with_previous()`."""
        return Status(self.previous)

    @property
    def on_basis(self) -> Basis:
        return Basis(self.basis)

    def clean(self):
        super().clean()
        if self.corrects_id and self.corrects.addressee_id != self.addressee_id:
            raise ValidationError({"corrects": _("That entry is about another addressee.")})
        if not self.addressee_id:
            return  # a form that is still being filled in
        if self.newer_id and self.newer_id == self.addressee.recommendation_id:
            raise ValidationError({"newer": _("A recommendation cannot be overtaken by itself.")})
        if self.as_of and self.as_of < self.addressee.recommendation.issued_on:
            raise ValidationError({"as_of": _("An assessment cannot speak of a day before the date of issue.")})
