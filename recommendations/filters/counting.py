"""How many published items hold which value: each narrowing of the register is made once, and counted in many ways."""

from django.db import connection
from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Concat, ExtractYear

from actors.models import holding
from recommendations.filters.recommendations import Selection
from recommendations.models import Addressee, Gap, Late, Proposer, Recommendation, State, Voice
from recommendations.models.public import public_actors

FOUND, ALL = "found", "all"
KNOWN = RawSQL("SELECT pk FROM known", [])  # the public actors
HELD = "/held"  # ends a facet of which only the values matter, not their counts


def narrowed(narrowings: dict[str, Selection], name: str) -> Selection:
    """The selection that `counted_rows` keeps under this name."""
    items = Recommendation.objects.filter(pk__in=RawSQL(f'SELECT pk FROM "items {name}"', []))
    if narrowings[name].rows is None:
        return Selection(items, None)
    return Selection(items, Addressee.objects.filter(pk__in=RawSQL(f'SELECT pk FROM "rows {name}"', [])))


def counted_rows(narrowings: dict[str, Selection], counts: list[QuerySet]) -> list[tuple]:
    """What is counted, of narrowings that are made once.

    Each has a table of its own: of a common one PostgreSQL would not know how many rows bear which name.
    """
    kept = {"known": public_actors()}
    kept |= {f"items {name}": one.items for name, one in narrowings.items()}
    kept |= {f"rows {name}": one.rows for name, one in narrowings.items() if one.rows is not None}
    parts, values = [], []
    for table, queryset in kept.items():
        query = queryset.order_by().values_list("pk").query
        sql, params = query.get_compiler(connection=connection, elide_empty=False).as_sql()  # empty ones are kept too
        parts.append(f'"{table}" (pk) AS MATERIALIZED ({sql})')
        values += params
    sql, params = counts[0].union(*counts[1:], all=True).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(parts)} {sql}", [*values, *params])
        return cursor.fetchall()


def _values(facet: str, rows: QuerySet, value, label=None, upper=None, counted: str = "recommendation") -> QuerySet:
    """A QuerySet of (facet, value, label, upper, n): what the rows hold, and of how many recommendations."""
    columns = {"facet_value": value, "facet_label": label or Value(""), "facet_upper": upper or Value("")}
    texts = {name: Cast(F(one) if isinstance(one, str) else one, CharField()) for name, one in columns.items()}
    held = rows.order_by().values(facet=Value(facet, CharField()), **texts)
    return held.annotate(n=Count(counted, distinct=counted != "pk")).values_list("facet", *texts, "n")


def total(facet: str, chosen: Selection) -> QuerySet:
    return _values(facet, chosen.items, Value(""), counted="pk")


def _of_items(column):
    """A column of the items."""
    return lambda facet, chosen: [_values(facet, chosen.items, column, counted="pk")]


def _of_scale(column):
    """A column of what the scales speak of: the items, or the rows of chosen addressees."""
    return lambda facet, chosen: [_values(facet, chosen.standing, column, counted=_counted(chosen))]


def _of_word(word: str, values):
    """Values of which an item can hold several: what a word finds for each of them."""
    return lambda facet, chosen: [
        _values(facet, getattr(chosen.standing, word)(one), Value(one.value), counted=_counted(chosen))
        for one in values
    ]


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
    if chosen.rows is None:
        # Which of an item's rows speaks for an actor matters only where the scales speak of rows.
        return _concerned(facet, Addressee.objects.filter(recommendation__in=chosen.items))
    voices = Voice.objects.filter(addressee__in=chosen.rows, recommendation__in=chosen.items, concerned__in=KNOWN)
    return [_values(facet, voices, "concerned__slug", "concerned__name")]


def _proposers(facet, chosen):
    return _concerned(facet, Proposer.objects.filter(recommendation__in=chosen.items))


def _concerned(facet: str, rows: QuerySet) -> list[QuerySet]:
    """The actors who are concerned by what these rows name."""
    concern = "actor__concerning__"
    named = rows.filter(holding(F("recommendation__issued_on"), concern), actor__concerning__concerned__in=KNOWN)
    return [_values(facet, named, f"{concern}concerned__slug", f"{concern}concerned__name")]


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
COUNTS = {
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
