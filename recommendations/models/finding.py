"""What is found about an addressee: assessed at once, or proposed as the closing of a priority."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, valid_choice
from recommendations.models.scales import Basis, Status


class Finding(models.Model):
    """What is said to have been done by one addressee as of a day, on which basis, and why."""

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
        related_name="+",
        help_text=_("Where it was established, if at a meeting of this register."),
    )
    newer = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("newer recommendation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Which overtook this one."),
    )

    class Meta:
        abstract = True
        constraints = [
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
        ]

    @property
    def state(self) -> Status:
        return Status(self.status)

    @property
    def on_basis(self) -> Basis:
        return Basis(self.basis)

    def clean(self):
        super().clean()
        if not self.addressee_id:
            return  # a form that is still being filled in
        if self.corrects_id and self.corrects.addressee_id != self.addressee_id:
            raise ValidationError({"corrects": _("That entry is about another addressee.")})
        if self.newer_id and self.newer_id == self.addressee.recommendation_id:
            raise ValidationError({"newer": _("A recommendation cannot be overtaken by itself.")})
        if self.as_of and self.as_of < self.addressee.recommendation.issued_on:
            raise ValidationError({"as_of": _("An assessment cannot speak of a day before the date of issue.")})
