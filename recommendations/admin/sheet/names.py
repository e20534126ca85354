"""From the names that an officer types to the things that bear them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from actors.models import Actor, ActorAlias
from recommendations.models import Topic

# How many of the three-letter pieces of two names must be the same for one to be meant by the other.
ALIKE = 0.3
MOST_MEANT = 3


def folded(name: str) -> str:
    """A name as a search compares it: without accents, letter case, and differences of spaces, hyphens and quotes."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def trigrams(text: str) -> set[str]:
    """The pieces of three letters of each word, as PostgreSQL counts them."""
    return {f"  {word} "[n : n + 3] for word in text.split() for n in range(len(word) + 1)}


class Names:
    """A directory: each name with the things that bear it."""

    def __init__(self, entries: Iterable[tuple[str, object, str]]):
        """`entries` are a name, the thing that bears it, and how that is called when it is proposed."""
        self.bearers, self.called = defaultdict(set), {}
        for name, thing, title in entries:
            if key := folded(name):
                self.bearers[key].add(thing)
                self.called[thing] = title

    @cached_property
    def _pieces(self) -> dict[str, set[str]]:
        return {name: trigrams(name) for name in self.bearers}

    def bearing(self, name: str) -> list:
        """The things of this name; more than one where it is ambiguous."""
        return sorted(self.bearers.get(folded(name), ()), key=lambda thing: self.called[thing])

    def meant(self, name: str) -> list[str]:
        """What things are called whose names are most like this one."""
        wanted = trigrams(folded(name))
        if not wanted:
            return []
        alike = {known: len(wanted & pieces) / len(wanted | pieces) for known, pieces in self._pieces.items()}
        nearest = sorted((-likeness, known) for known, likeness in alike.items() if likeness >= ALIKE)
        things = dict.fromkeys(thing for _, known in nearest for thing in self.bearing(known))
        return [self.called[thing] for thing in things][:MOST_MEANT]


def of_actors() -> Names:
    """Every actor by name, acronym and alias, and as lists of choices write it."""
    actors = {actor.pk: actor for actor in Actor.objects.only("pk", "slug", "name", "acronym")}
    own = [(name, one, one.name) for one in actors.values() for name in (one.name, one.acronym, str(one))]
    aliases = ActorAlias.objects.values_list("actor_id", "name")
    return Names([*own, *((name, actors[pk], actors[pk].name) for pk, name in aliases if pk in actors)])


def of_topics() -> Names:
    return Names((topic.name, topic, topic.name) for topic in Topic.objects.all())
