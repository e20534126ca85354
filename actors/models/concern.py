from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func
from django.utils.translation import gettext_lazy as _


def holding(day, concern: str = "") -> Func:
    """The condition that a concern holds for what was issued on a day: a date, or an expression.

    `concern` is the way from the row that is asked to the concern, such as "actor__concerning__". A function, not the
    operator @>, of which PostgreSQL guesses that it hardly ever holds; here it mostly does.
    """
    return Func(F(f"{concern}during"), day, function="range_contains_elem", output_field=models.BooleanField())


class ConcernQuerySet(models.QuerySet):
    def on(self, day):
        """Those that hold for what was issued on a day."""
        return self.filter(holding(day))


class Concern(models.Model):
    """What is asked of one actor concerns another: a line of the view in migrations/0001_sql/concern.sql.

    An actor is concerned by itself, what it is part of, the groups it is a member of, and the professional communities
    that are part of those; and, below it, by its members and parts. Never down after up: Germany is concerned by what
    is asked of the Member States, but not by what is asked of France. A pair can be there more than once, with other
    dates.
    """

    pk = models.CompositePrimaryKey("concerned_id", "actor_id")
    concerned = models.ForeignKey("actors.Actor", on_delete=models.DO_NOTHING, related_name="concerns")
    actor = models.ForeignKey("actors.Actor", on_delete=models.DO_NOTHING, related_name="concerning")
    during = DateRangeField(help_text=_("Dates of issue for which it holds."))

    objects = ConcernQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "actors_concern"
        default_permissions = ()

    def __str__(self):
        return f"{self.actor} concerns {self.concerned}"


def concerning(actors, actor: str = "actor", issued_on: str = "recommendation__issued_on") -> models.Exists:
    """The condition that a row names somebody whose recommendations concern one of the actors.

    `actor` and `issued_on` name the row's columns with the actor and with the date of issue.
    """
    named = Concern.objects.filter(concerned__in=actors, actor=models.OuterRef(actor))
    return models.Exists(named.on(models.OuterRef(issued_on)))
