"""Which events there are: of everything, or of one record and what belongs to it."""

from functools import cache

from django.apps import apps
from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from pghistory.models import Event

from actors.models.tracking import belongs_to


@cache
def kinds() -> dict[str, type[Event]]:
    """The models of events by the label of what they tell of."""
    events = [model for model in apps.get_models() if issubclass(model, Event)]
    return {model.pgh_tracked_model._meta.label_lower: model for model in events}


def row_of(event: Event):
    """What the event tells of as it was then: after the change; of a deletion, before it."""
    model = tracked(event)
    return model(**{field.attname: getattr(event, field.attname) for field in model._meta.concrete_fields})


def tracked(event) -> type:
    return event.pgh_tracked_model._meta.concrete_model


def owners(model) -> list:
    """The relations from a row to what it belongs to. `model` is the one that is tracked."""
    return [model._meta.get_field(name) for name in belongs_to(model)]


def everything() -> list[QuerySet]:
    return [event.objects.all() for event in kinds().values()]


def of_record(model, pk) -> list[QuerySet]:
    """What happened to a record and to whatever belongs or belonged to it, over any number of steps."""
    reached = [model]
    for above in reached:
        reached += [
            event.pgh_tracked_model
            for event in kinds().values()
            if event.pgh_tracked_model not in reached
            and any(relation.related_model is above for relation in owners(event.pgh_tracked_model))
        ]
    return [_event(one).objects.filter(_belonging(one, model, pk, reached)) for one in reached]


def _event(model) -> type[Event]:
    return kinds()[model._meta.label_lower]


def _belonging(model, record, pk, reached) -> Q:
    condition = Q(id=pk) if model is record else Q(pk__in=[])
    for relation in owners(model):
        if relation.related_model is record:
            condition |= Q(**{relation.attname: pk})
        elif relation.related_model in reached and relation.related_model is not model:
            above = _event(relation.related_model).objects.filter(
                _belonging(relation.related_model, record, pk, reached)
            )
            condition |= Q(**{f"{relation.name}__in": above.values("id")})
    return condition


class Changes:
    """Events of several kinds as one list, newest first, of which a page is fetched at a time."""

    def __init__(self, selected: list[QuerySet]):
        self.selected = selected

    def count(self) -> int:
        return self._heads(None).count() if self.selected else 0

    def __getitem__(self, part: slice) -> list[tuple[Event, Event | None]]:
        """Each event with the one before it of the same row, where it tells of a change."""
        heads = list(self._heads(part.stop)[part]) if self.selected else []
        wanted = {}
        for kind, pgh_id, _at in heads:
            wanted.setdefault(kind, []).append(pgh_id)
        found = {}
        for kind, ids in wanted.items():
            found |= {(kind, event.pgh_id): (event, before) for event, before in _with_before(kinds()[kind], ids)}
        return [found[kind, pgh_id] for kind, pgh_id, _at in heads]

    def _heads(self, most: int | None) -> QuerySet:
        parts = []
        for events in self.selected:
            kind = Value(events.model.pgh_tracked_model._meta.label_lower)
            heads = events.annotate(pgh_kind=kind).values_list("pgh_kind", "pgh_id", "pgh_created_at")
            parts.append(heads.order_by("-pgh_created_at", "-pgh_id")[:most] if most else heads)
        if len(parts) == 1:
            return parts[0]
        return parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "pgh_kind", "-pgh_id")


def _with_before(kind: type[Event], ids: list[int]) -> list[tuple[Event, Event | None]]:
    earlier = kind.objects.filter(id=OuterRef("id"), pgh_id__lt=OuterRef("pgh_id")).order_by("-pgh_id")
    events = list(kind.objects.filter(pk__in=ids).annotate(pgh_before=Subquery(earlier.values("pgh_id")[:1])))
    before = kind.objects.in_bulk(
        [event.pgh_before for event in events if event.pgh_label == "update" and event.pgh_before]
    )
    return [(event, before.get(event.pgh_before)) for event in events]
