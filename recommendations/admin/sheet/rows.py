"""The rows of a session's sheet: as they were typed, pasted and read."""

import re
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from meetings.models import Session
from recommendations.admin.numbering import next_reference
from recommendations.admin.sheet import names
from recommendations.admin.sheet.cells import ROW, RowForm
from recommendations.intake import pasted
from recommendations.models import Recommendation

MOST_ROWS = 200
BLANK_ROWS = 3
# The columns of a pasted table by what stands at their head.
HEADINGS = {
    **dict.fromkeys(["text", "recommendation", "recommendations", "statement", "bullet", "the report's words"], "text"),
    **dict.fromkeys(["addressee", "addressees", "addressed to", "to", "responsible"], "addressees"),
    **dict.fromkeys(["in whose words", "proposed by", "speaker"], "in_whose_words"),
    **dict.fromkeys(["topic", "topics"], "topics"),
    **{name: name for name in ("position", "page", "headline")},
}

INHERITED = ("kind", "standing", "asks_for", "page", "in_whose_words", "addressees", "topics")
ADDRESSED = ("addressees", "inferred_because")
NEEDED = {
    "headline": _("Say in about 12 words what is to be done."),
    "kind": _("The first row needs it; the others take it from above."),
    "standing": _("The first row needs it; the others take it from above."),
    "asks_for": _("The first row needs it; the others take it from above."),
    "in_whose_words": _("Say in whose words; “the report” where it names nobody."),
    "capacity": _("Say for whom they spoke."),
}
ASKED = {"addressees": _("Name who is asked, or “nobody named”.")}


class SheetForm(forms.Form):
    """What the sheet knows beside its rows."""

    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2 * MOST_ROWS, required=False)
    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    pasted = forms.CharField(
        label=_("Paste the report's bullets here"),
        required=False,
        strip=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "From Word, a PDF, a mail or a table. Each bullet becomes a row below, a sub-bullet a part of its bullet."
        ),
    )


class Sheet:
    """The rows of a session's sheet: as they were typed, read, and recorded."""

    def __init__(self, session: Session, data=None):
        self.session = session
        self.form = SheetForm(data, initial={"expected": self.recorded()})
        self.errors = []
        count = 0
        if data is not None:
            self.form.is_valid()
            count = self.form.cleaned_data.get("rows") or 0
        self.rows = [RowForm(data, prefix=f"row-{n}") for n in range(count)]
        if data is None:
            self._append([{}] * BLANK_ROWS)

    def recorded(self) -> int:
        """How many statements the session has now."""
        return self.session.recommendations.count()

    def _append(self, rows: list[dict], at: int | None = None):
        """Puts rows in, after those that are typed or at a place; all then stand as they were typed."""
        kept = [{name: row.value(name) for name in row.fields} for row in self.rows]
        at = len(kept) if at is None else at
        if len(kept) + len(rows) > MOST_ROWS:
            raise ValidationError(
                _("A sheet takes %(most)d rows and this would make %(count)d. Enter them in two steps."),
                params={"most": MOST_ROWS, "count": len(kept) + len(rows)},
            )
        self.rows = [
            RowForm(initial=values, prefix=f"row-{n}") for n, values in enumerate([*kept[:at], *rows, *kept[at:]])
        ]

    def paste(self):
        """Makes a row of each statement that was pasted; rows that were never filled give their place to them."""
        if self.form.errors:
            return
        text = self.form.cleaned_data["pasted"]
        found = pasted.read(text, headings=HEADINGS, bullets=self._bullets())
        rows = [{"wording": one.text, "position": one.position, "part": bool(one.level), **one.cells} for one in found]
        if not rows:
            self.form.add_error("pasted", _("Nothing was pasted."))
            return
        before, self.rows = self.rows, [row for row in self.rows if not row.is_blank]
        try:
            self._append(rows)
        except ValidationError as full:
            self.rows = before
            self.form.add_error("pasted", full)
            return
        self.form = SheetForm(initial={"expected": self.form["expected"].value()})
        self.rows[-len(rows)].begin()

    def _bullets(self) -> int:
        """How many bullets of the session are counted already, in the register and above in the sheet."""
        positions = [*self.session.recommendations.values_list("position", flat=True)]
        positions += [row.value("position") for row in self.rows]
        found = (re.match(r"bullet ([0-9]{1,3})\b", position) for position in positions)
        return max((int(bullet[1]) for bullet in found if bullet), default=0)

    def insert(self, at: int):
        """Makes room for one more statement, at the same place of the report as the one before it."""
        at = min(at, len(self.rows))
        near = self.rows[at - 1].value("position") if at else ""
        try:
            self._append([{"position": near}], at)
        except ValidationError as full:
            self.errors += full.messages
        else:
            self.rows[at].begin()

    # What each row is.

    @cached_property
    def statements(self) -> list[RowForm]:
        return [row for row in self.rows if row.counts]

    def number(self):
        """Gives each row the reference that it would get now, and the rows that it is made of."""
        code = self.session.meeting.code
        stem, last = f"{code}-", None
        self.first = next_reference(Recommendation, stem)
        following = int(self.first.removeprefix(stem))
        for place, row in enumerate(self.rows, start=1):
            row.number, row.reference, row.whole, row.parts = place, "", None, []
            if not row.counts:
                # The parts of what is left out do not pass to the row before it.
                last = last if row.is_blank or row.value("part") else None
                continue
            if row.value("part") and last:
                row.whole = last
                last.parts.append(row)
                row.reference = f"{last.reference}.{len(last.parts)}"
                continue
            last = row
            row.reference, following = f"{stem}{following:02d}", following + 1
        for row in self.rows[:1]:
            row.has_nothing_above()

    def is_valid(self) -> bool:
        """Whether everything can be recorded; what cannot stands at its cell."""
        self.number()
        if len(self.rows) > MOST_ROWS:
            self.errors.append(
                _("A sheet takes %(most)d rows. Enter the others in a second step.") % {"most": MOST_ROWS}
            )
        if (self.form["pasted"].value() or "").strip() and not self.form.errors:
            self.form.add_error("pasted", _("This is in no row yet: make rows of it, or empty the box."))
        if not self.statements:
            self.errors.append(_("There is nothing to record yet."))
        actors, topics = names.of_actors(), names.of_topics()
        for row in self.statements:
            row.is_valid()
            row.read(actors, topics)
        self._inherit()
        self._lead()
        return not self.errors and not self.form.errors and not any(row.errors for row in self.statements)

    def _inherit(self):
        """Fills what a row leaves empty with what stands above it, and asks for what then is still missing."""
        above, asked = {}, set()
        for row in self.statements:
            said = row.cleaned_data
            # What is wrong in one row is said there, not in each that takes it from there.
            asked |= set(row.errors) & set(INHERITED)
            if said.get("inferred_because") and not said.get("addressees") and "addressees" not in row.errors:
                said["addressees"] = above.get("addressees", "")
            elif said.get("addressees") == "" and not said.get("restates"):
                said["inferred_because"] = above.get("inferred_because", "")
            if said.get("in_whose_words") == "" and not said.get("capacity"):
                said["capacity"] = above.get("capacity", "")
            for name in INHERITED:
                if said.get(name) == "" and not (name == "addressees" and said.get("restates")):
                    said[name] = above.get(name, "")
            # What a row that restates another names is its own affair.
            keep = said if not said.get("restates") else {k: v for k, v in said.items() if k not in ADDRESSED}
            above |= {name: value for name, value in keep.items() if name not in row.errors}
            self._ask_for_missing(row, asked)
        for row in self.statements:
            if row.parts and row.value("addressees") and all(part.value("addressees") for part in row.parts):
                row.add_error("addressees", _("It is divided: its parts name whom they ask. Leave this empty."))

    def _ask_for_missing(self, row, asked: set):
        """Once for all rows that take it from above."""
        said = row.cleaned_data
        needed = NEEDED if row.parts or said.get("restates") else NEEDED | ASKED
        for name, message in needed.items():
            if name not in asked and name not in row.errors and said.get(name) in ("", None):
                row.add_error(name, message)
                asked |= {name} - {"headline"}
        if not (said.get("wording") or said.get("text") or {"wording", "text"} & set(row.errors)):
            row.add_error("text", _("Say it in the register's words, or give the report's."))
        if said.get("part") and not row.whole:
            row.add_error("part", _("Nothing stands above it of which it could be part."))
        if row.value("inferred_because") and said.get("addressees") and said["addressees"][0][0] is None:
            row.add_error("inferred_because", _("“Nobody named” cannot be inferred."))

    def _lead(self):
        """Finds the item, or the earlier row, that a row restates."""
        known = {
            item.reference: item
            for item in Recommendation.objects.filter(session__meeting=self.session.meeting_id).order_by()
        }
        for place, row in enumerate(self.statements):
            typed = " ".join(row.cleaned_data.get("restates", "").split())
            row.lead = None
            if not typed:
                continue
            earlier = {str(one.number): one for one in self.statements[:place]}
            earlier |= {one.reference: one for one in self.statements[:place]}
            said_before = ROW.fullmatch(typed)
            lead = earlier.get(said_before[1] if said_before else typed.upper()) or known.get(typed.upper())
            row.lead = lead
            if lead is None:
                row.add_error("restates", _("Neither an earlier row of this sheet nor an item of this meeting."))
            elif getattr(lead, "lead", None) or getattr(lead, "restates_id", None):
                row.add_error("restates", _("That one restates another itself; name the one that it restates."))
            elif lead is row.whole:
                row.add_error("restates", _("A part cannot restate its own whole."))
            elif row.parts:
                row.add_error("restates", _("A divided item does not restate another; its parts may."))
