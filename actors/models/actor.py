from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.models.text import (
    LineField,
    ProseField,
    not_blank,
    on_the_web,
    valid_choice,
    valid_slug,
)


class ActorKind(models.TextChoices):
    EU_AGENCY = "eu_agency", _("EU agency")
    EU_INSTITUTION = "eu_institution", _("EU institution")
    UN_BODY = "un_body", _("UN body")
    INTERNATIONAL_ORGANISATION = (
        "international_organisation",
        _("International organisation"),
    )
    INTERNATIONAL_COURT = "international_court", _("International court")
    NETWORK = "network", _("Network")
    PROJECT = "project", _("Project")
    WORKING_GROUP = "working_group", _("Working group")
    NATIONAL_AUTHORITY = "national_authority", _("National authority")
    COUNTRY = "country", _("Country")
    COUNTRY_GROUP = "country_group", _("Group of countries")
    PROFESSIONAL_COMMUNITY = "professional_community", _("Professional community")


class ActorQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def named(self, name: str):
        """Actors which bear this name, acronym or alias; letter case does not matter."""
        return self.filter(
            Q(name__iexact=name) | ~Q(acronym="") & Q(acronym__iexact=name) | Q(aliases__name__iexact=name)
        ).distinct()

    def inconsistent_parents(self):
        """Actors that are, over some generations, part of themselves."""
        return self.filter(pk__in=RawSQL("SELECT id FROM actors_in_a_circle()", []))


class Actor(models.Model):
    """An organisation, network, group, country or professional community that recommends, is asked or acts."""

    slug = models.SlugField(
        _("address part"),
        max_length=80,
        unique=True,
        help_text=_("e.g. “eurojust”; never changes once cited."),
    )
    name = LineField(_("name"))
    acronym = LineField(_("acronym"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=30, choices=ActorKind)
    part_of = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text=_(
            "The body it belongs to, e.g. Europol for its European Migrant Smuggling Centre. Empty = stands alone."
        ),
    )
    country_code = models.CharField(
        _("country code"),
        max_length=2,
        blank=True,
        help_text=_("Two capital letters (ISO 3166-1) of a country or of a national authority."),
    )
    website = models.URLField(_("website"), blank=True, max_length=500)
    description = ProseField(_("description"), blank=True)

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["name", "pk"]
        constraints = [
            valid_slug(),
            valid_choice("kind", ActorKind),
            not_blank("name", _("An actor needs a name.")),
            on_the_web("website"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_part_of_itself",
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("pk")),
                violation_error_message=_("An actor cannot be part of itself."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_country_code_valid",
                condition=Q(country_code__regex=r"^([A-Z]{2})?$"),
                violation_error_message=_("A country code is two capital letters, e.g. DE."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_country_has_code",
                condition=~Q(kind=ActorKind.COUNTRY) | ~Q(country_code=""),
                violation_error_message=_("A country needs its country code."),
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.acronym})" if self.acronym else self.name

    def get_absolute_url(self):
        return reverse("recommendations:actor", args=[self.slug])

    def natural_key(self):
        return (self.slug,)

    @property
    def short_name(self) -> str:
        """The acronym where there is one: for tables and lists."""
        return self.acronym or self.name

    def clean(self):
        super().clean()
        above, seen = self.part_of, set()
        while above is not None and above.pk not in seen:
            seen.add(above.pk)
            if above.pk == self.pk:
                raise ValidationError({"part_of": _("%(name)s is itself part of this actor.") % {"name": self.part_of}})
            above = above.part_of


class ActorAliasManager(models.Manager):
    def get_by_natural_key(self, actor, name):
        return self.get(actor__slug=actor, name=name)


class ActorAlias(models.Model):
    """Another name under which an actor is looked for or appears in a spreadsheet."""

    actor = models.ForeignKey(Actor, verbose_name=_("actor"), on_delete=models.CASCADE, related_name="aliases")
    name = LineField(_("name"))

    objects = ActorAliasManager()

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["name", "pk"]
        constraints = [
            not_blank("name", _("An alias needs a name.")),
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_once",
                fields=["actor", "name"],
                violation_error_message=_("The actor has this alias already."),
            ),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.actor.slug, self.name)

    natural_key.dependencies = ["actors.actor"]
