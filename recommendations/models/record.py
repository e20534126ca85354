"""What is recorded once and never changed: answers and assessments. A mistake is corrected by a new row."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, valid_choice
from meetings.models import Audience
from recommendations.models.choices import Channel
from recommendations.models.dates import refuse_future
from recommendations.models.finding import Finding
from recommendations.models.record_words import RecordQuerySet, ResponseQuerySet, StatusChangeQuerySet
from recommendations.models.scales import ResponsePosition, Status


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

    set_aside_on = models.DateField(
        _("set aside on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty = was not set aside. What was set aside never counts."),
    )
    set_aside_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("set aside by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Internal."),
    )
    set_aside_because = LineField(
        _("set aside because"),
        max_length=1000,
        blank=True,
        editable=False,
        help_text=_("For whoever sent it, and for the desk."),
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
                condition=~Q(position__in=ResponsePosition.NEEDS_TEXT) | Q(text__regex=r"\S"),
                violation_error_message=_("An answer that accepts only partly, or not, says what and why."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_accepted_after_receipt",
                condition=Q(accepted_on=None) | Q(accepted_on__gte=F("received_on")),
                violation_error_message=_("An answer is accepted on or after the day of its receipt."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_set_aside_after_receipt",
                condition=Q(set_aside_on=None) | Q(set_aside_on__gte=F("received_on")),
                violation_error_message=_("An answer is set aside on or after the day of its receipt."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_set_aside_has_reason",
                condition=Q(set_aside_on=None, set_aside_because="")
                | Q(set_aside_on__isnull=False, set_aside_because__regex=r"\S"),
                violation_error_message=_("Say to its sender why the answer is set aside."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_accepted_or_set_aside",
                condition=Q(accepted_on=None) | Q(set_aside_on=None),
                violation_error_message=_("An answer is accepted or set aside, not both."),
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

    @property
    def waits(self) -> bool:
        """Whether somebody of the secretariat is still to check it."""
        return self.accepted_on is None and self.set_aside_on is None

    @transaction.atomic
    def accept(self, *, on: date | None = None, by=None):
        """Take an answer that waited into the register; from now on it counts. Once."""
        on = on or timezone.localdate()
        refuse_future("on", on)
        self._decide(accepted_on=on, accepted_by=by)

    @transaction.atomic
    def set_aside(self, *, because: str, on: date | None = None, by=None):
        """Leave an answer that waited out of the register, and say to its sender why. Once."""
        on = on or timezone.localdate()
        refuse_future("on", on)
        self._decide(set_aside_on=on, set_aside_by=by, set_aside_because=because)

    def _decide(self, **decision):
        self.addressee.lock()
        current = type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
        if not current.waits:
            raise ValidationError(_("This answer was accepted or set aside already."), code="state")
        for name, value in decision.items():
            setattr(current, name, value)
        current.clean_fields(exclude={field.name for field in self._meta.fields} - {*decision})
        current.validate_constraints()
        current.save(update_fields=[*decision])
        self.refresh_from_db(fields=[*decision])


class StatusChange(Finding, Record):
    """What was found to have been done by one addressee as of a day, on which basis, and why it is said."""

    addressee = models.ForeignKey(
        "recommendations.Addressee",
        verbose_name=_("addressee"),
        on_delete=models.PROTECT,
        related_name="status_changes",
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

    carries = models.ForeignKey(
        "self",
        verbose_name=_("carries forward"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="carried",
        help_text=_("The finding about an earlier item that stands on here; no new one. Empty = found here."),
    )

    objects = StatusChangeQuerySet.as_manager()
    internal = ("remark",)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("status change")
        verbose_name_plural = _("status changes")
        constraints = [
            *Record.Meta.constraints,
            *Finding.Meta.constraints,
            valid_choice("status", Status),
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
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_does_not_carry_itself",
                condition=Q(carries=None) | ~Q(carries=F("pk")),
                violation_error_message=_("An entry cannot carry itself forward."),
            ),
        ]

    def __str__(self):
        return f"{self.addressee}: {self.get_status_display()}"

    @property
    def previous_state(self) -> Status:
        """The status before it, of a row that was read `with_previous()`."""
        return Status(self.previous)
