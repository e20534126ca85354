"""What happened together: the changes that one person, or one command, made to one record in one go."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.text import capfirst

from actors.history.events import row_of
from actors.history.known import Known, called
from actors.history.places import page, where, who
from actors.history.publicity import Publicity, chain
from actors.history.telling import Line, Telling


@dataclass
class Moment:
    at: datetime
    who: str
    where: str
    kind: str
    name: str
    url: str  # of the record's own history
    lines: list[Line] = field(default_factory=list)


def moments(changes, record=None) -> list[Moment]:
    """Changes in words. `record` is the one whose history is told, where it is not that of everything."""
    told = [(event, row_of(event), before and row_of(before)) for event, before in changes]
    known = _known(told)
    chains = {(type(event), event.pgh_id): chain(row, event.pgh_tracked_model) for event, row, _before in told}
    telling = Telling(known, Publicity(chains))
    found = {}
    for event, row, before in sorted(told, key=lambda change: _in_order(change[0], chains)):
        thing = record if record is not None else chains[type(event), event.pgh_id][-1]
        together = (event.pgh_created_at, str(event.pgh_context), type(thing), thing.pk)
        moment = found.get(together) or found.setdefault(together, _moment(event, thing, known))
        own = (type(row), row.pk) == (type(thing), thing.pk)
        kind, name = ("", "") if own else (capfirst(str(row._meta.verbose_name)), called(row))
        moment.lines += telling.lines(event, row, before, kind, name)
    return [moment for moment in found.values() if moment.lines]


def _known(told) -> Known:
    """Everything that the events name, their authors and the things on whose pages they were made."""
    known = Known()
    contexts = [event.pgh_context or {} for event, _row, _before in told]
    others = {(get_user_model(), context["user"]) for context in contexts if context.get("user")}
    others |= {at.thing for context in contexts if (at := page(context)) and at.key is not None}
    known.learn([row for _event, *rows in told for row in rows if row is not None], others)
    return known


def _in_order(event, chains) -> tuple:
    """The newest first; of what happened at once, first the record itself, each table in the order of its events."""
    depth = len(chains[type(event), event.pgh_id])
    return -event.pgh_created_at.timestamp(), depth, event.pgh_tracked_model._meta.label, event.pgh_id


def _moment(event, thing, known) -> Moment:
    meta, context = thing._meta, event.pgh_context
    url = ""
    if admin.site.is_registered(type(thing)):
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_history", args=[thing.pk])
    name = called(thing)
    return Moment(
        event.pgh_created_at,
        who(context, known),
        where(context, (type(thing), thing.pk), known),
        capfirst(str(meta.verbose_name)),
        name,
        url,
    )
