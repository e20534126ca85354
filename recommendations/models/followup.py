from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, not_blank, valid_choice
from meetings.models import Publication, Publishable, PublishableQuerySet
from recommendations.models.choices import ActionRelation, Precision
from recommendations.models.conditions import action_in
from recommendations.models.dates import in_words, precise
from recommendations.models.evidence import Evidence, ProvenQuerySet
from recommendations.models.note import Notable
from recommendations.models.scales import ActionStatus


class FollowUpActionQuerySet(ProvenQuerySet, PublishableQuerySet):
    def get_by_natural_key(self, reference):
        return self.get(reference=reference)

    def published(self):
        return self.filter(action_in([Publication.PUBLISHED]))

    def readable(self):
        return self.filter(action_in(Publication.READABLE))

    def answering(self, items):
        """Done, or to be done, in answer to one of the recommendations."""
        links = self.model.recommendations.through.objects.filter(recommendation__in=items)
        return self.filter(pk__in=links.filter(relation=ActionRelation.ANSWERING).values("action"))

    def for_item(self, item):
        """Those that bear on a recommendation, with their `relation` to it."""
        return self.filter(links__recommendation=item).annotate(relation=F("links__relation"))

    def ended(self):
        return self.filter(status__in=ActionStatus.ENDED)

    def progress(self) -> dict[str, int]:
        """How many are `completed` of `all` that are to be done; what was cancelled is not to be done."""
        completed = Count("pk", filter=Q(status=ActionStatus.COMPLETED))
        return self.exclude(status=ActionStatus.CANCELLED).aggregate(completed=completed, all=Count("pk"))

    def late(self, on: date | None = None):
        """Due before a day, and neither completed nor cancelled."""
        return self.filter(status__in=ActionStatus.RUNNING, due_on__lt=on or timezone.localdate())

    def proven(self):
        """Those that are proven by something that everybody may read."""
        public, action = Evidence.objects.public(), OuterRef("pk")
        return self.filter(Exists(public.filter(action=action)) | Exists(public.filter(progress_note__action=action)))


class FollowUpAction(Notable, Publishable):
    """Something that somebody does, did or will do, and that bears on recommendations."""

    reference = models.CharField(
        _("reference"),
        max_length=32,
        unique=True,
        help_text=_("The meeting's code, -A and a number, e.g. MS2023-A03."),
    )
    title = LineField(_("title"))
    description = ProseField(_("description"), blank=True)
    responsible = models.ForeignKey(
        "actors.Actor",
        verbose_name=_("responsible"),
        on_delete=models.PROTECT,
        related_name="actions",
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=ActionStatus,
        default=ActionStatus.PLANNED,
        editable=False,
    )
    started_on = models.DateField(
        _("started"),
        null=True,
        blank=True,
        help_text=_("Empty = not begun, or not known when."),
    )
    started_precision = models.CharField(_("precision"), max_length=10, choices=Precision, default=Precision.DAY)
    due_on = models.DateField(_("due"), null=True, blank=True, help_text=_("Empty = no date was set."))
    due_precision = models.CharField(_("precision"), max_length=10, choices=Precision, default=Precision.DAY)
    completed_on = models.DateField(
        _("completed"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty = not completed."),
    )
    completed_precision = models.CharField(
        _("precision"),
        max_length=10,
        choices=Precision,
        default=Precision.DAY,
        editable=False,
    )
    reason = LineField(
        _("reason"),
        max_length=1000,
        blank=True,
        editable=False,
        help_text=_("Public. Why it is on hold or was cancelled."),
    )
    verified_on = models.DateField(
        _("verified on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty = nobody has verified it."),
    )
    verified_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("verified by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Internal."),
    )
    reported_in = models.ForeignKey(
        "meetings.Session",
        verbose_name=_("reported in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions_reported",
        help_text=_("The session in which the register learned of it."),
    )
    position = LineField(
        _("position"),
        max_length=120,
        blank=True,
        help_text=_("Where in that session's section, e.g. “bullet 1, sentence 3”."),
    )
    recommendations = models.ManyToManyField(
        "recommendations.Recommendation", through="ActionLink", related_name="actions"
    )

    objects = FollowUpActionQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = False
        verbose_name = _("follow-up action")
        verbose_name_plural = _("follow-up actions")
        ordering = ["reference"]
        permissions = [
            (
                "publish_followupaction",
                "Can publish, send back and archive follow-up actions",
            )
        ]
        constraints = [
            *Publishable.Meta.constraints,
            valid_choice("status", ActionStatus),
            valid_choice("started_precision", Precision),
            valid_choice("due_precision", Precision),
            valid_choice("completed_precision", Precision),
            not_blank("title", _("An action needs a title.")),
            precise("started_on", "started_precision"),
            precise("due_on", "due_precision"),
            precise("completed_on", "completed_precision"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_reference_valid",
                condition=Q(reference__regex=r"^[A-Z][A-Z0-9-]*-A[0-9]{2,4}$"),
                violation_error_message=_(
                    "An action's reference is the meeting's code, “-A” and at least two digits, e.g. MS2023-A03."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_completed_on_iff_completed",
                condition=Q(status=ActionStatus.COMPLETED, completed_on__isnull=False)
                | (~Q(status=ActionStatus.COMPLETED) & Q(completed_on=None)),
                violation_error_message=_(
                    "A completed action has its date of completion, and only a completed one has."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_completed_after_start",
                condition=Q(started_on=None)
                | Q(completed_on=None)
                | Q(completed_on__gte=F("started_on"))
                | ~Q(started_precision=F("completed_precision")),
                violation_error_message=_("An action is completed on or after the day on which it started."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_paused_has_reason",
                condition=~Q(status__in=[ActionStatus.ON_HOLD, ActionStatus.CANCELLED]) | Q(reason__regex=r"\S"),
                violation_error_message=_("Say why the action is on hold or was cancelled."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_verified_after_completion",
                condition=Q(verified_on=None) | Q(completed_on__isnull=False, verified_on__gte=F("completed_on")),
                violation_error_message=_("An action is verified on or after the day of its completion."),
            ),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def get_absolute_url(self):
        return f"{reverse('recommendations:actions')}#{self.reference}"

    def natural_key(self):
        return (self.reference,)

    natural_key.dependencies = ["actors.actor", "meetings.session", "actors.user"]

    @property
    def state(self) -> ActionStatus:
        return ActionStatus(self.status)

    @property
    def started(self) -> str:
        return in_words(self.started_on, self.started_precision)

    @property
    def due(self) -> str:
        return in_words(self.due_on, self.due_precision)

    @property
    def completed(self) -> str:
        return in_words(self.completed_on, self.completed_precision)

    @property
    def is_late(self) -> bool:
        return self.due_on is not None and self.status not in ActionStatus.ENDED and self.due_on < timezone.localdate()

    def note_numbering(self):
        return {"action": self}

    def start(self, *, on: date, precision: str = Precision.DAY, by=None):
        """Planned or on hold → in progress."""
        self._become(
            [ActionStatus.PLANNED, ActionStatus.ON_HOLD],
            ActionStatus.IN_PROGRESS,
            started_on=on,
            started_precision=precision,
            reason="",
        )

    def complete(self, *, on: date, precision: str = Precision.DAY, by=None):
        """Finished on a day. Raises ValidationError if it ended already."""
        self._become(
            ActionStatus.RUNNING,
            ActionStatus.COMPLETED,
            completed_on=on,
            completed_precision=precision,
            reason="",
        )

    def hold(self, *, reason: str, by=None):
        """Paused, with the reason."""
        self._become(
            [ActionStatus.PLANNED, ActionStatus.IN_PROGRESS],
            ActionStatus.ON_HOLD,
            reason=reason,
        )

    @transaction.atomic
    def verify(self, *, on: date, by=None):
        """Somebody looked and found it completed. Raises ValidationError if it is not, or was verified already."""
        current = type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
        if current.status != ActionStatus.COMPLETED or current.verified_on:
            raise ValidationError(_("Only a completed action is verified, and only once."), code="state")
        current.verified_on, current.verified_by = on, by
        current.full_clean()
        current.save(update_fields=["verified_on", "verified_by"])
        self.refresh_from_db(fields=["status", "verified_on", "verified_by"])

    def cancel(self, *, reason: str, by=None):
        """Will not be done, with the reason."""
        self._become(ActionStatus.RUNNING, ActionStatus.CANCELLED, reason=reason)

    @transaction.atomic
    def _become(self, allowed, to, **fields):
        current = type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
        if current.status not in allowed:
            raise ValidationError(
                _("%(action)s is “%(now)s” and cannot become “%(then)s”."),
                code="state",
                params={
                    "action": self.reference,
                    "now": current.state.label,
                    "then": to.label,
                },
            )
        moved = {"status": to, **fields}
        for name, value in moved.items():
            setattr(current, name, value)
        current.full_clean()
        current.save(update_fields=[*moved])
        for name, value in moved.items():
            setattr(self, name, value)
