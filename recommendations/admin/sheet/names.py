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

    def __init__(self, entries: Iterable[tuple[str, object]]):
        self.bearers, self.spelled = defaultdict(list), {}
        for name, thing in entries:
            key = folded(name)
            if key and thing not in self.bearers[key]:
                self.bearers[key].append(thing)
                self.spelled.setdefault(key, name)

    @cached_property
    def _pieces(self) -> dict[str, set[str]]:
        return {name: trigrams(name) for name in self.bearers}

    def bearing(self, name: str) -> list:
        """The things of this name; more than one where it is ambiguous."""
        return self.bearers.get(folded(name), [])

    def meant(self, name: str) -> list[str]:
        """The names most like this one, each of another thing."""
        wanted = trigrams(folded(name))
        if not wanted:
            return []
        alike = {known: len(wanted & pieces) / len(wanted | pieces) for known, pieces in self._pieces.items()}
        nearest = sorted((-likeness, known) for known, likeness in alike.items() if likeness >= ALIKE)
        found = {}
        for _likeness, known in nearest:
            found.setdefault(self.bearers[known][0], self.spelled[known])
        return [*found.values()][:MOST_MEANT]


def of_actors() -> Names:
    """Every actor by name, acronym and alias, and as lists of choices write it."""
    actors = {actor.pk: actor for actor in Actor.objects.only("slug", "name", "acronym")}
    own = [(name, one) for one in actors.values() for name in (one.name, one.acronym, str(one))]
    aliases = ActorAlias.objects.values_list("actor_id", "name")
    return Names([*own, *((name, actors[pk]) for pk, name in aliases if pk in actors)])


def of_topics() -> Names:
    """Every topic by its name."""
    return Names((topic.name, topic) for topic in Topic.objects.all())
