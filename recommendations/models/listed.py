"""Rows of another table beside a row, without a query of their own."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject


def listed(queryset, *columns: str) -> ArraySubquery:
    """An annotation: the rows, in their order, as a list of records of these columns."""
    return ArraySubquery(queryset.values(record=JSONObject(**{column: column for column in columns})))
