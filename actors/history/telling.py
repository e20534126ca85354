"""Events as sentences: what was entered, changed and taken away, each marked as public or internal."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from actors.history.known import Known, above
from actors.history.publicity import Publicity
from actors.wording import difference

# It counts the changes, which are told themselves.
UNTOLD = {"id", "version"}
# In characters: what stands in a sentence; from where on words are compared; what forms accept, and so is compared.
SHORT, LONG, LONGEST = 160, 80, 20_000
# In words: how much of what stayed the same is shown between two changes.
AROUND = 8
# In runs of words: what changed in more places was written anew.
MOST = 40


@dataclass
class Line:
    """One sentence: what happened to one field, or the fields with which something was entered or taken away."""

    what: str  # changed, entered or removed
    public: bool
    kind: str = ""  # what belongs to the record and is spoken of; empty = the record itself
    name: str = ""
    label: str = ""
    old: str = ""
    new: str = ""
    wording: list[tuple[str, str]] = field(default_factory=list)
    held: list[tuple[str, str]] = field(default_factory=list)


class Telling:
    """Puts an event into words, once everything that it names is known."""

    def __init__(self, known: Known, publicity: Publicity):
        self.known = known
        self.is_public = publicity.of

    def lines(self, event, row, before, kind: str, name: str) -> list[Line]:
        """`row` as it was then, `before` as it was before a change; `kind` and `name` where it belongs to a record."""
        model = event.pgh_tracked_model
        if model._meta.proxy:
            return [self._pair(event, row, model)]
        told = [one for one in row._meta.concrete_fields if one.name not in UNTOLD]
        if before is None:
            what = {"insert": "entered", "delete": "removed"}.get(event.pgh_label, "held")
            return self._whole(what, event, row, told, kind, name)
        changed = [one for one in told if getattr(before, one.attname) != getattr(row, one.attname)]
        return [self._changed(one, event, row, before, kind, name) for one in changed]

    def _pair(self, event, row, model) -> Line:
        what = {"insert": "entered", "delete": "removed"}.get(event.pgh_label, "held")
        relation, _owner = above(row, model)
        (other,) = [one for one in row._meta.concrete_fields if one.is_relation and one.name != relation.name]
        name = self.known.name(other.related_model, getattr(row, other.attname))
        return Line(what, self.is_public(event, row, None), capfirst(str(model._meta.verbose_name)), _short(name))

    def _whole(self, what, event, row, told, kind, name) -> list[Line]:
        owner, _thing = above(row, event.pgh_tracked_model)
        held = {True: [], False: []}
        for one in told:
            if one is not owner and (value := self._said(one, row)) and getattr(row, one.attname) is not False:
                held[self.is_public(event, row, one)].append((capfirst(str(one.verbose_name)), _short(value)))
        return [Line(what, public, kind, name, held=values) for public, values in held.items() if values]

    def _changed(self, one, event, row, before, kind, name) -> Line:
        public = self.is_public(event, row, one) and self.is_public(event, before, one)
        line = Line("changed", public, kind, name, capfirst(str(one.verbose_name)))
        old, new = self._said(one, before), self._said(one, row)
        if old and new and LONG < max(len(old), len(new)) <= LONGEST:
            line.wording = abridged(difference(old, new))
        if len(line.wording) > MOST:
            line.wording = []
        line.old, line.new = _short(old), _short(new)
        return line

    def _said(self, one, row) -> str:
        """The value as a reader knows it."""
        value = getattr(row, one.attname)
        if value is None or value == "":
            return ""
        if one.is_relation:
            return self.known.name(one.related_model, value)
        if one.flatchoices:
            return str(dict(one.flatchoices).get(value, value))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, datetime):
            return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
        if isinstance(value, date):
            return formats.date_format(value, "DATE_FORMAT")
        return str(value)


def abridged(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A difference whose long unchanged parts are left out but for the words beside a change."""
    short = []
    for n, (what, text) in enumerate(runs):
        words = text.split(" ")
        if what == "same" and len(words) > 2 * AROUND:
            before = words[:AROUND] if n else []
            after = words[-AROUND:] if n < len(runs) - 1 else []
            text = " ".join([*before, "…", *after])
        short.append((what, text if what == "same" else Truncator(text).chars(4 * SHORT)))
    return short


def _short(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(SHORT)
