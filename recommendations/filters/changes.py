"""The one way from a query string to the public log: what was assessed, answered and noted, by day."""

from django.db import models
from django.db.models import CharField, F, Value
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations.filters.fields import CodesFilter, DayFilter, SlugsFilter, StrictFilterSet, TextFilter
from recommendations.models import ProgressNote, Response, StatusChange
from recommendations.models.public import public_actors


class What(models.TextChoices):
    """The kinds of entry in the log."""

    STATUS = "status", _("Status assessed")
    RESPONSE = "response", _("Answer received")
    NOTE = "note", _("Progress noted")


MODELS = {What.STATUS: StatusChange, What.RESPONSE: Response, What.NOTE: ProgressNote}


class ChangeFilter(StrictFilterSet):
    """Entries of the log that a query string asks for. Each filter is a word that all three kinds of entry know."""

    reference = TextFilter("of_reference", _("Reference"), max_length=32)
    since = DayFilter("entered_since", _("Since"))
    until = DayFilter("entered_until", _("Until"))
    what = CodesFilter(What, "", _("What"))
    meeting = SlugsFilter(Meeting.objects.published, "of_meetings", _("Meeting"))
    actor = SlugsFilter(public_actors, "concerning", _("Concerning"))

    class Meta(StrictFilterSet.Meta):
        model = StatusChange

    def entries(self):
        """Kind, key and day of each entry, newest first, as one query over all kinds."""
        if not self.form.is_valid():
            return StatusChange.objects.none()
        chosen = self.form.cleaned_data["what"] or What
        first, *others = (self._entries(kind) for kind in What if kind in chosen)
        # Within a day by what is exact of all kinds, so that pages neither skip nor repeat.
        return first.union(*others, all=True).order_by("-entered_on", "-recorded_at", "kind", "-entry")

    def _entries(self, kind: What):
        rows = self.filter_queryset(MODELS[kind].objects.published().with_entered_on())
        keys = {"kind": Value(kind.value, CharField()), "entry": F("pk")}
        return rows.order_by().values("entered_on", "recorded_at", **keys)
