from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.actor import Actor
from actors.models.text import LineField, ProseField


class MembershipQuerySet(models.QuerySet):
    def get_by_natural_key(self, group, member, since):
        return self.get(group__slug=group, member__slug=member, since=since)

    def on(self, day: date | None = None):
        """Memberships in force on a day, by default today."""
        day = day or timezone.localdate()
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day))


class Membership(models.Model):
    """An actor belongs to a group for a time: a Member State to the EU, a working group's member to it."""

    group = models.ForeignKey(
        Actor,
        verbose_name=_("group"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    member = models.ForeignKey(Actor, verbose_name=_("member"), on_delete=models.CASCADE, related_name="groups")
    since = models.DateField(
        _("since"),
        null=True,
        blank=True,
        help_text=_("First day. Empty = for as long as is known."),
    )
    until = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("First day on which it is no longer a member. Empty = still a member."),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["group_id", "member_id", "since"]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_in_itself",
                condition=~Q(group=F("member")),
                violation_error_message=_("A group cannot be a member of itself."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_dates_in_order",
                condition=Q(since=None) | Q(until=None) | Q(until__gt=F("since")),
                violation_error_message=_("A membership ends after it began."),
            ),
            ExclusionConstraint(
                name="%(app_label)s_%(class)s_no_overlap",
                expressions=[
                    ("group", RangeOperators.EQUAL),
                    ("member", RangeOperators.EQUAL),
                    (
                        Func(
                            "since",
                            "until",
                            function="DATERANGE",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message=_("The member is in this group already during that time."),
            ),
        ]

    def __str__(self):
        return _("%(member)s in %(group)s") % {
            "member": self.member,
            "group": self.group,
        }

    def natural_key(self):
        return (self.group.slug, self.member.slug, self.since)

    natural_key.dependencies = ["actors.actor"]


class ContactManager(models.Manager):
    def get_by_natural_key(self, actor, email):
        return self.get(actor__slug=actor, email=email)


class Contact(models.Model):
    """Whom the secretariat writes to at an actor. Internal: no public page shows it."""

    actor = models.ForeignKey(
        Actor,
        verbose_name=_("actor"),
        on_delete=models.CASCADE,
        related_name="contacts",
    )
    name = LineField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"))
    function = LineField(_("function"), max_length=200, blank=True)
    note = ProseField(_("note"), blank=True)

    objects = ContactManager()
    internal = ("actor", "name", "email", "function", "note")

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["actor_id", "name"]
        constraints = [
            models.UniqueConstraint(
                name="%(app_label)s_%(class)s_once",
                fields=["actor", "email"],
                violation_error_message=_("The actor has a contact with this e-mail address already."),
            )
        ]

    def __str__(self):
        return f"{self.name} <{self.email}>"

    def natural_key(self):
        return (self.actor.slug, self.email)

    natural_key.dependencies = ["actors.actor"]
