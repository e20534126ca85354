"""The one way from a query string to recommendations: page, files, feeds and API all come through here."""

from functools import cached_property
from typing import NamedTuple

import django_filters as filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations.filters.fields import (
    CodesFilter,
    DayFilter,
    SlugsFilter,
    StrictFilterSet,
    SwitchFilter,
    TextFilter,
    YearsFilter,
)
from recommendations.models import (
    Addressee,
    AddresseeQuerySet,
    AsksFor,
    Gap,
    Kind,
    Late,
    Recommendation,
    RecommendationQuerySet,
    ResponsePosition,
    Standing,
    State,
    Status,
)
from recommendations.models.public import (
    public_actors,
    public_instruments,
    public_series,
    public_sessions,
    public_topics,
)
from recommendations.models.recommendation_words import REPORT_ORDER

LONGEST_KEPT = 600  # characters of a list's query string that go into the address of each of its items


class SortFilter(filters.ChoiceFilter):
    """The order of the rows. Each ends in the report's own order, so that pages neither skip nor repeat."""

    ORDERS = {
        "newest": (_("Newest meeting first"), []),
        "oldest": (_("Oldest meeting first"), [F("session__meeting__starts_on").asc()]),
        "due": (_("Soonest due first"), [F("due_on").asc(nulls_last=True)]),
        "updated": (_("Last assessed first"), [F("status_as_of").desc(nulls_last=True)]),
        "reference": (_("By reference"), [F("reference").asc()]),
    }

    def __init__(self):
        choices = [(code, label) for code, (label, _columns) in self.ORDERS.items()]
        super().__init__(choices=choices, label=_("Order"), empty_label=_("Best match or newest first"))

    def sorted(self, items, value: str, text: str):
        """The items in an order of the reader's; without one, a search's best match first, else the newest meeting."""
        if text and not value:
            return items.by_relevance(text)
        _label, columns = self.ORDERS.get(value, ("", []))
        return items.order_by(*columns, *REPORT_ORDER)


class Selection(NamedTuple):
    """What a reader asks for: the items, and of which addressees' rows the scales speak (None = of the items)."""

    items: RecommendationQuerySet
    rows: AddresseeQuerySet | None

    @property
    def standing(self) -> RecommendationQuerySet | AddresseeQuerySet:
        """Of what the scales speak."""
        return self.items if self.rows is None else self.rows.filter(recommendation__in=self.items.values("pk"))


class RecommendationFilter(StrictFilterSet):
    """Published recommendations that a query string asks for, in its order.

    A value that cannot be read gives no rows and a message beside its field: a typo must not read as “everything”.
    """

    q = TextFilter("matching", _("Search"), max_length=1000)
    addressed_to = SlugsFilter(public_actors, "concerning", _("Addressed to"))
    topic = SlugsFilter(public_topics, "about", _("Topic"))
    status = CodesFilter(Status, "having_status", _("Status"))
    state = CodesFilter(State, "having_state", _("Open or closed"))
    response = CodesFilter(ResponsePosition, "having_response", _("Response"))
    late = CodesFilter(Late, "having_late", _("Late"))
    without = CodesFilter(Gap, "lacking", _("Missing"))
    proposed_by = SlugsFilter(public_actors, "proposed_by", _("Proposed by"))
    kind = CodesFilter(Kind, "of_kind", _("Kind"))
    standing = CodesFilter(Standing, "of_standing", _("Standing"))
    asks_for = CodesFilter(AsksFor, "asking_for", _("Asks for"))
    instrument = SlugsFilter(public_instruments, "under", _("Legal instrument"))
    series = SlugsFilter(public_series, "of_series", _("Series"))
    meeting = SlugsFilter(Meeting.objects.published, "of_meetings", _("Meeting"))
    session = SlugsFilter(public_sessions, "of_sessions", _("Session"), to_field_name="address")
    year = YearsFilter("issued_in", _("Year"))
    issued_after = DayFilter("issued_since", _("Issued on or after"))
    issued_before = DayFilter("issued_until", _("Issued on or before"))
    due_before = DayFilter("due_before", _("Something due before"))
    stale = SwitchFilter("stale", _("Nothing noted for twelve months"))
    priority = SwitchFilter("prioritised", _("Priority"))
    sort = SortFilter()

    # With an addressee chosen, these speak of that addressee's own rows, which know the same words.
    OF_ADDRESSEE = ("status", "state", "response", "late", "without")

    class Meta(StrictFilterSet.Meta):
        model = Recommendation

    @classmethod
    def from_request(cls, request):
        return cls.from_query(request.GET, request=request)

    @classmethod
    def from_query(cls, query, request=None):
        """The recommendations that a query string, read as a QueryDict, asks for."""
        return cls(query, Recommendation.objects.published().followed_up(), request=request)

    def selection(self, *, but: str = "", rows: AddresseeQuerySet | None = None, **instead) -> Selection:
        """What is asked for, were it not for the parameter `but`, or with other values `instead`.

        Nothing where a value cannot be read. `rows` are those of which the scales speak; left out, those that speak for
        the chosen addressees.
        """
        if set(self.form.errors) - {but}:
            return Selection(self.queryset.none(), rows)
        asked = {name: value for name, value in self.form.cleaned_data.items() if name not in (but, "sort")}
        asked |= instead
        actors = asked.pop("addressed_to", None)
        if actors:
            rows = Addressee.objects.speaking_for(*actors)
        items = self.queryset
        for name, value in asked.items():
            if rows is not None and name in self.OF_ADDRESSEE:
                rows = self.filters[name].filter(rows, value)
            else:
                items = self.filters[name].filter(items, value)
        return Selection(items.among(rows) if actors else items, rows)

    def filter_queryset(self, queryset):
        asked = self.form.cleaned_data
        return self.filters["sort"].sorted(self.selection().items, asked.get("sort"), asked.get("q"))

    @cached_property
    def rows(self) -> AddresseeQuerySet | None:
        """With addressees chosen, the rows that speak for them."""
        return self.selection().rows

    @property
    def kept(self) -> str | None:
        """The query string that an item's address carries, for the way back; none where it is too long for that."""
        query = self.query()
        return query if len(query) <= LONGEST_KEPT else None

    def for_display(self):
        """The rows as the list prints them; with addressees chosen, each with the rows that speak for them."""
        asked = self.form.cleaned_data if self.is_valid() else {}
        items = self.qs.with_marks(asked["q"]) if asked.get("q") else self.qs
        if self.rows is None:
            return items.for_display()
        # Whether a row is that of a chosen actor itself, or of a group, part or member of it.
        return items.for_display(self.rows.annotate(itself=Q(actor__in=asked.get("addressed_to", []))))

    @property
    def date_fields(self):
        return [self.form[name] for name in ("issued_after", "issued_before", "due_before")]

    @property
    def dated(self) -> bool:
        """Whether a date was given, readable or not."""
        return any(field.value() for field in self.date_fields)
