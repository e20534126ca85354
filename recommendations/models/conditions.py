"""Conditions that several words share."""

from functools import reduce
from operator import or_

from django.db.models import Q

from actors.models import Actor

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


def concerned(actors, *paths: tuple[str, str]) -> Q:
    """The condition that what stands at one of the paths concerns one of the actors.

    A path leads to an actor, its companion to the day on which a group counts as concerning its members.
    """
    concerns = Actor.objects.concerns_of(actors).values()
    return any_of(_names(concern, *path) for found in concerns for concern in found for path in paths)


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
