from django.db.models import Q


def concerning(actors, actor: str = "actor", issued_on: str = "recommendation__issued_on") -> Q:
    """The condition that a row names somebody whose recommendations concern one of the actors.

    Whether a group concerns its member depends on the day: `issued_on` names the column with the date of issue.
    """
    always, at_times = set(), Q(pk__in=[])
    for one in actors:
        for concern in one.concerns():
            if concern.since is None and concern.until is None:
                always.add(concern.actor_id)
                continue
            condition = Q(**{actor: concern.actor_id})
            if concern.since:
                condition &= Q(**{f"{issued_on}__gte": concern.since})
            if concern.until:
                condition &= Q(**{f"{issued_on}__lt": concern.until})
            at_times |= condition
    return Q(**{f"{actor}__in": always}) | at_times
