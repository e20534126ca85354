"""A selection as a table: addressees by recommendations, or topics by status."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.db.models import Count, F, TextChoices
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from actors.models import Actor
from recommendations.fields import NOT_A_VALUE, OnceEachForm, SlugsField
from recommendations.filters import RecommendationFilter
from recommendations.models import Addressee, Recommendation, Status, Topic
from recommendations.models.public import public_actors
from recommendations.models.state_of_play import StateOfPlay


class By(TextChoices):
    """What the rows of the matrix are."""

    ADDRESSEES = "addressees", _("By addressee")
    TOPICS = "topics", _("By topic")


class MatrixForm(OnceEachForm):
    """What the address says of the matrix itself, beside the selection."""

    by = forms.ChoiceField(
        choices=By.choices, required=False, label=_("Rows"), error_messages={"invalid_choice": NOT_A_VALUE}
    )
    unfold = SlugsField(public_actors(), to_field_name="slug", required=False, label=_("Members shown of"))

    OWN = ["by", "unfold", "page"]

    @property
    def chosen(self) -> By:
        return By(self.cleaned_data.get("by") or By.ADDRESSEES)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What could not be read: the field's label, and what is wrong."""
        return [(self.fields[name].label, " ".join(errors)) for name, errors in self.errors.items()]


def selection(chosen: RecommendationFilter, **values: str) -> str:
    """The query string of the selection alone, with these values in place of its own."""
    query: QueryDict = chosen.data.copy()
    for name in MatrixForm.OWN:
        query.pop(name, None)
    for name, value in values.items():
        query[name] = value
    return query.urlencode()


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


@dataclass
class Number:
    """How many there are, and the query string of exactly those."""

    n: int
    query: str


@dataclass
class TopicLine:
    """A topic with a number for each status that occurs; the subtopics of a main topic follow it."""

    topic: Topic
    numbers: list[Number]
    total: Number
    below: bool


@dataclass
class TopicTable:
    """Topics by status. What is about several topics counts in each, and in the last line once."""

    statuses: list[Status]
    lines: list[TopicLine]
    numbers: list[Number]
    total: Number


def by_topics(chosen: RecommendationFilter) -> TopicTable:
    """How many of the selection there are on each topic, in each status.

    With topics chosen, only those and what is below them are shown: what else their recommendations are about could
    not be asked of the list, where several topics mean any of them.
    """
    items = chosen.qs.order_by()
    play = _standing(chosen, items)
    statuses = [status for status, _n in play.counts]
    held = _held(chosen, items, Coalesce("topic__part_of", "topic")) | _held(
        chosen, items, F("topic"), topic__part_of__isnull=False
    )
    asked = {topic.pk for topic in chosen.form.cleaned_data["topic"]}
    topics = [
        topic
        for topic in Topic.objects.filter(pk__in=held).select_related("part_of")
        if not asked or {topic.pk, topic.part_of_id} & asked
    ]
    shown = {topic.pk for topic in topics}
    lines = []
    for topic in sorted(topics, key=_beneath_its_main):
        number = partial(_number, chosen, held[topic.pk], topic=topic.slug)
        lines.append(TopicLine(topic, [number(status) for status in statuses], number(None), topic.part_of_id in shown))
    everything = {None: play.total, **dict(play.counts)}
    number = partial(_number, chosen, everything)
    return TopicTable(statuses, lines, [number(status) for status in statuses], number(None))


def _standing(chosen, items) -> StateOfPlay:
    """With addressees chosen it is their rows that stand somewhere, as in the list."""
    if chosen.rows is None:
        return items.state_of_play()
    return chosen.rows.filter(recommendation__in=items.values("pk")).state_of_play()


def _held(chosen, items, topic, **only) -> dict[int, dict[Status | None, int]]:
    """For each topic how many of the items there are in each status, and under None in any."""
    through = Recommendation.topics.through.objects.filter(recommendation__in=items.values("pk"), **only)
    status = "recommendation__status"
    if chosen.rows is not None:
        through = through.filter(recommendation__addressees__in=chosen.rows.values("pk"))
        status = "recommendation__addressees__status"
    counted = through.annotate(on=topic).values("on").annotate(n=Count("recommendation", distinct=True)).order_by()
    held: dict[int, dict[Status | None, int]] = {}
    for on, n in counted.values_list("on", "n"):
        held[on] = {None: n}
    for on, stands, n in counted.annotate(stands=F(status)).values_list("on", "stands", "n"):
        held[on][stands] = n
    return held


def _number(chosen, held, status, **values) -> Number:
    if status:
        values["status"] = status.value
    return Number(held.get(status, 0), selection(chosen, **values))


def _beneath_its_main(topic: Topic):
    main = topic.part_of or topic
    return main.name.casefold(), main.pk, topic.part_of_id is not None, topic.name.casefold()


def occurring(lines: list[Line]) -> list[Status]:
    """The statuses that the lines show, in the order of the scale."""
    seen = {cell.row.status for line in lines for one in (line, *(line.unfolded or [])) for cell in one.cells if cell}
    return [status for status in Status if status in seen]
