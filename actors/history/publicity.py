"""Whether a sentence of the history speaks of something that everybody may read, or of what stays at the desk."""

from collections import defaultdict

from django.contrib.auth import get_user_model
from django.db.models import Min

from actors.history.events import kinds
from actors.history.known import above
from actors.models.tracking import belongs_to


def chain(row, model) -> list:
    """The row, what it belongs to, what that belongs to …: at the end stands the record."""
    links = [row]
    while True:
        owner = above(row, model)[1] if belongs_to(model) else None
        if owner is None:
            return links
        links.append(owner)
        row, model = owner, type(owner)


class Publicity:
    """Judges events by what was public when they happened and still can be read. In doubt something is internal."""

    def __init__(self, chains: dict[tuple, list]):
        """`chains` are those of the rows that events tell of, by the kind and key of the event."""
        self.chains = chains
        records = defaultdict(set)
        for links in chains.values():
            records[type(links[-1])].add(links[-1].pk)
        self.since = {}
        for model, keys in records.items():
            if _is_published(model):
                readable = model.objects.readable().filter(pk__in=keys).values("pk")
                public = kinds()[model._meta.label_lower].objects.filter(id__in=readable, published_on__isnull=False)
                since = public.order_by().values_list("id").annotate(Min("pgh_created_at"))
                self.since |= {(model, key): moment for key, moment in since}

    def of(self, event, row, field) -> bool:
        """Whether a field of a row, or with None the row itself, was public when the event happened."""
        links = [row, *self.chains[type(event), event.pgh_id][1:]]
        if field is not None and (
            field.related_model is get_user_model() or field.name in getattr(row, "internal", ())
        ):
            return False
        if any(_is_withheld(link) for link in links):
            return False
        record = links[-1]
        if not _is_published(type(record)):
            return True
        since = self.since.get((type(record), record.pk))
        return since is not None and since <= event.pgh_created_at


def _is_published(model) -> bool:
    """Whether such a thing is published at some time, and was not always public."""
    return hasattr(model, "published_on")


def _is_withheld(row) -> bool:
    """What is for fewer than everybody, or waits to be accepted."""
    return getattr(row, "audience", "public") != "public" or getattr(row, "accepted_on", True) is None
