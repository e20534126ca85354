"""The one way from a query string to recommendations: page, files, feeds and API all come through here."""

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Prefetch
from django.utils.translation import gettext_lazy as _

from actors.models.text import NoControlCharacters
from meetings.models import Meeting, Session
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
from recommendations.models.public import public_actors, public_instruments, public_series, public_topics


class SlugsField(forms.ModelMultipleChoiceField):
    """Several things by their address part. What could not be one is refused before the database sees it."""

    def clean(self, value):
        return super().clean([slug for slug in value or [] if slug])

    def _check_values(self, value):
        for slug in value:
            try:
                NoControlCharacters()(slug)
            except ValidationError:
                raise ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": slug.encode("unicode_escape").decode()},
                ) from None
        return super()._check_values(value)


class SlugsFilter(filters.ModelMultipleChoiceFilter):
    """Things named by their address part, several meaning any of them; the method gets them as a list."""

    field_class = SlugsField

    def __init__(self, *, queryset, method, label, to_field_name="slug"):
        super().__init__(queryset=queryset, method=method, label=label, to_field_name=to_field_name)


class CodesField(forms.MultipleChoiceField):
    def to_python(self, value):
        return [code for code in super().to_python(value) if code]


class SessionField(CodesField):
    """Sessions of published meetings by their code, `<meeting-slug>.<number>`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.choices = lambda: [
            (session.code, session)
            for session in Session.objects.filter(meeting__in=Meeting.objects.published()).select_related("meeting")
        ]


class SessionFilter(filters.MultipleChoiceFilter):
    field_class = SessionField


class YearsField(forms.Field):
    """Years as four digits."""

    widget = forms.SelectMultiple

    def clean(self, value):
        years = [year for year in value or [] if year]
        for year in years:
            if not (len(year) == 4 and year.isascii() and year.isdigit() and year > "0000"):
                raise ValidationError(
                    _("“%(year)s” is not a year such as 2023."),
                    params={"year": year.encode("unicode_escape").decode()[:40]},
                )
        return [int(year) for year in years]


class YearsFilter(filters.Filter):
    field_class = YearsField


class SwitchField(forms.ChoiceField):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, choices=[("1", _("Yes"))], **kwargs)


class SwitchFilter(filters.Filter):
    """On when it is 1; anything else is unreadable."""

    field_class = SwitchField


class Sort(filters.ChoiceFilter):
    """The order of the rows. Each ends in the report's own order, so that pages neither skip nor repeat."""

    ORDERS = {
        "newest": [F("session__meeting__starts_on").desc()],
        "oldest": [F("session__meeting__starts_on").asc()],
        "due": [F("due_on").asc(nulls_last=True)],
        "updated": [F("status_as_of").desc(nulls_last=True)],
        "reference": [F("reference").asc()],
    }
    LABELS = {
        "newest": _("Newest meeting first"),
        "oldest": _("Oldest meeting first"),
        "due": _("Soonest due first"),
        "updated": _("Last assessed first"),
        "reference": _("By reference"),
    }

    def __init__(self):
        super().__init__(choices=list(self.LABELS.items()), label=_("Order"), empty_label=None)

    def filter(self, queryset, value):
        report = ["-session__meeting__starts_on", "session__meeting", "session__number", "order", "reference"]
        return queryset.order_by(*self.ORDERS.get(value, []), *report)


def spoken_of_addressee(word: str):
    """A filter method that narrows the recommendations or, with an addressee chosen, that addressee's own rows."""

    def narrow(self, queryset, name, value):
        if self.rows is None:
            return getattr(queryset, word)(*value)
        self.rows = getattr(self.rows, word)(*value)
        return queryset

    return narrow


class CodesFilter(filters.MultipleChoiceFilter):
    """The codes of a scale, several meaning any of them."""

    field_class = CodesField

    def __init__(self, enum, label, method=None):
        super().__init__(choices=enum.choices, label=label, method=method, distinct=False)
        self.enum = enum


class RecommendationFilter(filters.FilterSet):
    """Published recommendations that a query string asks for, in its order.

    A value that cannot be read gives no rows and a message beside its field: a typo must not read as “everything”.
    """

    q = filters.CharFilter(method="search", label=_("Search"), max_length=1000, strip=True)
    addressed_to = SlugsFilter(queryset=lambda request: public_actors(), method="leave", label=_("Addressed to"))
    topic = SlugsFilter(queryset=lambda request: public_topics(), method="about", label=_("Topic"))
    status = CodesFilter(Status, _("Status"), "by_status")
    state = CodesFilter(State, _("Open or closed"), "by_state")
    response = CodesFilter(ResponsePosition, _("Response"), "by_response")
    late = CodesFilter(Late, _("Late"), "by_late")
    without = CodesFilter(Gap, _("Missing"), "by_gap")
    proposed_by = SlugsFilter(queryset=lambda request: public_actors(), method="by_proposer", label=_("Proposed by"))
    kind = CodesFilter(Kind, _("Kind"))
    standing = CodesFilter(Standing, _("Standing"))
    asks_for = CodesFilter(AsksFor, _("Asks for"))
    instrument = SlugsFilter(
        queryset=lambda request: public_instruments(), method="by_instrument", label=_("Legal instrument")
    )
    series = SlugsFilter(queryset=lambda request: public_series(), method="by_series", label=_("Series"))
    meeting = SlugsFilter(queryset=lambda request: Meeting.objects.published(), method="by_meeting", label=_("Meeting"))
    session = SessionFilter(method="by_session", label=_("Session"))
    year = YearsFilter(method="by_year", label=_("Year"))
    issued_after = filters.DateFilter(field_name="issued_on", lookup_expr="gte", label=_("Issued on or after"))
    issued_before = filters.DateFilter(field_name="issued_on", lookup_expr="lte", label=_("Issued on or before"))
    due_before = filters.DateFilter(method="by_due", label=_("Something due before"))
    stale = SwitchFilter(method="only_stale", label=_("Nothing noted for twelve months"))
    priority = SwitchFilter(method="only_priority", label=_("Priority"))
    sort = Sort()

    class Meta:
        model = Recommendation
        fields = []

    @classmethod
    def from_request(cls, request):
        return cls(request.GET, Recommendation.objects.published().followed_up(), request=request)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_bound = True
        self.rows = None

    @property
    def is_valid(self):
        return self.form.is_valid()

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
            queryset = queryset.filter(Exists(self.rows.filter(recommendation=OuterRef("pk"))))
        return queryset

    def for_display(self):
        """The rows as the list prints them; with an addressee chosen, each with that addressee's own row."""
        rows = self.qs.for_display()
        if self.rows is None:
            return rows
        return rows.prefetch_related(Prefetch("addressees", self.rows.select_related("actor"), to_attr="chosen"))

    by_status = spoken_of_addressee("having_status")
    by_state = spoken_of_addressee("having_state")
    by_response = spoken_of_addressee("having_response")
    by_late = spoken_of_addressee("having_late")
    by_gap = spoken_of_addressee("lacking")

    def leave(self, queryset, name, value):
        return queryset

    def search(self, queryset, name, value):
        return queryset.matching(value)

    def about(self, queryset, name, value):
        return queryset.about(*value) if value else queryset

    def by_proposer(self, queryset, name, value):
        return queryset.proposed_by(*value) if value else queryset

    def by_instrument(self, queryset, name, value):
        return queryset.under(*value) if value else queryset

    def by_series(self, queryset, name, value):
        return queryset.filter(session__meeting__series__in=value) if value else queryset

    def by_meeting(self, queryset, name, value):
        return queryset.filter(session__meeting__in=value) if value else queryset

    def by_session(self, queryset, name, value):
        return queryset.of_sessions(*value)

    def by_year(self, queryset, name, value):
        return queryset.filter(issued_on__year__in=value)

    def by_due(self, queryset, name, value):
        return queryset.due_before(value)

    def only_stale(self, queryset, name, value):
        return queryset.stale()

    def only_priority(self, queryset, name, value):
        return queryset.filter(priority=True)
