"""A selection as a matrix of addressees by recommendations, and what an address says of its matrices."""

from dataclasses import dataclass

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from actors.models import Actor
from recommendations.filters.fields import NOT_A_VALUE, OnceEachForm, SlugsField
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import Addressee, Recommendation, Status
from recommendations.models.public import public_actors


class By(TextChoices):
    """What the rows of the matrix are."""

    ADDRESSEES = "addressees", _("Addressees by recommendation")
    TOPICS = "topics", _("Topics by status")
    ACTORS = "actors", _("Addressees by status")
    MEETINGS = "meetings", _("Meetings by status")
    YEARS = "years", _("Years by status")


class MatrixForm(OnceEachForm):
    """What the address says of the matrix itself, beside the selection."""

    by = forms.ChoiceField(
        choices=By.choices, required=False, label=_("Rows"), error_messages={"invalid_choice": NOT_A_VALUE}
    )
    unfold = SlugsField(public_actors(), to_field_name="slug", required=False, label=_("Members shown of"))

    @property
    def chosen(self) -> By:
        return By(self.cleaned_data.get("by") or By.ADDRESSEES)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What could not be read: the field's label, and what is wrong."""
        return [(self.fields[name].label, " ".join(errors)) for name, errors in self.errors.items()]


@dataclass
class Cell:
    """What one addressee is asked in one recommendation; a group's row has its members', once it is opened."""

    item: Recommendation
    row: Addressee
    members: list[Addressee]

    @property
    def assessed(self) -> int:
        return sum(member.status != Status.NOT_ASSESSED for member in self.members)


@dataclass
class Line:
    """An addressee (None is “nobody named”) with a cell, or nothing, for each recommendation."""

    actor: Actor | None
    cells: list[Cell | None]
    members: int = 0
    unfolded: list["Line"] | None = None
    turned: list[str] | None = None  # what is unfolded once this one is turned


def by_addressees(chosen: RecommendationFilter, items: list[Recommendation], unfolded: list[Actor]) -> list[Line]:
    """A line for each addressee of the items or, with addressees chosen, for each whose row speaks of them."""
    rows = Addressee.objects.filter(via=None) if chosen.rows is None else chosen.rows
    shown = list(rows.filter(recommendation__in=items).select_related("actor"))
    opened: dict[int, list[Addressee]] = {}
    for member in Addressee.objects.filter(via__in=shown).select_related("actor"):
        opened.setdefault(member.via_id, []).append(member)
    open_now = {actor.slug for actor in unfolded}
    lines = []
    for actor, own in _by_actor(shown):
        members = [member for row in own for member in opened.get(row.pk, [])]
        line = Line(actor, _cells(own, items, opened), len({member.actor_id for member in members}))
        if actor and members:
            line.turned = sorted(open_now ^ {actor.slug})
            if actor.slug in open_now:
                line.unfolded = [Line(one, _cells(own, items, {})) for one, own in _by_actor(members)]
        lines.append(line)
    return lines


def _by_actor(rows) -> list[tuple[Actor | None, list[Addressee]]]:
    """The rows of each actor, by name; nobody named comes last."""
    held: dict[Actor | None, list[Addressee]] = {}
    for row in rows:
        held.setdefault(row.actor, []).append(row)
    return sorted(held.items(), key=lambda one: (one[0] is None, one[0].name.casefold() if one[0] else ""))


def _cells(rows, items, opened) -> list[Cell | None]:
    of = {row.recommendation_id: row for row in rows}
    return [Cell(item, of[item.pk], opened.get(of[item.pk].pk, [])) if item.pk in of else None for item in items]


def occurring(lines: list[Line]) -> list[Status]:
    """The statuses that the lines show, in the order of the scale."""
    seen = {cell.row.status for line in lines for one in (line, *(line.unfolded or [])) for cell in one.cells if cell}
    return [status for status in Status if status in seen]
