"""Conditions that several words share."""

from functools import reduce
from operator import or_

from django.db.models import Q

from actors.models import Actor

NONE = Q(pk__in=[])


def any_of(conditions) -> Q:
    """The condition that at least one of them holds; of none, none does."""
    return reduce(or_, map(Q, conditions), NONE)


def concerning(actors, actor: str = "actor", issued_on: str = "recommendation__issued_on") -> dict:
    """For each actor the condition that a row names somebody whose recommendations concern it.

    Whether a group concerns its member depends on the day: `issued_on` names the column with the date of issue.
    """
    return {
        one: any_of(_names(concern, actor, issued_on) for concern in concerns)
        for one, concerns in Actor.objects.concerns_of(actors).items()
    }


def _names(concern, actor, issued_on) -> Q:
    condition = Q(**{actor: concern.actor_id})
    if concern.since:
        condition &= Q(**{f"{issued_on}__gte": concern.since})
    if concern.until:
        condition &= Q(**{f"{issued_on}__lt": concern.until})
    return condition
