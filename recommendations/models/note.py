from datetime import date, datetime

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models import concerning
from actors.models.text import LineField, ProseField, not_blank, valid_choice
from meetings.models import Audience, Publication
from recommendations.models.choices import ActionRelation, Precision
from recommendations.models.conditions import action_in, item_in
from recommendations.models.dates import in_words, precise
from recommendations.models.evidence import RecordedQuerySet
from recommendations.models.scales import Basis


class ProgressNoteQuerySet(RecordedQuerySet):
    def get_by_natural_key(self, recommendation, addressee, action, number):
        recommendation_of, actor = addressee or (None, None)
        return self.get(
            recommendation__reference=recommendation,
            addressee__recommendation__reference=recommendation_of,
            addressee__actor__slug=actor,
            action__reference=action,
            number=number,
        )

    def public(self):
        return self.filter(audience=Audience.PUBLIC)

    def restricted(self):
        """What signed-in people may read and the public may not."""
        return self.filter(audience=Audience.NETWORK)

    def published(self):
        """What everybody may read, on what is published."""
        published = [Publication.PUBLISHED]
        return self.public().filter(
            item_in(published, "recommendation")
            | item_in(published, "addressee__recommendation")
            | action_in(published, "action")
        )

    def of_reference(self, reference: str):
        """On one recommendation, on its addressees, or on an action in answer to it."""
        answering = Q(
            action__links__recommendation__reference=reference, action__links__relation=ActionRelation.ANSWERING
        )
        on_it = Q(recommendation__reference=reference) | Q(addressee__recommendation__reference=reference) | answering
        return self.filter(pk__in=self.model.objects.filter(on_it).values("pk"))

    def of_meetings(self, *meetings):
        """On items of the meetings, and on actions that were reported there or bear on a published item of theirs."""
        item = "action__links__recommendation"
        linked = item_in([Publication.PUBLISHED], item) & Q(**{f"{item}__session__meeting__in": meetings})
        return self.filter(
            Q(recommendation__session__meeting__in=meetings)
            | Q(addressee__recommendation__session__meeting__in=meetings)
            | Q(action__reported_in__meeting__in=meetings)
            | Q(pk__in=self.model.objects.filter(linked).values("pk"))
        )

    def concerning(self, *actors):
        """On what concerns one of the actors, or on what it or its groups do."""
        condition = (
            concerning(actors, "addressee__actor", "addressee__recommendation__issued_on")
            | concerning(actors, "recommendation__addressees__actor", "recommendation__issued_on")
            | concerning(actors, "action__responsible", "noted_on")
        )
        return self.filter(pk__in=self.model.objects.filter(condition).values("pk"))

    def for_item(self, item, actions):
        """On a recommendation, on one of its addressees, or on one of these actions."""
        return self.filter(Q(recommendation=item) | Q(addressee__recommendation=item) | Q(action__in=actions))


class ProgressNote(models.Model):
    """Something known about the progress of an item, an addressee or an action; numbered, dated and never changed."""

    recommendation = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("recommendation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="notes",
    )
    addressee = models.ForeignKey(
        "recommendations.Addressee",
        verbose_name=_("addressee"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="notes",
    )
    action = models.ForeignKey(
        "recommendations.FollowUpAction",
        verbose_name=_("action"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="notes",
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    noted_on = models.DateField(
        _("date"),
        help_text=_("Of what is noted. By month or year: the last day of it."),
    )
    precision = models.CharField(_("precision"), max_length=10, choices=Precision, default=Precision.DAY)
    text = ProseField(_("text"))
    who_says = LineField(_("who says so"))
    basis = models.CharField(_("basis"), max_length=20, choices=Basis)
    audience = models.CharField(_("audience"), max_length=20, choices=Audience, default=Audience.INTERNAL)
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

    objects = ProgressNoteQuerySet.as_manager()
    belongs_to = ("recommendation", "addressee", "action")

    class Meta:
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")
        ordering = ["-noted_on", "-number"]
        constraints = [
            valid_choice("basis", Basis),
            valid_choice("audience", Audience),
            not_blank("text", _("A note needs a text.")),
            not_blank("who_says", _("Say who says so.")),
            precise("noted_on", "precision"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_one_owner",
                condition=Q(recommendation__isnull=False, addressee=None, action=None)
                | Q(recommendation=None, addressee__isnull=False, action=None)
                | Q(recommendation=None, addressee=None, action__isnull=False),
                violation_error_message=_("A note is about one thing: a recommendation, an addressee or an action."),
            ),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_number_once",
                fields=["recommendation", "addressee", "action", "number"],
                nulls_distinct=False,
                violation_error_message=_("There is a note with this number already."),
            ),
        ]

    def __str__(self):
        return _("Note %(number)s on %(owner)s") % {
            "number": self.number,
            "owner": self.owner,
        }

    @property
    def noted(self) -> str:
        """Its date, as exactly as its source gives it."""
        return in_words(self.noted_on, self.precision)

    @property
    def on_basis(self) -> Basis:
        return Basis(self.basis)

    @property
    def owner(self):
        return self.recommendation or self.addressee or self.action

    def natural_key(self):
        return (
            self.recommendation and self.recommendation.reference,
            self.addressee and self.addressee.natural_key(),
            self.action and self.action.reference,
            self.number,
        )

    natural_key.dependencies = [
        "recommendations.recommendation",
        "recommendations.addressee",
        "recommendations.followupaction",
    ]


class Notable:
    """What progress notes can be written on."""

    @transaction.atomic
    def note(
        self,
        *,
        noted_on: date,
        text: str,
        who_says: str,
        basis: str,
        audience: str = Audience.INTERNAL,
        precision: str = Precision.DAY,
        recorded_at: datetime | None = None,
        by=None,
    ) -> ProgressNote:
        """Add the next note. Raises ValidationError that names what is missing."""
        type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
        note = ProgressNote(
            **self.note_numbering(),
            number=self.notes.count() + 1,
            noted_on=noted_on,
            precision=precision,
            text=text,
            who_says=who_says,
            basis=basis,
            audience=audience,
            recorded_at=recorded_at or timezone.now(),
            recorded_by=by,
        )
        note.full_clean()
        note.save()
        return note
