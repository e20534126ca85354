"""The one way from a query string to recommendations: page, files, feeds and API all come through here."""

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from actors.models.text import NoControlCharacters
from meetings.models import Meeting
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

NOT_A_VALUE = _("“%(value)s” is not one of its values.")


class SlugsField(forms.ModelMultipleChoiceField):
    """Several things by their address part. What could not be one is refused before the database sees it."""

    default_error_messages = {"invalid_choice": NOT_A_VALUE}

    def clean(self, value):
        return list(super().clean([slug for slug in value or [] if slug]))

    def _check_values(self, value):
        for slug in value:
            try:
                NoControlCharacters()(slug)
            except ValidationError:
                shown = {"value": slug.encode("unicode_escape").decode()}
                raise ValidationError(NOT_A_VALUE, code="invalid_choice", params=shown) from None
        return super()._check_values(value)


class SlugsFilter(filters.ModelMultipleChoiceFilter):
    """Things named by their address part, several meaning any of them; the method gets them as a list."""

    field_class = SlugsField

    def __init__(self, queryset, label, method, to_field_name="slug"):
        super().__init__(queryset=lambda request: queryset(), label=label, method=method, to_field_name=to_field_name)


class OnceEachForm(forms.Form):
    """Refuses a parameter given twice where one value is asked for: which of them was meant cannot be known."""

    def clean(self):
        for name, field in self.fields.items():
            if not getattr(field.widget, "allow_multiple_selected", False) and len(self.data.getlist(name)) > 1:
                self.add_error(name, _("This was given more than once. Give one value."))
        return super().clean()


class CodesField(forms.MultipleChoiceField):
    default_error_messages = {"invalid_choice": NOT_A_VALUE}

    def to_python(self, value):
        return [code for code in super().to_python(value) if code]

    def validate(self, value):
        for code in value:
            if not self.valid_value(code):
                shown = {"value": code.encode("unicode_escape").decode()}
                raise ValidationError(NOT_A_VALUE, code="invalid_choice", params=shown)


class CodesFilter(filters.MultipleChoiceFilter):
    """The codes of a scale, several meaning any of them."""

    field_class = CodesField

    def __init__(self, enum, label, method=None):
        super().__init__(choices=enum.choices, label=label, method=method, distinct=False)
        self.enum = enum


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


class DayFilter(filters.DateFilter):
    """A day as 2023-11-09, which is how every browser sends it."""

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)


class SwitchFilter(filters.ChoiceFilter):
    """On when it is 1; anything else is unreadable."""

    def __init__(self, label, method):
        super().__init__(choices=[("1", _("Yes"))], empty_label=None, label=label, method=method)


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
