"""The names of what events speak of, fetched by kind and not one by one."""

from collections import defaultdict

from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from actors.history.events import kinds, owners, row_of
from actors.models.tracking import belongs_to


class Known:
    """Rows by kind and key: as they are now, or as they were last where they have been deleted since."""

    def __init__(self):
        self.rows = {}

    def learn(self, rows, others=()) -> None:
        """Fetch all that the rows name, and other things given as pairs of model and key.

        Whatever belongs to another is named together with what it belongs to and names itself; so that is fetched too.
        """
        missing = self._missing(rows) | set(others)
        followed = list(rows)
        while missing:
            fetched = self._fetch(missing)
            followed += fetched
            missing = self._missing(one for one in fetched if belongs_to(type(one)))
        for row in followed:
            for relation in _relations(row):
                named = relation.related_model, getattr(row, relation.attname)
                if named in self.rows:
                    relation.set_cached_value(row, self.rows[named])

    def name(self, model, key) -> str:
        """What it is called; an account that is gone has no name any more."""
        row = self.rows.get((model, key))
        if row is None and model is get_user_model():
            return _("somebody whose account is gone")
        return called(row) if row is not None else _("no. %(key)s") % {"key": key}

    def _missing(self, rows) -> set:
        named = {
            (relation.related_model, getattr(row, relation.attname)) for row in rows for relation in _relations(row)
        }
        return {(model, key) for model, key in named if key is not None and (model, key) not in self.rows}

    def _fetch(self, missing: set) -> list:
        keys = defaultdict(set)
        for model, key in missing:
            keys[model].add(key)
        for model, wanted in keys.items():
            found = model._base_manager.in_bulk(wanted)
            if gone := wanted - set(found):
                found |= _last(model, gone)
            self.rows |= {(model, key): found.get(key) for key in wanted}
        return [row for pair in missing if (row := self.rows[pair]) is not None]


def called(row) -> str:
    """Its name, also where what it was named after is not known."""
    try:
        return str(row)
    except (AttributeError, ObjectDoesNotExist):
        return _("no. %(key)s") % {"key": row.pk}


def above(row, model):
    """The relation and the thing to which a row belongs, or nothing. `model` is the one that is tracked."""
    for relation in owners(model):
        if getattr(row, relation.attname) is not None:
            return relation, relation.get_cached_value(row, default=None)
    return None, None


def _last(model, keys) -> dict:
    """Rows that are gone, from the last event of each."""
    if model._meta.label_lower not in kinds():
        return {}
    events = kinds()[model._meta.label_lower].objects.filter(id__in=keys).order_by("id", "-pgh_id").distinct("id")
    return {event.id: row_of(event) for event in events}


def _relations(row) -> list:
    return [field for field in row._meta.concrete_fields if field.is_relation]
