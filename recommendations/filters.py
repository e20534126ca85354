"""The one way from a query string to recommendations: page, files, feeds and API all come through here."""

import django_filters as filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations.fields import CodesFilter, DayFilter, OnceEachForm, SlugsFilter, SwitchFilter, YearsFilter
from recommendations.models import (
    Addressee,
    AsksFor,
    Gap,
    Kind,
    Late,
    Recommendation,
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


class SortFilter(filters.ChoiceFilter):
    """The order of the rows. Each ends in the report's own order, so that pages neither skip nor repeat."""

    ORDERS = {
        "oldest": (_("Oldest meeting first"), [F("session__meeting__starts_on").asc()]),
        "due": (_("Soonest due first"), [F("due_on").asc(nulls_last=True)]),
        "updated": (_("Last assessed first"), [F("status_as_of").desc(nulls_last=True)]),
        "reference": (_("By reference"), [F("reference").asc()]),
    }

    def __init__(self):
        choices = [(code, label) for code, (label, _columns) in self.ORDERS.items()]
        super().__init__(choices=choices, label=_("Order"), empty_label=_("Newest meeting first"))

    def filter(self, queryset, value):
        _label, columns = self.ORDERS.get(value, ("", []))
        return queryset.order_by(*columns, *REPORT_ORDER)


def spoken_of_addressee(word: str):
    """A filter method that narrows the recommendations or, with an addressee chosen, that addressee's own rows."""

    def narrow(self, queryset, name, value):
        if self.rows is None:
            return getattr(queryset, word)(*value)
        self.rows = getattr(self.rows, word)(*value)
        return queryset

    return narrow


class RecommendationFilter(filters.FilterSet):
    """Published recommendations that a query string asks for, in its order.

    A value that cannot be read gives no rows and a message beside its field: a typo must not read as “everything”.
    """

    q = filters.CharFilter(method="search", label=_("Search"), max_length=1000)
    addressed_to = SlugsFilter(public_actors, _("Addressed to"), "leave")
    topic = SlugsFilter(public_topics, _("Topic"), "about")
    status = CodesFilter(Status, _("Status"), "by_status")
    state = CodesFilter(State, _("Open or closed"), "by_state")
    response = CodesFilter(ResponsePosition, _("Response"), "by_response")
    late = CodesFilter(Late, _("Late"), "by_late")
    without = CodesFilter(Gap, _("Missing"), "by_gap")
    proposed_by = SlugsFilter(public_actors, _("Proposed by"), "by_proposer")
    kind = CodesFilter(Kind, _("Kind"))
    standing = CodesFilter(Standing, _("Standing"))
    asks_for = CodesFilter(AsksFor, _("Asks for"))
    instrument = SlugsFilter(public_instruments, _("Legal instrument"), "by_instrument")
    series = SlugsFilter(public_series, _("Series"), "by_series")
    meeting = SlugsFilter(Meeting.objects.published, _("Meeting"), "by_meeting")
    session = SlugsFilter(public_sessions, _("Session"), "by_session", to_field_name="address")
    year = YearsFilter(field_name="issued_on", lookup_expr="year__in", label=_("Year"))
    issued_after = DayFilter(field_name="issued_on", lookup_expr="gte", label=_("Issued on or after"))
    issued_before = DayFilter(field_name="issued_on", lookup_expr="lte", label=_("Issued on or before"))
    due_before = DayFilter(method="by_due", label=_("Something due before"))
    stale = SwitchFilter(_("Nothing noted for twelve months"), "only_stale")
    priority = SwitchFilter(_("Priority"), "only_priority")
    sort = SortFilter()

    class Meta:
        model = Recommendation
        form = OnceEachForm
        fields = []

    @classmethod
    def from_request(cls, request):
        return cls(request.GET, Recommendation.objects.published().followed_up(), request=request)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = None

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What could not be read: the field's label, and what is wrong."""
        return [(self.form.fields[name].label, " ".join(errors)) for name, errors in self.form.errors.items()]

    @property
    def date_fields(self):
        return [self.form[name] for name in ("issued_after", "issued_before", "due_before")]

    @property
    def switch_fields(self):
        return [self.form[name] for name in ("stale", "priority")]

    def filter_queryset(self, queryset):
        if not self.form.is_valid():
            return queryset.none()
        if chosen := self.form.cleaned_data["addressed_to"]:
            self.rows = Addressee.objects.speaking_for(*chosen)
        queryset = super().filter_queryset(queryset)
        if self.rows is not None:
            queryset = queryset.among(self.rows)
        return queryset

    def for_display(self):
        """The rows as the list prints them; with an addressee chosen, each with that addressee's own row."""
        return self.qs.for_display(self.rows)

    by_status = spoken_of_addressee("having_status")
    by_state = spoken_of_addressee("having_state")
    by_response = spoken_of_addressee("having_response")
    by_late = spoken_of_addressee("having_late")
    by_gap = spoken_of_addressee("lacking")

    def leave(self, queryset, name, value):
        return queryset  # what `filter_queryset` does with the rows

    def search(self, queryset, name, value):
        return queryset.matching(value)

    def about(self, queryset, name, value):
        return queryset.about(*value)

    def by_proposer(self, queryset, name, value):
        return queryset.proposed_by(*value)

    def by_instrument(self, queryset, name, value):
        return queryset.under(*value)

    def by_series(self, queryset, name, value):
        return queryset.filter(session__meeting__series__in=value)

    def by_meeting(self, queryset, name, value):
        return queryset.filter(session__meeting__in=value)

    def by_session(self, queryset, name, value):
        return queryset.filter(session__in=value)

    def by_due(self, queryset, name, value):
        return queryset.due_before(value)

    def only_stale(self, queryset, name, value):
        return queryset.stale()

    def only_priority(self, queryset, name, value):
        return queryset.filter(priority=True)
