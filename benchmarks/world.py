"""What stands around the made items: words, actors with their groups and parts, topics, laws, series and meetings.

Everything is drawn from one seeded source of chance, so that the same size gives the same register.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, product
from random import Random
from string import ascii_uppercase

from actors.models import Actor, ActorAlias, ActorKind, Membership
from meetings.models import (
    Contribution,
    Document,
    DocumentKind,
    Format,
    Meeting,
    Publication,
    Series,
    Session,
    SessionKind,
)
from recommendations.models import CuratedSearch, Instrument, Topic

SEED = 2023
MEETINGS = 50
SERIES = 5
FIRST_YEAR = 2000
TODAY = date(2025, 6, 30)  # of the made register: nothing in it was recorded later
WORDS = 6000
# A report uses its most frequent words in about every third statement; with 1/rank alone it would be in all of them.
FLATTENED = 20
SESSIONS = [SessionKind.INTRODUCTION, *[SessionKind.PLENARY] * 2, SessionKind.FOCUS_GROUP, SessionKind.WORKSHOPS]
SESSIONS += [SessionKind.CONCLUSIONS]
BODIES = [ActorKind.EU_AGENCY, ActorKind.EU_INSTITUTION, ActorKind.UN_BODY, ActorKind.INTERNATIONAL_ORGANISATION]


@dataclass
class World:
    """What the items are drawn from. Of actors and topics the first are named most."""

    chance: Random = field(default_factory=lambda: Random(SEED))
    actors: list[Actor] = field(default_factory=list)
    members: dict[int, list[Actor]] = field(default_factory=dict)  # of a group, by its key
    topics: list[Topic] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    sessions: dict[int, list[Session]] = field(default_factory=dict)  # of a meeting, by its key

    def __post_init__(self):
        self.vocabulary = _vocabulary()
        self.frequency = list(accumulate(1 / (rank + FLATTENED) for rank in range(1, WORDS + 1)))

    def words(self, n: int) -> str:
        return " ".join(self.chance.choices(self.vocabulary, cum_weights=self.frequency, k=n)).capitalize()

    def drawn(self, things: Sequence, n: int = 1) -> list:
        """Up to n different ones; the first are drawn most."""
        weights = [1 / rank for rank in range(1, len(things) + 1)]
        return list(dict.fromkeys(self.chance.choices(things, weights, k=n)))

    def happens(self, probability: float) -> bool:
        return self.chance.random() < probability

    def pick(self, weights: dict):
        return self.chance.choices([*weights], [*weights.values()])[0]

    def public(self, meeting: Meeting, probability: float = 0.98) -> dict:
        """The publication of something of a meeting."""
        if self.happens(probability):
            return {"publication": Publication.PUBLISHED, "published_on": meeting.ends_on + timedelta(days=90)}
        return {}

    def days(self, least: int, most: int) -> timedelta:
        return timedelta(days=self.chance.randint(least, most))


def _vocabulary() -> list[str]:
    syllables = [a + b for a, b in product("bdfgklmnprstv", "aeiou")]
    words = [a + b + c for a, b, c in product(syllables, repeat=3)]
    return Random(SEED).sample(words, WORDS)


def make_world() -> World:
    """Saves and returns it."""
    world = World()
    _make_actors(world)
    _make_subjects(world)
    _make_meetings(world)
    _make_searches(world)
    return world


def _actor(number: int, kind: ActorKind, **fields) -> Actor:
    return Actor(slug=f"{kind.replace('_', '-')}-{number}", name=f"{kind.label} {number}", kind=kind, **fields)


def _make_actors(world: World):
    """About 200: two groups of countries, networks of countries, bodies and their units, authorities, communities."""
    codes = [a + b for a, b in product(ascii_uppercase, repeat=2)]
    countries = [_actor(n, ActorKind.COUNTRY, country_code=codes[n]) for n in range(40)]
    groups = [_actor(n, ActorKind.COUNTRY_GROUP) for n in range(2)]
    networks = [_actor(n, [ActorKind.NETWORK, ActorKind.WORKING_GROUP][n % 2]) for n in range(20)]
    bodies = [_actor(n, BODIES[n % 4], acronym=f"BODY{n}") for n in range(20)]
    above = Actor.objects.bulk_create([*groups, *bodies, *networks, *countries])
    parts = [_actor(n, ActorKind.PROJECT, part_of=bodies[n]) for n in range(15)]
    parts += [_actor(n, ActorKind.NATIONAL_AUTHORITY, part_of=countries[n % 40]) for n in range(95)]
    communities = [
        _actor(n, ActorKind.PROFESSIONAL_COMMUNITY, part_of=[*groups, *networks][n]) for n in range(6)
    ]  # of judges, of prosecutors …
    below = Actor.objects.bulk_create([*communities, *parts])
    ActorAlias.objects.bulk_create([ActorAlias(actor=one, name=f"{one.name} of old") for one in above[::4]])
    joined = [(groups[0], countries[:27]), (groups[1], countries)]
    joined += [(network, world.chance.sample(countries, world.chance.randint(8, 20))) for network in networks]
    Membership.objects.bulk_create(
        Membership(group=group, member=member, since=date(2010, 1, 1) if world.happens(0.1) else None)
        for group, members in joined
        for member in members
    )
    world.actors = [groups[0], communities[0], *bodies[:5], groups[1], *networks[:5]]
    rest = [one for one in [*above, *below] if one not in world.actors]
    world.chance.shuffle(rest)
    world.actors += rest
    world.members = {group.pk: members for group, members in joined}


def _make_subjects(world: World):
    main = Topic.objects.bulk_create([Topic(slug=f"topic-{n}", name=f"Topic {n}") for n in range(8)])
    below = [
        Topic(slug=f"{upper.slug}-{n}", name=f"{upper.name}, {world.words(2)}", part_of=upper)
        for n in range(5)
        for upper in main
    ]
    world.topics = [*Topic.objects.bulk_create(below), *main]
    laws = [Instrument(slug=f"law-{n}", short_name=f"Law {n}", title=world.words(12)) for n in range(20)]
    world.instruments = Instrument.objects.bulk_create(laws)


def _make_meetings(world: World):
    """One series after the other every year; the last is a draft, the first was archived."""
    series = Series.objects.bulk_create([Series(slug=f"series-{n}", name=f"Meetings on {n}") for n in range(SERIES)])
    for n in range(MEETINGS):
        begins = date(FIRST_YEAR + n // 2, 3 + 6 * (n % 2), 10)
        state = {0: Publication.ARCHIVED, MEETINGS - 1: Publication.DRAFT}.get(n, Publication.PUBLISHED)
        world.meetings.append(
            Meeting(
                series=series[n % SERIES],
                ordinal=n // SERIES + 1,
                code=f"MM{n:02}",
                title=f"Meeting {n} on {world.words(4)}",
                slug=f"meeting-{n}",
                starts_on=begins,
                ends_on=begins + timedelta(days=1),
                format=Format.IN_PERSON,
                organiser=world.actors[2],
                summary=world.words(60),
                publication=state,
                published_on=None if state == Publication.DRAFT else begins + timedelta(days=90),
                archived_on=begins + timedelta(days=9000) if state == Publication.ARCHIVED else None,
            )
        )
    Meeting.objects.bulk_create(world.meetings)
    Document.objects.bulk_create(
        Document(meeting=one, kind=DocumentKind.OUTCOME_REPORT, title=f"Outcome of {one.title}", doi="10.1234/5678")
        for one in world.meetings
    )
    for one in world.meetings:
        one.participants.set(world.drawn(world.actors, 30))
        world.sessions[one.pk] = Session.objects.bulk_create(
            Session(meeting=one, number=number, kind=kind, title=world.words(5), page=1 + 3 * number)
            for number, kind in enumerate(SESSIONS)
        )
    spoken = Contribution.objects.bulk_create(
        Contribution(session=session, order=order, who="a prosecutor", on_what=world.words(12))
        for sessions in world.sessions.values()
        for session in sessions
        for order in range(3)
    )
    through = Contribution.actors.through
    through.objects.bulk_create(through(contribution=one, actor=world.drawn(world.actors)[0]) for one in spoken)


def _make_searches(world: World):
    queries = ["late=response", "state=open&without=actions", "status=implemented", f"topic={world.topics[0].slug}"]
    CuratedSearch.objects.bulk_create(
        CuratedSearch(title=f"Search {n}", query=query, order=n) for n, query in enumerate(queries)
    )
