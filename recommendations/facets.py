"""The groups of options beside the list, each option with how many rows it would give.

A filter goes in, groups come out, in one round trip; no view knows how they are counted. Several values within a group
mean any of them, so a group is counted without its own choice; its counts follow the choices in all other groups.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Concat, ExtractYear
from django.http import QueryDict

from actors.models import holding
from recommendations.filters import RecommendationFilter, Selection
from recommendations.models import Addressee, Gap, Late, Proposer, Recommendation, State, Voice
from recommendations.models.public import public_actors


@dataclass
class Option:
    """A value that can be chosen; `only` is the query string with this value alone in its group."""

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

    def narrows(self, found: int) -> bool:
        """Whether any choice here would give other rows than the `found` ones."""
        return len(self.options) > 1 or any(option.n != found for option in self.options)


@dataclass
class Facets:
    """How many rows there are (`found`) of how many the register has (`all`), and the groups to choose from."""

    found: int
    all: int
    groups: list[Group]


def facets(chosen: RecommendationFilter) -> Facets:
    """The groups that a reader of this selection can choose from, and the counts of everything."""
    touched = {name for name in GROUPS if any(chosen.data.getlist(name)) or name in chosen.form.errors}
    narrowings = {FOUND: chosen.selection(), ALL: Selection(chosen.queryset, None)}
    narrowings |= {name: chosen.selection(but=name) for name in touched}
    if "addressed_to" in touched or touched & set(chosen.OF_ADDRESSEE):
        # Of an addressee that is still to be chosen, the scales will speak of its rows.
        narrowings["addressed_to"] = chosen.selection(but="addressed_to", rows=Addressee.objects.all())
    counts = [_total(FOUND, _narrowed(narrowings, FOUND)), _total(ALL, _narrowed(narrowings, ALL))]
    for name, count in GROUPS.items():
        counts += count(name, _narrowed(narrowings, name if name in narrowings else FOUND))
        if name in touched:
            # In a group with a choice, options that would give nothing now stay, so that the choice can be changed.
            counts += count(f"{name}{HELD}", _narrowed(narrowings, ALL))
    found: dict[str, dict[str, Option]] = {FOUND: {"": Option("", "")}, ALL: {"": Option("", "")}}
    for facet, value, label, upper, n in _fetched(narrowings, counts):
        option = found.setdefault(facet.removesuffix(HELD), {}).setdefault(value, Option(value, label, 0, upper))
        option.n += 0 if facet.endswith(HELD) else n
    total = found[FOUND][""].n
    offered = [_group(chosen, name, list(found.get(name, {}).values()), name in touched) for name in GROUPS]
    shown = [group for group in offered if group.chosen or group.errors or group.narrows(total)]
    return Facets(total, found[ALL][""].n, shown)


def _group(chosen: RecommendationFilter, name: str, options: list[Option], touched: bool) -> Group:
    asked = [value for value in chosen.data.getlist(name) if value]
    words = {word.value: word for word in getattr(chosen.filters[name], "enum", [])}
    group = Group(name, str(chosen.form.fields[name].label), errors=chosen.form.errors.get(name, []))
    # A value that is right but that no item holds any more stays, so that it can be taken away.
    known = {option.value for option in options}
    if not group.errors:
        options += [Option(value, value) for value in dict.fromkeys(asked) if value not in known]
    for option in options:
        option.chosen = option.value in asked
        option.only = with_only(chosen.data, name, option.value)
        if word := words.get(option.value):
            option.label, option.definition = str(word.label), str(getattr(word, "definition", ""))
        option.label = option.label or group.label  # a switch is its own value
    scale = list(words)
    order = {"session": _by_number, "year": lambda year: -int(year.value)}.get(name, _by_label(options))
    group.options = sorted(
        (option for option in options if option.n or touched),
        key=(lambda option: scale.index(option.value) if option.value in scale else len(scale)) if scale else order,
    )
    return group


def _by_label(options: list[Option]) -> Callable:
    """By label; what has an upper one right below it."""
    labels = {option.value: option.label for option in options}
    return lambda one: (labels.get(one.upper, one.label).casefold(), bool(one.upper), one.label.casefold())


def _by_number(session: Option):
    meeting, _dot, number = session.value.rpartition(".")
    return meeting, int(number)


def with_only(data: QueryDict, name: str, *values: str) -> str:
    """The query string with these values alone of one parameter, from its first page."""
    rest = data.copy()
    rest.pop("page", None)
    rest.setlist(name, values)
    return rest.urlencode()


# Counting. Each narrowing of the register is made once, under its name, and counted in many ways.

FOUND, ALL = "found", "all"
KNOWN = RawSQL("SELECT pk FROM known", [])  # the public actors
HELD = "/held"  # ends a facet of which only the values matter, not their counts


def _narrowed(narrowings: dict[str, Selection], name: str) -> Selection:
    """The selection that `_fetched` keeps under this name."""
    items = Recommendation.objects.filter(pk__in=RawSQL("SELECT pk FROM narrowed WHERE name = %s", [name]))
    if narrowings[name].rows is None:
        return Selection(items, None)
    return Selection(items, Addressee.objects.filter(pk__in=RawSQL("SELECT pk FROM speaking WHERE name = %s", [name])))


def _fetched(narrowings: dict[str, Selection], counts: list[QuerySet]) -> list[tuple]:
    """What is counted, of narrowings that are made once."""
    items = [_named(name, one.items) for name, one in narrowings.items()]
    rows = [_named(name, one.rows) for name, one in narrowings.items() if one.rows is not None]
    kept = {
        "narrowed": items,
        "speaking": rows or [_named("", Addressee.objects.filter(pk=0))],
        "known": [_named("", public_actors())],
    }
    parts, values = [], []
    for name, querysets in kept.items():
        sql, params = querysets[0].union(*querysets[1:], all=True).query.sql_with_params()
        parts.append(f"{name} (name, pk) AS MATERIALIZED ({sql})")
        values += params
    sql, params = counts[0].union(*counts[1:], all=True).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(parts)} {sql}", [*values, *params])
        return cursor.fetchall()


def _named(name: str, queryset: QuerySet) -> QuerySet:
    return queryset.order_by().values_list(Cast(Value(name), CharField()), "pk")


def _values(facet: str, rows: QuerySet, value, label=None, upper=None, counted: str = "recommendation") -> QuerySet:
    """A QuerySet of (facet, value, label, upper, n): what the rows hold, and of how many recommendations."""
    columns = {"facet_value": value, "facet_label": label or Value(""), "facet_upper": upper or Value("")}
    texts = {name: Cast(F(one) if isinstance(one, str) else one, CharField()) for name, one in columns.items()}
    held = rows.order_by().values(facet=Value(facet, CharField()), **texts)
    return held.annotate(n=Count(counted, distinct=counted != "pk")).values_list("facet", *texts, "n")


def _total(facet: str, chosen: Selection) -> QuerySet:
    return _values(facet, chosen.items, Value(""), counted="pk")


def _of_items(column):
    """A column of the items."""
    return lambda facet, chosen: [_values(facet, chosen.items, column, counted="pk")]


def _of_scale(column):
    """A column of what the scales speak of: the items, or the rows of chosen addressees."""
    return lambda facet, chosen: [_values(facet, _spoken_of(chosen), column, counted=_counted(chosen))]


def _of_word(word: str, values):
    """Values of which an item can hold several: what a word finds for each of them."""
    return lambda facet, chosen: [
        _values(facet, getattr(_spoken_of(chosen), word)(one), Value(one.value), counted=_counted(chosen))
        for one in values
    ]


def _spoken_of(chosen: Selection) -> QuerySet:
    return chosen.items if chosen.rows is None else chosen.rows.filter(recommendation__in=chosen.items)


def _counted(chosen: Selection) -> str:
    return "pk" if chosen.rows is None else "recommendation"


def _of_switch(word: str):
    """What is on or off."""
    return lambda facet, chosen: [_values(facet, getattr(chosen.items, word)(), Value("1"), counted="pk")]


def _responses(facet, chosen):
    rows = Addressee.objects.all() if chosen.rows is None else chosen.rows
    return [_values(facet, rows.filter(recommendation__in=chosen.items), "response")]


def _topics(facet, chosen):
    through = Recommendation.topics.through.objects.filter(recommendation__in=chosen.items)
    main = (Coalesce(f"topic__part_of__{column}", f"topic__{column}") for column in ("slug", "name"))
    below = through.filter(topic__part_of__isnull=False)
    return [_values(facet, through, *main), _values(facet, below, "topic__slug", "topic__name", "topic__part_of__slug")]


def _addressees(facet, chosen):
    voices = Voice.objects.filter(recommendation__in=chosen.items, concerned__in=KNOWN)
    if chosen.rows is not None:
        voices = voices.filter(addressee__in=chosen.rows)
    return [_values(facet, voices, "concerned__slug", "concerned__name")]


def _proposers(facet, chosen):
    concern = "actor__concerning__"
    proposals = Proposer.objects.filter(
        holding(F("recommendation__issued_on"), concern),
        recommendation__in=chosen.items,
        actor__concerning__concerned__in=KNOWN,
    )
    return [_values(facet, proposals, f"{concern}concerned__slug", f"{concern}concerned__name")]


def _instruments(facet, chosen):
    through = Recommendation.instruments.through.objects.filter(recommendation__in=chosen.items)
    return [_values(facet, through, "instrument__slug", "instrument__short_name")]


def _of_meetings(value, label):
    """A column of the items' meetings."""
    columns = f"session__meeting__{value}", f"session__meeting__{label}"
    return lambda facet, chosen: [_values(facet, chosen.items, *columns, counted="pk")]


def _sessions(facet, chosen):
    address = Concat("session__meeting__slug", Value("."), Cast("session__number", CharField()))
    title = Concat("session__meeting__code", Value(" · "), "session__title", output_field=CharField())
    return [_values(facet, chosen.items, address, title, counted="pk")]


# In the order of the page.
GROUPS = {
    "status": _of_scale("status"),
    "state": _of_word("having_state", State),
    "response": _responses,
    "late": _of_word("having_late", Late),
    "without": _of_word("lacking", Gap),
    "stale": _of_switch("stale"),
    "priority": _of_switch("prioritised"),
    "topic": _topics,
    "addressed_to": _addressees,
    "proposed_by": _proposers,
    "kind": _of_items("kind"),
    "standing": _of_items("standing"),
    "asks_for": _of_items("asks_for"),
    "instrument": _instruments,
    "series": _of_meetings("series__slug", "series__name"),
    "meeting": _of_meetings("slug", "title"),
    "session": _sessions,
    "year": _of_items(ExtractYear("issued_on")),
}
