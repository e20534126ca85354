from functools import reduce
from operator import and_

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, ProseField, not_blank, on_the_web, valid_slug


class TopicQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def named(self, text: str):
        """Those in whose name each of the words stands, accents and letter case aside."""
        words = (Q(name__unaccent__icontains=word) for word in text.split())
        return self.filter(reduce(and_, words)) if text.strip() else self.none()

    def main(self):
        """Topics of the upper level."""
        return self.filter(part_of=None)

    def inconsistent_levels(self):
        """Topics below a topic that is itself below another: there are two levels only."""
        return self.filter(part_of__part_of__isnull=False)


class Topic(models.Model):
    """A subject of recommendations; subjects have two levels."""

    slug = models.SlugField(_("address part"), max_length=80, unique=True)
    name = LineField(_("name"), max_length=120)
    part_of = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="subtopics",
        limit_choices_to={"part_of": None},
        help_text=_("Empty = a main topic."),
    )
    description = ProseField(_("description"), blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name", "pk"]
        constraints = [
            valid_slug(),
            not_blank("name", _("A topic needs a name.")),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_part_of_itself",
                condition=Q(part_of=None) | ~Q(part_of=F("pk")),
                violation_error_message=_("A topic cannot be part of itself."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("recommendations:topic", args=[self.slug])

    def natural_key(self):
        return (self.slug,)


class InstrumentManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Instrument(models.Model):
    """A law, treaty or resolution, or one article of it, that recommendations speak of."""

    slug = models.SlugField(_("address part"), max_length=80, unique=True)
    short_name = LineField(_("short name"), max_length=120, help_text=_("e.g. UNTOC, Article 19"))
    title = LineField(_("title"), max_length=500)
    citation = LineField(
        _("citation"),
        max_length=500,
        blank=True,
        help_text=_("Where it is published, as lawyers cite it."),
    )
    url = models.URLField(_("address"), blank=True, max_length=500)

    objects = InstrumentManager()

    class Meta:
        verbose_name = _("legal instrument")
        verbose_name_plural = _("legal instruments")
        ordering = ["short_name", "pk"]
        constraints = [
            valid_slug(),
            not_blank("short_name", _("An instrument needs a short name.")),
            on_the_web("url"),
        ]

    def __str__(self):
        return self.short_name

    def natural_key(self):
        return (self.slug,)
