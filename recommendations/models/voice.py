from django.db import models


class Voice(models.Model):
    """An addressee's row that says what an actor is asked: a line of the view in migrations/0001_sql/voice.sql.

    Its own row; else, of all that concern it on the date of issue, a member's before its group's.
    """

    pk = models.CompositePrimaryKey("concerned_id", "addressee_id")
    concerned = models.ForeignKey("actors.Actor", on_delete=models.DO_NOTHING, related_name="voices")
    addressee = models.ForeignKey("recommendations.Addressee", on_delete=models.DO_NOTHING, related_name="voices")
    recommendation = models.ForeignKey(
        "recommendations.Recommendation", on_delete=models.DO_NOTHING, related_name="voices"
    )

    class Meta:
        managed = False
        db_table = "recommendations_voice"
        default_permissions = ()

    def __str__(self):
        return f"{self.addressee} speaks for {self.concerned}"
