"""Conditions that several words share."""

from functools import reduce
from operator import or_

from django.db.models import Q

NONE = Q(pk__in=[])


def any_of(conditions) -> Q:
    """The condition that at least one of them holds; of none, none does."""
    return reduce(or_, map(Q, conditions), NONE)


def at(path: str, **conditions) -> Q:
    """The conditions, spoken of what stands at a path of relations; without a path, of the thing itself."""
    return Q(**{f"{path}__{name}" if path else name: value for name, value in conditions.items()})


def item_in(publications, path: str = "") -> Q:
    """The condition that a recommendation, the whole that it is part of and its meeting are in these publications."""
    return at(path, publication__in=publications, session__meeting__publication__in=publications) & (
        at(path, part_of=None) | at(path, part_of__publication__in=publications)
    )


def action_in(publications, path: str = "") -> Q:
    """The condition that a follow-up action, and the meeting that reported it if one did, are in these publications."""
    return at(path, publication__in=publications) & (
        at(path, reported_in=None) | at(path, reported_in__meeting__publication__in=publications)
    )
