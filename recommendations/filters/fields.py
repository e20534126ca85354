"""How a value of a query string is read: strictly, so that a typo is never taken for “everything”."""

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from actors.models.text import NoControlCharacters

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
                raise ValidationError(NOT_A_VALUE, code="invalid_choice", params={"value": _shown(slug)}) from None
        return super()._check_values(value)


class CodesField(forms.MultipleChoiceField):
    """Several codes of a scale."""

    default_error_messages = {"invalid_choice": NOT_A_VALUE}

    def to_python(self, value):
        return [code for code in super().to_python(value) if code]

    def validate(self, value):
        for code in value:
            if not self.valid_value(code):
                raise ValidationError(NOT_A_VALUE, code="invalid_choice", params={"value": _shown(code)})


class YearsField(forms.Field):
    """Years as four digits."""

    widget = forms.SelectMultiple

    def clean(self, value):
        years = [year for year in value or [] if year]
        for year in years:
            if not (len(year) == 4 and year.isascii() and year.isdigit() and year > "0000"):
                raise ValidationError(_("“%(year)s” is not a year such as 2023."), params={"year": _shown(year)})
        return [int(year) for year in years]


def _shown(value: str) -> str:
    """A value as an error can show it, whatever it holds."""
    return value.encode("unicode_escape").decode()[:80]


class OnceEachForm(forms.Form):
    """Refuses a parameter given twice where one value is asked for: which of them was meant cannot be known."""

    def clean(self):
        for name, field in self.fields.items():
            if not getattr(field.widget, "allow_multiple_selected", False) and len(self.data.getlist(name)) > 1:
                self.add_error(name, _("This was given more than once. Give one value."))
        return super().clean()


class StrictFilterSet(filters.FilterSet):
    """A selection that an address asks for. One value that cannot be read, and nothing is selected."""

    class Meta:
        form = OnceEachForm
        fields = []

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What could not be read: the field's label, and what is wrong."""
        return [(self.form.fields[name].label, " ".join(errors)) for name, errors in self.form.errors.items()]

    @property
    def readable(self) -> dict:
        """What was given and could be read: the values by their parameters, in the order of the filters."""
        self.form.is_valid()
        return getattr(self.form, "cleaned_data", {})

    def query(self, **changes: list[str]) -> str:
        """The selection as a query string, with other values for some parameters; without what selects nothing."""
        asked = {name: changes.get(name, self.data.getlist(name)) for name in self.filters}
        return urlencode({name: dict.fromkeys(filter(None, values)) for name, values in asked.items()}, doseq=True)

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset) if self.form.is_valid() else queryset.none()


class WordFilter(filters.Filter):
    """Speaks one word of the QuerySet with the values that were given; without a word, it narrows nothing by itself."""

    def __init__(self, word: str, label, **kwargs):
        super().__init__(label=label, **kwargs)
        self.word = word

    def filter(self, queryset, value):
        if value in filters.constants.EMPTY_VALUES or not self.word:
            return queryset
        return getattr(queryset, self.word)(*(value if isinstance(value, list) else [value]))

    def in_words(self, value) -> list[tuple[str, str]]:
        """Each chosen value, as the query string has it and as a reader reads it."""
        return [(str(one), str(one)) for one in value]


class TextFilter(WordFilter):
    field_class = forms.CharField

    def in_words(self, value):
        return [("", value)]


class SlugsFilter(WordFilter, filters.ModelMultipleChoiceFilter):
    """Things named by their address part, several meaning any of them."""

    field_class = SlugsField

    def __init__(self, queryset, word, label, to_field_name="slug"):
        super().__init__(word, label, queryset=lambda request: queryset(), to_field_name=to_field_name)

    def in_words(self, value):
        return [(getattr(one, self.extra["to_field_name"]), str(one)) for one in value]


class CodesFilter(WordFilter):
    """The codes of a scale, several meaning any of them."""

    field_class = CodesField

    def __init__(self, enum, word, label):
        super().__init__(word, label, choices=enum.choices)
        self.enum = enum

    def in_words(self, value):
        return [(code, str(self.enum(code).label)) for code in dict.fromkeys(value)]


class YearsFilter(WordFilter):
    field_class = YearsField


class DayFilter(WordFilter):
    """A day as 2023-11-09, which is how every browser sends it."""

    field_class = forms.DateField

    def __init__(self, word, label):
        super().__init__(word, label, input_formats=["%Y-%m-%d"])

    def in_words(self, value):
        return [("", formats.date_format(value))]


class SwitchFilter(WordFilter, filters.ChoiceFilter):
    """On when it is 1; anything else is unreadable."""

    def __init__(self, word, label):
        super().__init__(word, label, choices=[("1", _("Yes"))], empty_label=None)

    def filter(self, queryset, value):
        return getattr(queryset, self.word)() if value else queryset

    def in_words(self, value):
        return [("", "")]
