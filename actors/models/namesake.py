from django.db import models
from django.utils.translation import gettext_lazy as _


class Likeness(models.TextChoices):
    """Why two actors may be one and the same."""

    SAME = "same", _("Called the same, by name, acronym or alias")
    SIMILAR = "similar", _("Named alike")


class Namesake(models.Model):
    """Two actors that may be one and the same: a line of the view in migrations/0001_sql/namesake.sql."""

    pk = models.CompositePrimaryKey("one_id", "other_id")
    one = models.ForeignKey("actors.Actor", on_delete=models.DO_NOTHING, related_name="+")
    other = models.ForeignKey("actors.Actor", on_delete=models.DO_NOTHING, related_name="+")
    because = models.CharField(max_length=10, choices=Likeness)

    class Meta:
        managed = False
        db_table = "actors_namesake"
        default_permissions = ()

    def __str__(self):
        return f"{self.one}, {self.other}"
