"""The groups of options beside the list: which values the published register holds, and which the reader chose."""

from dataclasses import dataclass, field

from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat, ExtractYear
from django.http import QueryDict

from actors.models import Actor, Membership
from meetings.models import Meeting
from recommendations.filters import RecommendationFilter
from recommendations.models import Addressee, Instrument, Proposer, Recommendation, State
from recommendations.models.public import public_sessions, public_topics

# In the order of the page. Of these, groups that hold one value only are not shown.
GROUPS = [
    "status", "state", "response", "late", "without", "topic", "addressed_to", "proposed_by", "kind", "standing",
    "asks_for", "instrument", "series", "meeting", "session", "year",
]  # fmt: skip
ALWAYS_OFFERED = {"late", "without"}


@dataclass
class Option:
    value: str
    label: str
    definition: str = ""
    upper: str = ""
    chosen: bool = False


@dataclass
class Group:
    """One filter with the values that can be chosen."""

    name: str
    label: str
    options: list[Option] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.chosen]


@dataclass
class Pill:
    """One choice of the reader in words, and the query string without it."""

    label: str
    value: str
    without: str


def groups(filterset: RecommendationFilter) -> list[Group]:
    """The groups with their options, the chosen ones marked."""
    held: dict[str, list[Option]] = {}
    for name, value, label, upper in _held_values():
        held.setdefault(name, []).append(Option(value, label, upper=upper))
    held["state"] = [
        Option(state, "") for state in State if any(one.value in state.all for one in held.get("status", []))
    ]
    form = filterset.form
    found = [
        Group(name, str(form.fields[name].label), _options(filterset, name, held), form.errors.get(name, []))
        for name in GROUPS
    ]
    return [group for group in found if len(group.options) > 1 or group.chosen or group.errors]


def pills(filterset: RecommendationFilter, chosen_groups: list[Group]) -> list[Pill]:
    """What the reader chose, a pill for each choice that can be read."""
    form, found = filterset.form, []
    for name in ("q", "issued_after", "issued_before", "due_before"):
        if (value := form.data.get(name)) and name not in form.errors:
            found.append(Pill(str(form.fields[name].label), value, _without(filterset.data, name, value)))
    for group in chosen_groups:
        for option in group.chosen:
            found.append(Pill(group.label, option.label, _without(filterset.data, group.name, option.value)))
    for name in ("stale", "priority"):
        if form.cleaned_data.get(name):
            found.append(Pill("", str(form.fields[name].label), _without(filterset.data, name, "1")))
    return found


def _without(data: QueryDict, name: str, value: str) -> str:
    rest = data.copy()
    rest.setlist(name, [other for other in data.getlist(name) if other != value])
    rest.pop("page", None)
    return rest.urlencode()


def _options(filterset, name, held) -> list[Option]:
    chosen = [value for value in filterset.data.getlist(name) if value]
    values = {option.value for option in held.get(name, [])}
    enum = getattr(filterset.filters[name], "enum", None)
    if enum:
        offered = [one for one in enum if one in values or one in chosen or name in ALWAYS_OFFERED]
        options = [Option(one.value, str(one.label), str(getattr(one, "definition", ""))) for one in offered]
    else:
        options = sorted(held.get(name, []), key=_by_number if name == "session" else _by_label(held.get(name, [])))
        # A value that is right but that no item holds any more stays, so that it can be taken away.
        if name not in filterset.form.errors:
            options += [Option(value, value) for value in chosen if value not in values]
    for option in options:
        option.chosen = option.value in chosen
    return options


def _by_label(options):
    """By label; what has an upper one right below it."""
    labels = {option.value: option.label for option in options}
    return lambda one: (labels.get(one.upper, one.label).casefold(), bool(one.upper), one.label.casefold())


def _by_number(session):
    meeting, _dot, number = session.value.rpartition(".")
    return meeting, int(number)


def _held_values():
    """Group, value, label and upper value of all that published, followed-up items hold, in one round trip."""
    items = Recommendation.objects.published().followed_up().order_by()
    rows = Addressee.objects.filter(recommendation__in=items)
    addressed = Actor.objects.filter(Exists(rows.filter(actor=OuterRef("pk"))))
    members = Membership.objects.filter(group__in=addressed.values("pk")).values("member")
    proposing = Actor.objects.filter(Exists(Proposer.objects.filter(recommendation__in=items, actor=OuterRef("pk"))))
    sessions = public_sessions().filter(Exists(items.filter(session=OuterRef("pk"))))
    meetings = Meeting.objects.filter(Exists(items.filter(session__meeting=OuterRef("pk"))))
    topics = public_topics().filter(Exists(items.filter(Q(topics=OuterRef("pk")) | Q(topics__part_of=OuterRef("pk")))))
    instruments = Instrument.objects.filter(Exists(items.filter(instruments=OuterRef("pk"))))
    both = Actor.objects.filter(Q(pk__in=addressed.values("pk")) | Q(pk__in=members))
    title = Concat("meeting__code", Value(" · "), "title", output_field=CharField())
    selections = [
        *(_values(items, name, name) for name in ("status", "kind", "standing", "asks_for")),
        _values(rows, "response", "response"),
        _values(items, "year", Cast(ExtractYear("issued_on"), CharField())),
        _values(topics, "topic", "slug", "name", "part_of__slug"),
        _values(both, "addressed_to", "slug", "name"),
        _values(proposing, "proposed_by", "slug", "name"),
        _values(instruments, "instrument", "slug", "short_name"),
        _values(meetings, "series", "series__slug", "series__name"),
        _values(meetings, "meeting", "slug", "title"),
        _values(sessions, "session", "address", title),
    ]
    return selections[0].union(*selections[1:], all=True)


def _values(queryset, name, value, label=None, upper=None):
    def column(source):
        if source is None:
            return Value("", CharField())
        return Cast(F(source) if isinstance(source, str) else source, CharField())

    columns = {"facet_value": column(value), "facet_label": column(label), "facet_upper": column(upper)}
    rows = queryset.order_by().annotate(facet=Value(name, CharField()), **columns)
    return rows.values_list("facet", *columns).distinct()
