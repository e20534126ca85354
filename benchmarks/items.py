"""The made items of a meeting and whom they ask: drawn at random, spread as in reports."""

from datetime import timedelta

from benchmarks.followup import make_followup
from benchmarks.world import World
from meetings.models import Meeting
from recommendations.models import (
    Addressee,
    AsksFor,
    Capacity,
    Challenge,
    Kind,
    LinkKind,
    Naming,
    Proposer,
    Recommendation,
    RecommendationLink,
    Role,
    Standing,
)


class Report:
    """What one meeting recommended, n items of it with headings, parts and what is said again."""

    def __init__(self, world: World, meeting: Meeting, n: int):
        self.world, self.meeting, self.n = world, meeting, n
        self.sessions = world.sessions[meeting.pk]
        self.items: list[Recommendation] = []
        self.asked: list[Recommendation] = []  # all but headings and what says something again
        self.numbers = iter(range(1, 10_000))

    def make(self, earlier: list[Recommendation]):
        """Saves it all. `earlier` are the items of the meeting before it in its series."""
        self._make_items()
        self._make_subjects_and_voices()
        make_followup(self.world, self.meeting, self.asked, self._make_addressees())
        self._make_challenges()
        self._make_links(earlier)

    def _item(self, reference: str, **fields) -> Recommendation:
        world, day = self.world, self.meeting.ends_on
        item = Recommendation(
            **{
                "reference": reference,
                "session": world.chance.choices(self.sessions, [1, 4, 4, 2, 3, 2])[0],
                "order": len(self.items),
                "position": f"bullet {len(self.items) % 40 + 1}, sentence 1",
                "kind": world.drawn(list(Kind))[0],
                "standing": world.drawn(list(Standing))[0],
                "asks_for": world.drawn(list(AsksFor))[0],
                "headline": world.words(10),
                "text": world.words(world.chance.randint(15, 60)),
                "issued_on": day,
                "due_on": day + world.days(200, 900) if world.happens(0.05) else None,
                "priority": world.happens(0.05),
                **fields,
            }
        )
        self.items.append(item)
        return item

    def _make_items(self):
        world, plain, wholes, further = self.world, [], [], []
        while len(self.items) < self.n:
            reference, left = f"{self.meeting.code}-{next(self.numbers):02}", self.n - len(self.items)
            if left > 2 and world.happens(0.03):
                whole = self._item(reference, **world.public(self.meeting, 1))
                wholes.append(whole)
                inherited = {"part_of": whole, "session": whole.session, **world.public(self.meeting, 1)}
                further += [self._item(f"{reference}.{number}", **inherited) for number in (1, 2)]
            elif plain and world.happens(0.04):
                lead = world.chance.choice(plain)
                public = world.public(self.meeting) if lead.published_on else {}
                further.append(self._item(reference, restates=lead, **public))
            else:
                plain.append(self._item(reference, **world.public(self.meeting)))
        Recommendation.objects.bulk_create([*plain, *wholes])
        Recommendation.objects.bulk_create(further)
        self.asked = [*plain, *(one for one in further if one.part_of)]

    def _make_subjects_and_voices(self):
        world, topics, instruments = self.world, Recommendation.topics.through, Recommendation.instruments.through
        topics.objects.bulk_create(
            topics(recommendation=item, topic=topic)
            for item in self.items
            for topic in world.drawn(world.topics, world.chance.choice([0, 1, 1, 2, 3]))
        )
        instruments.objects.bulk_create(
            instruments(recommendation=item, instrument=law)
            for item in self.items
            if world.happens(0.15)
            for law in world.drawn(world.instruments)
        )
        spoke = [(item, world.drawn(world.actors)[0] if world.happens(0.6) else None) for item in self.items]
        Proposer.objects.bulk_create(
            Proposer(
                recommendation=item,
                actor=actor,
                in_whose_words=f"a representative of {actor}" if actor else "the report",
                capacity=Capacity.BODY if actor else Capacity.REPORT,
            )
            for item, actor in spoke
        )

    def _make_addressees(self) -> list[Addressee]:
        """Saves them, and returns those that are assessed themselves."""
        world, rows, opened = self.world, [], []
        for item in self.asked:
            if world.happens(0.3):
                rows.append(Addressee(recommendation=item, actor=None))
                continue
            actors = world.drawn(world.actors, world.chance.choices([1, 2, 3, 4, 5], [50, 25, 13, 8, 4])[0])
            for order, actor in enumerate(actors):
                inferred = world.happens(0.2)
                rows.append(
                    Addressee(
                        recommendation=item,
                        actor=actor,
                        role=Role.SUPPORT if order and world.happens(0.3) else Role.LEAD,
                        naming=Naming.INFERRED if inferred else Naming.STATED,
                        inferred_because=world.words(8) if inferred else "",
                        **self._request(item),
                    )
                )
            groups = [row for row in rows[-len(actors) :] if row.actor.pk in world.members]
            if groups and world.happens(0.04):
                opened.append((groups[0], [*actors]))
        Addressee.objects.bulk_create(rows)
        members = [
            Addressee(
                recommendation=group.recommendation, actor=member, via=group, **self._request(group.recommendation)
            )
            for group, others in opened
            for member in world.members[group.actor.pk]
            if member not in others
        ]
        Addressee.objects.bulk_create(members)
        above = {member.via.pk for member in members}
        return [row for row in [*rows, *members] if row.pk not in above]

    def _request(self, item) -> dict:
        if not self.world.happens(0.4):
            return {}
        on = item.issued_on + self.world.days(60, 200)
        return {"requested_on": on, "response_due_on": on + timedelta(days=90) if self.world.happens(0.8) else None}

    def _make_challenges(self):
        world = self.world
        made = Challenge.objects.bulk_create(
            Challenge(
                reference=f"{self.meeting.code}-C{number:02}",
                session=world.chance.choice(self.sessions),
                order=number,
                position=f"bullet {number}",
                in_whose_words="a prosecutor",
                headline=world.words(10),
                text=world.words(30),
                **self.world.public(self.meeting),
            )
            for number in range(1, self.n // 10 + 1)
        )
        topics, answers = Challenge.topics.through, Challenge.answered_by.through
        topics.objects.bulk_create(topics(challenge=one, topic=world.drawn(world.topics)[0]) for one in made)
        answers.objects.bulk_create(
            answers(challenge=one, recommendation=world.chance.choice(self.asked)) for one in made[::2]
        )

    def _make_links(self, earlier):
        world = self.world
        RecommendationLink.objects.bulk_create(
            RecommendationLink(later=item, kind=world.drawn(list(LinkKind))[0], earlier=world.chance.choice(earlier))
            for item in self.asked
            if earlier and world.happens(0.04)
        )
