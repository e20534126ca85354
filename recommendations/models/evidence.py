from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, not_blank, on_the_web, valid_choice
from meetings.models import Audience
from recommendations.models.files import fit_to_keep
from recommendations.models.listed import listed

OWNERS = ["status_change", "response", "progress_note", "closing_proposal", "action"]


class ProvenQuerySet(models.QuerySet):
    """Words for what evidence can belong to."""

    def with_proofs(self):
        """With `proofs`: title and address of the evidence that everybody may read."""
        owner = self.model._meta.get_field("evidence").field.name
        public = Evidence.objects.public().filter(**{owner: OuterRef("pk")}).order_by("number", "pk")
        return self.annotate(proofs=listed(public, "title", "url"))


class RecordedQuerySet(ProvenQuerySet):
    """Words for what was recorded at a time."""

    ENTERED_ON = TruncDate("recorded_at")

    def with_entered_on(self):
        """With the day on which the register took it in."""
        return self.annotate(entered_on=self.ENTERED_ON)

    def entered_since(self, day):
        """Taken in on the day or later."""
        return self.with_entered_on().filter(entered_on__gte=day)

    def entered_until(self, day):
        """Taken in on the day or before."""
        return self.with_entered_on().filter(entered_on__lte=day)


def _only(owner: str) -> Q:
    return Q(**{f"{name}__isnull": name != owner for name in OWNERS})


class EvidenceQuerySet(models.QuerySet):
    def get_by_natural_key(self, status_change, response, progress_note, closing_proposal, action, number):
        found = self.filter(number=number)
        for name, key in zip(
            OWNERS,
            (status_change, response, progress_note, closing_proposal, action and [action]),
            strict=True,
        ):
            model = self.model._meta.get_field(name).related_model
            found = found.filter(**{name: key and model.objects.get_by_natural_key(*key)})
        return found.get()

    def public(self):
        """What everybody may read: no more than the answer or note that it proves."""
        return self.filter(
            Q(response=None) | Q(response__audience=Audience.PUBLIC, response__accepted_on__isnull=False),
            Q(progress_note=None) | Q(progress_note__audience=Audience.PUBLIC),
            closing_proposal=None,
            audience=Audience.PUBLIC,
        )

    def shared(self):
        """What the network may read: no more than the answer or note that it proves."""
        return self.filter(
            Q(response=None) | Q(response__audience__in=Audience.SHARED, response__accepted_on__isnull=False),
            Q(progress_note=None) | Q(progress_note__audience__in=Audience.SHARED),
            audience__in=Audience.SHARED,
        )


class Evidence(models.Model):
    """A document that proves an answer, an assessment, proposed or made, a note or an action: an address, or a file."""

    status_change = models.ForeignKey(
        "recommendations.StatusChange",
        verbose_name=_("status change"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
    )
    response = models.ForeignKey(
        "recommendations.Response",
        verbose_name=_("response"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
    )
    progress_note = models.ForeignKey(
        "recommendations.ProgressNote",
        verbose_name=_("progress note"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
    )
    closing_proposal = models.ForeignKey(
        "recommendations.ClosingProposal",
        verbose_name=_("proposed closing"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
    )
    action = models.ForeignKey(
        "recommendations.FollowUpAction",
        verbose_name=_("action"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
    )
    number = models.PositiveSmallIntegerField(_("number"), default=1, editable=False)
    title = LineField(_("title"))
    url = models.URLField(_("address"), blank=True, max_length=500)
    file = models.FileField(_("file"), blank=True, upload_to="evidence/%Y/", validators=[fit_to_keep])
    audience = models.CharField(_("audience"), max_length=20, choices=Audience, default=Audience.INTERNAL)

    objects = EvidenceQuerySet.as_manager()
    belongs_to = OWNERS

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["number", "pk"]
        constraints = [
            valid_choice("audience", Audience),
            not_blank("title", _("Say what the document is.")),
            on_the_web("url"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_one_owner",
                condition=_only("status_change")
                | _only("response")
                | _only("progress_note")
                | _only("closing_proposal")
                | _only("action"),
                violation_error_message=_(
                    "Evidence belongs to one thing: an assessment, a proposed closing, an answer, a note or an action."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_address_or_file",
                condition=Q(url="") ^ Q(file=""),
                violation_error_message=_("Give the address of the document, or the document itself, not both."),
            ),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_number_once",
                fields=[*OWNERS, "number"],
                nulls_distinct=False,
                violation_error_message=_("There is evidence with this number already."),
            ),
        ]

    def __str__(self):
        return self.title

    def natural_key(self):
        owners = (getattr(self, name) for name in OWNERS[:-1])
        return (
            *(owner and owner.natural_key() for owner in owners),
            self.action and self.action.reference,
            self.number,
        )

    natural_key.dependencies = [
        "recommendations.statuschange",
        "recommendations.response",
        "recommendations.progressnote",
        "recommendations.closingproposal",
        "recommendations.followupaction",
    ]
