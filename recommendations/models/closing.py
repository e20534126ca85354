"""The closing of a priority: proposed by one person, confirmed by another."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import ProseField, valid_choice
from recommendations.models.choices import Decision
from recommendations.models.evidence import Evidence
from recommendations.models.finding import Finding
from recommendations.models.record import Record
from recommendations.models.record_words import RecordQuerySet
from recommendations.models.scales import Status


class ClosingProposalQuerySet(RecordQuerySet):
    def waiting(self):
        """Those on which nobody has decided yet."""
        return self.filter(decision=Decision.WAITING)

    def inconsistent_confirmation(self):
        """Confirmed ones that name an assessment of another addressee, status or day."""
        same = Q(**{f"status_change__{name}": F(name) for name in ("addressee", "status", "as_of")})
        return self.filter(status_change__isnull=False).exclude(same)


class ClosingProposal(Finding, Record):
    """What one person finds to close an addressee of a priority; it counts once another has confirmed it.

    Nothing of it is public. Once confirmed, the assessment that it became says it all.
    """

    addressee = models.ForeignKey(
        "recommendations.Addressee",
        verbose_name=_("addressee"),
        on_delete=models.PROTECT,
        related_name="closing_proposals",
    )
    corrects = models.ForeignKey(
        "recommendations.StatusChange",
        verbose_name=_("corrects"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The wrong entry, which no longer counts once this is confirmed."),
    )
    decision = models.CharField(
        _("decision"), max_length=20, choices=Decision, default=Decision.WAITING, editable=False
    )
    decided_at = models.DateTimeField(
        _("decided at"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty = waits for a second person."),
    )
    decided_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Internal."),
    )
    declined_because = ProseField(_("declined because"), max_length=2000, blank=True, editable=False)
    status_change = models.OneToOneField(
        "recommendations.StatusChange",
        verbose_name=_("the assessment that it became"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="proposal",
    )

    objects = ClosingProposalQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("proposed closing")
        verbose_name_plural = _("proposed closings")
        permissions = [("confirm_closing", "Can confirm and decline proposed closings")]
        constraints = [
            *Record.Meta.constraints,
            *Finding.Meta.constraints,
            valid_choice("decision", Decision),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_closes",
                condition=Q(status__in=Status.CLOSED),
                violation_error_message=_("Only a closing is proposed; record any other status at once."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_decided_iff_not_waiting",
                condition=Q(decision=Decision.WAITING, decided_at=None, decided_by=None)
                | (~Q(decision=Decision.WAITING) & Q(decided_at__isnull=False)),
                violation_error_message=_("A decision has its moment, and what waits has none."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_declined_has_reason",
                condition=Q(decision=Decision.DECLINED, declined_because__regex=r"\S")
                | (~Q(decision=Decision.DECLINED) & Q(declined_because="")),
                violation_error_message=_("Say why the closing is declined."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_confirmed_became",
                condition=Q(decision=Decision.CONFIRMED, status_change__isnull=False)
                | (~Q(decision=Decision.CONFIRMED) & Q(status_change=None)),
                violation_error_message=_("A confirmed closing names the assessment that it became."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_two_persons",
                condition=~Q(decision=Decision.CONFIRMED)
                | Q(decided_by=None)
                | Q(recorded_by=None)
                | ~Q(decided_by=F("recorded_by")),
                violation_error_message=_("Somebody else confirms what you propose."),
            ),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_waiting_once",
                fields=["addressee"],
                condition=Q(decision=Decision.WAITING),
                violation_error_message=_("A closing of this addressee is proposed already and waits."),
            ),
        ]

    def __str__(self):
        return f"{self.addressee}: {self.get_status_display()}"

    @property
    def waits(self) -> bool:
        return self.decision == Decision.WAITING

    @transaction.atomic
    def confirm(self, *, recorded_at: datetime | None = None, by=None):
        """The second person agrees: it becomes the assessment, which is returned. Once.

        Raises ValidationError to whoever proposed it, and where something was assessed since.
        """
        self._lock()
        if by is None or by.pk == self.recorded_by_id:
            raise ValidationError(_("Somebody else confirms what you propose."), code="same")
        if self.addressee.status_changes.filter(recorded_at__gt=self.recorded_at).exists():
            raise ValidationError(
                _("Something was assessed since this was proposed. Decline it; if it still holds, propose it anew."),
                code="overtaken",
            )
        at = recorded_at or timezone.now()
        change = self.addressee.find(
            self.addressee.status_changes,
            **{field.name: getattr(self, field.name) for field in Finding._meta.fields},
            corrects=self.corrects,
            evidence=[
                Evidence(title=proof.title, url=proof.url, file=proof.file.name, audience=proof.audience)
                for proof in self.evidence.all()
            ],
            recorded_at=at,
            by=by,
        )
        self._decide(Decision.CONFIRMED, at, by, status_change=change)
        return change

    @transaction.atomic
    def decline(self, *, because: str, recorded_at: datetime | None = None, by=None):
        """The second person does not agree, and says why. The status stays as it is. Once."""
        self._lock()
        if by is None or by.pk == self.recorded_by_id:
            raise ValidationError(_("Somebody else declines what you propose; you withdraw it."), code="same")
        self._decide(Decision.DECLINED, recorded_at or timezone.now(), by, declined_because=because)

    @transaction.atomic
    def withdraw(self, *, because: str, by=None):
        """Whoever proposed it takes it back, and says why. Once."""
        self._lock()
        if by is None or by.pk != self.recorded_by_id:
            raise ValidationError(_("Only whoever proposed a closing withdraws it."), code="other")
        self._decide(Decision.DECLINED, timezone.now(), by, declined_because=because)

    def _lock(self):
        self.addressee.lock()
        type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
        self.refresh_from_db()
        if not self.waits:
            raise ValidationError(_("This proposed closing was confirmed or declined already."), code="state")

    def _decide(self, decision, at, by, **fields):
        self.decision, self.decided_at, self.decided_by = decision, at, by
        for name, value in fields.items():
            setattr(self, name, value)
        self.full_clean()
        self.save(update_fields=["decision", "decided_at", "decided_by", *fields])
