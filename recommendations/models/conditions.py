"""Conditions that several words share."""

from functools import reduce
from operator import or_

from django.db.models import Q

NONE = Q(pk__in=[])


def any_of(conditions) -> Q:
    """The condition that at least one of them holds; of none, none does."""
    return reduce(or_, map(Q, conditions), NONE)
