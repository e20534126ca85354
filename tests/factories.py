"""Small makers of what a test needs. A value that matters to a test stands in the test; the rest has a sane default.

Rows are read back before they are returned, because the database derives some of their columns.
"""

from datetime import UTC, date, datetime
from itertools import count

from django.utils.text import slugify

from actors.models import Actor, ActorKind, Membership, User
from meetings.models import Format, Meeting, Publication, Series, Session, SessionKind
from recommendations.models import (
    ActionLink,
    ActionRelation,
    Addressee,
    AsksFor,
    Basis,
    Capacity,
    Challenge,
    Channel,
    Evidence,
    FollowUpAction,
    Kind,
    Proposer,
    Recommendation,
    Standing,
    Status,
    Topic,
)

FIRST_DAY = date(2023, 11, 8)
NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
LAST_DAY = date(2023, 11, 9)  # of a meeting, and so the date of issue of its items
PUBLISHED_ON = date(2024, 3, 1)
SOMEBODY = object()  # an addressee of no importance; None is “nobody named”

number = count(1)


def _publication(published: bool) -> dict:
    return {"publication": Publication.PUBLISHED, "published_on": PUBLISHED_ON} if published else {}


def _saved(thing):
    thing.save()
    thing.refresh_from_db()
    return thing


def actor(name: str = "", **fields) -> Actor:
    name = name or f"Body {next(number)}"
    return _saved(Actor(**{"slug": slugify(name.replace("_", "-")), "name": name, "kind": ActorKind.NETWORK, **fields}))


def country(name: str, code: str, **fields) -> Actor:
    return actor(name, kind=ActorKind.COUNTRY, country_code=code, **fields)


def member(group: Actor, one: Actor, since: date | None = None, until: date | None = None) -> Membership:
    return Membership.objects.create(group=group, member=one, since=since, until=until)


def user(email: str = "officer@example.org", **fields) -> User:
    return User.objects.create_user(email, **fields)


def series(name: str = "Annual Meeting") -> Series:
    return Series.objects.get_or_create(slug=slugify(name), defaults={"name": name})[0]


def meeting(code: str = "MS2023", *, published: bool = False, **fields) -> Meeting:
    defaults = {
        "series": fields.get("series") or series(),
        "title": f"Meeting {code}",
        "slug": slugify(code),
        "starts_on": FIRST_DAY,
        "ends_on": fields.get("starts_on", LAST_DAY),
        "format": Format.IN_PERSON,
        "organiser": fields.get("organiser") or Actor.objects.filter(slug="host").first() or actor("Host"),
    }
    return _saved(Meeting(**{"code": code, **defaults, **_publication(published), **fields}))


def session(of: Meeting | None = None, number: int = 1, **fields) -> Session:
    """A session of the meeting; without one, of a published meeting made for it."""
    defaults = {"kind": SessionKind.PLENARY, "title": f"Session {number}"}
    return _saved(Session(meeting=of or meeting(published=True), number=number, **{**defaults, **fields}))


def _session_of(code: str) -> Session:
    """The first session of the meeting with this code; a published meeting is made where there is none."""
    of = Meeting.objects.filter(code=code).first() or meeting(code, published=True)
    return of.sessions.order_by("number").first() or session(of)


def topic(name: str = "Training", **fields) -> Topic:
    return _saved(Topic(**{"slug": slugify(name), "name": name, **fields}))


def recommendation(
    reference: str = "MS2023-01",
    session: Session | None = None,
    published: bool = False,
    addressees=(),
    topics=(),
    **fields,
) -> Recommendation:
    """An item; without a session, it stands in its whole's or its lead's, or in that of a published meeting.

    `addressees` are actors, or None for “nobody named”.
    """
    near = fields.get("part_of") or fields.get("restates")
    session = session or (near.session if near else _session_of(reference.rpartition("-")[0]))
    defaults = {
        "order": 10 * (session.recommendations.count() + 1),
        "position": "bullet 1, sentence 1",
        "kind": Kind.RECOMMENDATION,
        "standing": Standing.STATEMENT,
        "asks_for": AsksFor.OTHER,
        "headline": f"Do what {reference} says",
        "text": f"What {reference} asks for, in the register's words.",
    }
    item = Recommendation(
        **{"reference": reference, "session": session, **defaults, **_publication(published), **fields}
    )
    item.save()
    item.topics.set(topics)
    for who in addressees:
        addressee(item, who)
    item.refresh_from_db()
    return item


def addressee(item: Recommendation | None = None, who: Actor | None = SOMEBODY, **fields) -> Addressee:
    """A row of the item for `who`; None is “nobody named”, left out it is some new actor."""
    who = actor() if who is SOMEBODY else who
    return _saved(Addressee(**{"recommendation": item or recommendation(), "actor": who, **fields}))


def proposer(item: Recommendation, words: str = "the chair", who: Actor | None = None, **fields) -> Proposer:
    defaults = {"recommendation": item, "actor": who, "in_whose_words": words, "capacity": Capacity.BODY}
    return _saved(Proposer(**{**defaults, **fields}))


def action(
    reference: str = "MS2023-A01", *, published: bool = False, answering=(), in_place=(), **fields
) -> FollowUpAction:
    """An action, linked to the items that it answers and to those before which it was already in place."""
    defaults = {"title": f"Action {reference}", "responsible": fields.get("responsible") or actor()}
    made = _saved(FollowUpAction(**{"reference": reference, **defaults, **_publication(published), **fields}))
    for relation, items in [(ActionRelation.ANSWERING, answering), (ActionRelation.IN_PLACE, in_place)]:
        for item in items:
            ActionLink.objects.create(action=made, recommendation=item, relation=relation)
    return made


def challenge(
    reference: str = "MS2023-C01",
    session: Session | None = None,
    *,
    published: bool = False,
    topics=(),
    answered_by=(),
    **fields,
) -> Challenge:
    session = session or _session_of(reference.rpartition("-")[0])
    defaults = {
        "order": 10 * (session.challenges.count() + 1),
        "position": "bullet 2",
        "in_whose_words": "a prosecutor",
        "headline": f"What {reference} makes difficult",
        "text": f"The difficulty of {reference}, in the register's words.",
    }
    made = Challenge(**{"reference": reference, "session": session, **defaults, **_publication(published), **fields})
    made.save()
    made.topics.set(topics)
    made.answered_by.set(answered_by)
    made.refresh_from_db()
    return made


def evidence(title: str = "Report", **fields) -> Evidence:
    """Evidence not saved yet, as the verbs take it."""
    return Evidence(**{"title": title, "url": "https://example.org/report", **fields})


def assess(row: Addressee, status: str, as_of: date = PUBLISHED_ON, **fields):
    """An assessment with the reason or the evidence that its status needs."""
    if status == Status.IMPLEMENTED:
        fields.setdefault("evidence", [evidence()])
    elif status in Status.NEEDS_REASON:
        fields.setdefault("reason", "Nothing more is expected.")
    return row.assess(**{"status": status, "as_of": as_of, "basis": Basis.CHECKED, **fields})


def propose(row: Addressee, status: str = Status.NOT_IMPLEMENTED, by: User | None = None, **fields):
    """A proposed closing with the reason or the evidence that its status needs."""
    if status == Status.IMPLEMENTED:
        fields.setdefault("evidence", [evidence()])
    given = {"as_of": PUBLISHED_ON, "basis": Basis.CHECKED, "reason": "Nothing more is expected."}
    return row.propose_closing(status=status, by=by or user("proposer@example.org"), **given | fields)


def respond(row: Addressee, position: str, received_on: date = PUBLISHED_ON, **fields):
    return row.respond(
        **{"position": position, "received_on": received_on, "text": "Our answer.", "channel": Channel.LETTER, **fields}
    )


def note(owner, text: str = "Work goes on.", noted_on: date = PUBLISHED_ON, **fields):
    return owner.note(
        **{"text": text, "noted_on": noted_on, "who_says": "the secretariat", "basis": Basis.CHECKED, **fields}
    )
