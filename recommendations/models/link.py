from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from actors.models import concerning
from actors.models.text import LineField, not_blank, valid_choice
from recommendations.models.choices import ActionRelation, Capacity, LinkKind


class ProposerQuerySet(models.QuerySet):
    def get_by_natural_key(self, recommendation, in_whose_words):
        return self.get(recommendation__reference=recommendation, in_whose_words=in_whose_words)

    def concerning(self, *actors):
        """Who proposed for one of the actors, its groups, parts or members."""
        return self.filter(concerning(actors))


class Proposer(models.Model):
    """Who put a recommendation forward, in whose words, and for whom they spoke."""

    recommendation = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("recommendation"),
        on_delete=models.CASCADE,
        related_name="proposers",
    )
    actor = models.ForeignKey(
        "actors.Actor",
        verbose_name=_("actor"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        help_text=_("The body concerned. Empty = the report names none."),
    )
    in_whose_words = LineField(
        _("in whose words"),
        help_text=_(
            "As the report has it, without names of persons: “the WACAP representative, a prosecutor from Ghana”."
        ),
    )
    capacity = models.CharField(_("speaking for"), max_length=20, choices=Capacity)

    objects = ProposerQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposer")
        verbose_name_plural = _("proposers")
        ordering = ["recommendation_id", "pk"]
        constraints = [
            valid_choice("capacity", Capacity),
            not_blank(
                "in_whose_words",
                _("Say in whose words the report puts it; “the report” where it names nobody."),
            ),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_once",
                fields=["recommendation", "in_whose_words"],
                violation_error_message=_("The recommendation has this proposer already."),
            ),
        ]

    def __str__(self):
        return self.in_whose_words

    def natural_key(self):
        return (self.recommendation.reference, self.in_whose_words)

    natural_key.dependencies = ["recommendations.recommendation", "actors.actor"]


class RecommendationLinkQuerySet(models.QuerySet):
    def get_by_natural_key(self, later, earlier):
        return self.get(later__reference=later, earlier__reference=earlier)

    def in_thread_of(self, item):
        """What joins the item, over any number of meetings, to those that it continues or that continue it.

        Links of unpublished items too, or a draft between two of them would break the thread.
        """
        joined = RawSQL("SELECT id FROM recommendations_thread(%s)", [item.pk])
        return self.filter(kind__in=LinkKind.CONTINUING, later__in=joined)

    def related_to(self, item):
        """What says that the item and another are on the same matter."""
        return self.filter(Q(later=item) | Q(earlier=item), kind=LinkKind.RELATED)


class RecommendationLink(models.Model):
    """A recommendation repeats, updates, supersedes or touches one of another meeting."""

    later = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("this recommendation"),
        on_delete=models.CASCADE,
        related_name="earlier_links",
    )
    kind = models.CharField(_("kind"), max_length=20, choices=LinkKind)
    earlier = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("the earlier one"),
        on_delete=models.CASCADE,
        related_name="later_links",
    )

    objects = RecommendationLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to another meeting")
        verbose_name_plural = _("links to other meetings")
        ordering = ["later_id", "earlier_id"]
        constraints = [
            valid_choice("kind", LinkKind),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_to_itself",
                condition=~Q(later=F("earlier")),
                violation_error_message=_("A recommendation cannot be linked to itself."),
            ),
            models.UniqueConstraint(
                Least("later", "earlier"),
                Greatest("later", "earlier"),
                name="%(app_label)s_%(class)s_once",
                violation_error_message=_("These two are linked already."),
            ),
        ]

    def __str__(self):
        return f"{self.later} {self.get_kind_display()} {self.earlier}"

    def natural_key(self):
        return (self.later.reference, self.earlier.reference)

    natural_key.dependencies = ["recommendations.recommendation"]


class ActionLinkManager(models.Manager):
    def get_by_natural_key(self, action, recommendation):
        return self.get(action__reference=action, recommendation__reference=recommendation)


class ActionLink(models.Model):
    """An action bears on a recommendation: in answer to it, or because it was already there."""

    action = models.ForeignKey(
        "recommendations.FollowUpAction",
        verbose_name=_("action"),
        on_delete=models.CASCADE,
        related_name="links",
    )
    recommendation = models.ForeignKey(
        "recommendations.Recommendation",
        verbose_name=_("recommendation"),
        on_delete=models.CASCADE,
        related_name="action_links",
    )
    relation = models.CharField(_("relation"), max_length=20, choices=ActionRelation)

    objects = ActionLinkManager()

    class Meta:
        verbose_name = _("action on a recommendation")
        verbose_name_plural = _("actions on recommendations")
        ordering = ["recommendation_id", "action_id"]
        constraints = [
            valid_choice("relation", ActionRelation),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_once",
                fields=["action", "recommendation"],
                violation_error_message=_("The action is linked to this recommendation already."),
            ),
        ]

    def __str__(self):
        return f"{self.action.reference} → {self.recommendation.reference}"

    def natural_key(self):
        return (self.action.reference, self.recommendation.reference)

    natural_key.dependencies = [
        "recommendations.followupaction",
        "recommendations.recommendation",
    ]
