"""Dates that a source gives only by month or by year: stored as the last day of it, beside how exact they are."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q, Value
from django.db.models.functions import Extract
from django.db.models.lookups import Exact
from django.utils import formats, timezone
from django.utils.translation import gettext, gettext_lazy as _

from recommendations.models.choices import Precision


def precise(field: str, precision: str) -> models.CheckConstraint:
    """The rule that a date known by month or year is its last day, so that “late” never comes too soon."""
    next_day = ExpressionWrapper(F(field) + Value(timedelta(days=1)), output_field=DateField())
    first_of_month = Exact(Extract(next_day, "day"), 1)
    first_of_year = Exact(Extract(next_day, "doy"), 1)
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_precise",
        condition=Q(**{f"{field}__isnull": True})
        | Q(**{f"{precision}__in": [Precision.DAY, Precision.BY]})
        | (Q(**{precision: Precision.MONTH}) & Q(first_of_month))
        | (Q(**{precision: Precision.YEAR}) & Q(first_of_year)),
        violation_error_message=_(
            "A date known only by month or year is stored as its last day, e.g. 31 July or 31 December."
        ),
    )


def refuse_future(field: str, day: date) -> None:
    """What is recorded has happened. Raises ValidationError for a day to come."""
    if day > timezone.localdate():
        raise ValidationError({field: ValidationError(_("This day is still to come."), code="future")})


def in_words(day: date | None, precision: str) -> str:
    """The date as exactly as the source gave it: “8 November 2023”, “July 2023”, “2023”, “by 9 November 2023”."""
    if day is None:
        return ""
    match precision:
        case Precision.YEAR:
            return str(day.year)
        case Precision.MONTH:
            return formats.date_format(day, "YEAR_MONTH_FORMAT")
        case Precision.BY:
            return gettext("by %(date)s") % {"date": formats.date_format(day)}
    return formats.date_format(day)
