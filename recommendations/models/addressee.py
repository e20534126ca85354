from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models import Membership
from actors.models.text import LineField, valid_choice
from meetings.models import Audience
from recommendations.models.addressee_words import AddresseeQuerySet
from recommendations.models.choices import Naming, Role
from recommendations.models.note import Notable
from recommendations.models.scales import ResponsePosition, Status


class Addressee(Notable, models.Model):
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
        ordering = ["recommendation", "role", "pk"]
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

    def note_numbering(self):
        return {"addressee": self}

    # What happens to it. Each verb locks whole, part and addressee in this order: no two wait for each other.

    @transaction.atomic
    def ask(self, *, on: date, due: date | None = None, by=None):
        """Record that an answer was requested on a day and, perhaps, by when. Asked again, the later dates stand."""
        self._lock()
        if not self.actor_id:
            raise ValidationError(
                _("Nobody is named, so nobody can be asked. Add the addressee first."),
                code="nobody",
            )
        if self.requested_on and on < self.requested_on:
            raise ValidationError(
                _("An answer was requested later already, on %(date)s.") % {"date": self.requested_on},
                code="order",
            )
        self.requested_on, self.response_due_on = on, due
        self._save_checked("requested_on", "response_due_on")

    @transaction.atomic
    def respond(
        self,
        *,
        received_on: date,
        position: str,
        text: str,
        channel: str,
        claims: str = "",
        audience: str = Audience.INTERNAL,
        accepted_on: date | None = None,
        evidence=(),
        by=None,
    ):
        """Record an answer as received. It counts once accepted, which by default is the day of receipt."""
        self._lock()
        response = self.responses.model(
            addressee=self,
            number=self.responses.count() + 1,
            received_on=received_on,
            position=position,
            claims=claims,
            text=text,
            channel=channel,
            audience=audience,
            accepted_on=accepted_on or received_on,
            accepted_by=by,
            recorded_by=by,
        )
        return self._record(response, "response", evidence)

    @transaction.atomic
    def assess(
        self,
        *,
        status: str,
        as_of: date,
        basis: str,
        reason: str = "",
        remark: str = "",
        source_words: str = "",
        session=None,
        newer=None,
        evidence=(),
        corrects=None,
        by=None,
    ):
        """Record what was done by a date, on which basis. Raises ValidationError that names what is missing.

        `evidence` are unsaved Evidence; *Implemented* needs at least one. `newer` is what overtook this.
        """
        self._lock()
        if self.members.exists():
            raise ValidationError(_("This group is opened into its members; assess them."), code="opened")
        if as_of > timezone.localdate():
            future = ValidationError(_("An assessment cannot speak of a day to come."), code="future")
            raise ValidationError({"as_of": future})
        if status == Status.IMPLEMENTED and not evidence:
            raise ValidationError(
                _("“Implemented” needs evidence: an address or a document."),
                code="evidence",
            )
        change = self.status_changes.model(
            addressee=self,
            number=self.status_changes.count() + 1,
            status=status,
            as_of=as_of,
            basis=basis,
            reason=reason,
            remark=remark,
            source_words=source_words,
            session=session,
            newer=newer,
            corrects=corrects,
            recorded_by=by,
        )
        return self._record(change, "status_change", evidence)

    def correct(self, change, *, status: str, **assessment):
        """Record that an earlier entry was wrong, and what is right. The wrong one stays, and no longer counts."""
        if change.addressee_id != self.pk:
            raise ValidationError(_("That entry is about another addressee."), code="other")
        return self.assess(status=status, corrects=change, **assessment)

    @transaction.atomic
    def open_members(self, *, by=None):
        """Give each member of this group, as of the date of issue, a row of its own; returns the new rows.

        From then on the members are assessed instead of the group.
        """
        self._lock()
        if self.via_id:
            raise ValidationError(_("This row was itself opened from a group."), code="nested")
        members = (
            Membership.objects.on(self.recommendation.issued_on).filter(group=self.actor_id).select_related("member")
        )
        taken = set(self.recommendation.addressees.values_list("actor", flat=True))
        rows = [
            type(self)(
                recommendation=self.recommendation,
                actor=membership.member,
                role=self.role,
                via=self,
                naming=Naming.INFERRED,
                inferred_because=_("Member of %(group)s on the date of issue.") % {"group": self.actor},
            )
            for membership in members.order_by("member__name")
            if membership.member_id not in taken
        ]
        if not rows:
            raise ValidationError(
                _("%(group)s has no members that are not named already.") % {"group": self.name},
                code="no_members",
            )
        for row in rows:
            row.save()
        return rows

    def _lock(self):
        """Lock whole → part → addressee, refuse where nothing is to be recorded, and read this row afresh."""
        items = type(self.recommendation).objects.select_for_update(of=["self"])
        item = self.recommendation
        if item.part_of_id:
            items.get(pk=item.part_of_id)
        item = items.get(pk=item.pk)
        if self.via_id:
            type(self).objects.select_for_update(of=["self"]).get(pk=self.via_id)
        type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
        self.refresh_from_db()
        if item.restates_id:
            raise ValidationError(
                _("%(item)s restates %(lead)s; record it there.")
                % {"item": item.reference, "lead": item.restates.reference},
                code="restates",
            )
        if item.parts.exists():
            raise ValidationError(
                _("%(item)s is divided; record it at its parts.") % {"item": item.reference},
                code="divided",
            )

    def _save_checked(self, *fields):
        self.full_clean()
        self.save(update_fields=fields)
        self.refresh_from_db()

    def _record(self, row, owner: str, evidence):
        row.full_clean()
        row.save()
        for number, proof in enumerate(evidence, start=1):
            setattr(proof, owner, row)
            proof.number = number
            proof.full_clean()
            proof.save()
        self.refresh_from_db()
        return row
