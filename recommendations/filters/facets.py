"""The groups of options beside the list, each option with how many rows it would give.

A filter goes in, groups come out, in one round trip; no view knows how they are counted. Several values within a group
mean any of them, so a group is counted without its own choice; its counts follow the choices in all other groups.
"""

from dataclasses import dataclass, field

from recommendations.filters.counting import ALL, COUNTS, FOUND, HELD, counted_rows, narrowed, total
from recommendations.filters.recommendations import RecommendationFilter, Selection
from recommendations.models import Addressee

MOST_SESSIONS = 30  # as many as a few meetings have
LONGEST_LINKED = 300  # characters of a query string that each of some hundred options repeats


@dataclass
class Option:
    """A value that can be chosen.

    `only` is the query string with this value alone in its group; empty where that would be too long.
    """

    value: str
    label: str
    n: int = 0
    upper: str = ""
    definition: str = ""
    chosen: bool = False
    only: str = ""


@dataclass
class Group:
    """One parameter of the list with the values that can be chosen."""

    name: str
    label: str
    options: list[Option] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.chosen]

    def n(self, value: str) -> int:
        """How many rows a value gives."""
        return next((option.n for option in self.options if option.value == value), 0)

    def narrows(self, found: int) -> bool:
        """Whether any choice here would give other rows than the `found` ones."""
        return len(self.options) > 1 or any(option.n != found for option in self.options)


@dataclass
class Facets:
    """How many rows there are (`found`) of how many the register has (`all`), and what each choice would give."""

    found: int
    all: int
    by_name: dict[str, Group]

    @property
    def groups(self) -> list[Group]:
        """Those that offer a choice. What holds one value only, in all rows, offers none."""
        offered = (one for one in self.by_name.values() if one.chosen or one.errors or one.narrows(self.found))
        return [one for one in offered if not self._waits(one)]

    def _waits(self, group: Group) -> bool:
        """The sessions of many meetings would be a long list of “Conclusions”: they wait until a meeting is chosen."""
        meeting = self.by_name.get("meeting")
        return (
            group.name == "session"
            and len(group.options) > MOST_SESSIONS
            and not (group.chosen or group.errors or meeting and meeting.chosen)
        )


def facets(chosen: RecommendationFilter, *names: str) -> Facets:
    """What a reader of this selection can choose from, in these parameters or in all, and the counts of everything."""
    names = names or tuple(COUNTS)
    touched = {name for name in COUNTS if any(chosen.data.getlist(name)) or name in chosen.form.errors}
    narrowings = {FOUND: chosen.selection(), ALL: Selection(chosen.queryset, None)}
    narrowings |= {name: chosen.selection(but=name) for name in touched.intersection(names)}
    if "addressed_to" in touched or touched & set(chosen.OF_ADDRESSEE):
        # Of an addressee that is still to be chosen, the scales will speak of its rows.
        narrowings["addressed_to"] = chosen.selection(but="addressed_to", rows=Addressee.objects.all())
    counts = [total(FOUND, narrowed(narrowings, FOUND)), total(ALL, narrowed(narrowings, ALL))]
    for name in names:
        counts += COUNTS[name](name, narrowed(narrowings, name if name in narrowings else FOUND))
        if name in touched:
            # In a group with a choice, options that would give nothing now stay, so that the choice can be changed.
            counts += COUNTS[name](f"{name}{HELD}", narrowed(narrowings, ALL))
    found: dict[str, dict[str, Option]] = {FOUND: {"": Option("", "")}, ALL: {"": Option("", "")}}
    for facet, value, label, upper, n in counted_rows(narrowings, counts):
        option = found.setdefault(facet.removesuffix(HELD), {}).setdefault(value, Option(value, label, 0, upper))
        option.n += 0 if facet.endswith(HELD) else n
    offered = {name: _group(chosen, name, found.get(name, {}), name in touched) for name in names}
    return Facets(found[FOUND][""].n, found[ALL][""].n, offered)


def _group(chosen: RecommendationFilter, name: str, held: dict[str, Option], touched: bool) -> Group:
    group = Group(name, str(chosen.form.fields[name].label), errors=chosen.form.errors.get(name, []))
    asked = [value for value in chosen.data.getlist(name) if value]
    if not group.errors:
        # A value that is right but that no item holds any more stays, so that it can be taken away.
        held = held | {value: Option(value, value) for value in asked if value not in held}
    scale = {word.value: word for word in getattr(chosen.filters[name], "enum", [])}
    linked = len(chosen.query()) <= LONGEST_LINKED
    for option in held.values():
        option.chosen = option.value in asked
        option.only = chosen.query(**{name: [option.value]}) if linked else ""
        if word := scale.get(option.value):
            option.label, option.definition = str(word.label), str(getattr(word, "definition", ""))
        option.label = option.label or group.label  # a switch is its own value
    options = [option for option in held.values() if option.n or touched]
    group.options = [held[value] for value in scale if held.get(value) in options] if scale else _sorted(name, options)
    return group


def _sorted(name: str, options: list[Option]) -> list[Option]:
    """By label, what has an upper one right below it; sessions by number, years newest first."""
    labels = {option.value: option.label for option in options}

    def by_label(one):
        return (labels.get(one.upper, one.label).casefold(), bool(one.upper), one.label.casefold())

    def by_number(one):
        meeting, _dot, number = one.value.rpartition(".")
        return (meeting, int(number))

    key = {"session": by_number, "year": lambda one: -int(one.value)}.get(name, by_label)
    return sorted(options, key=key)
