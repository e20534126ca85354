from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, not_blank


class CuratedSearchQuerySet(models.QuerySet):
    def get_by_natural_key(self, title):
        return self.get(title=title)

    def shown(self):
        """Those that the front page offers."""
        return self.filter(is_shown=True)


class CuratedSearch(models.Model):
    """A selection of the list that editors think worth offering to every reader."""

    title = LineField(_("title"), max_length=120, unique=True)
    description = LineField(_("description"), blank=True, help_text=_("One sentence beneath the title."))
    query = LineField(
        _("query"),
        max_length=2000,
        unique=True,
        help_text=_("Filter the list as you want it, then paste its address here."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100, help_text=_("The smallest comes first."))
    is_shown = models.BooleanField(_("shown"), default=True, help_text=_("On the front page."))

    objects = CuratedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("curated search")
        verbose_name_plural = _("curated searches")
        ordering = ["order", "title"]
        constraints = [
            not_blank("title", _("A search needs a title.")),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_query_valid",
                condition=Q(query__regex=r"^[^?#\s]+$"),
                violation_error_message=_(
                    "A query is what stands after the “?” in an address of the list, e.g. status=implemented."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('recommendations:list')}?{self.query}"

    def natural_key(self):
        return (self.title,)
