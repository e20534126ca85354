"""How one parameter of an address is read: strictly, for a typo must not read as “everything”."""

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
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


class StrictFilterSet(filters.FilterSet):
    """A selection that an address asks for. One value that cannot be read, and nothing is selected."""

    class Meta:
        form = OnceEachForm
        fields = []

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What could not be read: the field's label, and what is wrong."""
        return [(self.form.fields[name].label, " ".join(errors)) for name, errors in self.form.errors.items()]

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset) if self.form.is_valid() else queryset.none()

    def leave(self, queryset, name, value):
        """For a parameter that narrows nothing by itself."""
        return queryset
