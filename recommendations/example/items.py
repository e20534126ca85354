"""Enters the items of each meeting, links them through the years and publishes them.

Keys of a row: `n` number, `in` session, `kind`, `standing` (else that of the session), `says` in whose words → actor
and capacity (else the session's), `asks` for what, `topics`, `law` instruments; `to` and `support`: actor → its course
in courses.yaml, or a list of courses for a group that is opened into its members; `inferred`: actor → why; `whole` with
its `parts`; `restates` a number; `repeats`, `updates`, `supersedes`, `related` an earlier key; `due` and `review` in
days from the day of the example; `leave`: not published, or archived.
"""

from collections import Counter

from meetings.models import SessionKind
from recommendations.example.register import MEETINGS, Register, table
from recommendations.models import (
    Addressee,
    Capacity,
    LinkKind,
    Naming,
    Proposer,
    Recommendation,
    RecommendationLink,
    Role,
    Standing,
)

STANDINGS = {SessionKind.WORKSHOPS: Standing.WORKSHOP, SessionKind.CONCLUSIONS: Standing.CONCLUSION}
VOICES = {
    SessionKind.WORKSHOPS: ("participants in a workshop", Capacity.PARTICIPANTS),
    SessionKind.CONCLUSIONS: ("the participants, in the conclusions", Capacity.PARTICIPANTS),
}
BY_REPORT = ("the report", Capacity.REPORT)


def load(register: Register) -> None:
    rows = {}
    for meeting in range(1, MEETINGS + 1):
        found = table(f"items-{meeting}")
        _place(found)
        for row in sorted(found, key=lambda row: "restates" in row):  # a lead is there first
            key = f"{meeting}-{row['n']}"
            _add(register, key, row)
            rows[key] = row
            for number, part in enumerate(row.get("parts", []), start=1):
                rows[f"{key}.{number}"] = _add_part(register, f"{key}.{number}", part, row)
    for key, row in rows.items():
        _link(register, key, row)
    for key, row in rows.items():
        if "." not in key:  # a part follows its whole
            register.publish(register.items[key], int(key[0]), row.get("leave", "published"))


def _place(rows) -> None:
    """Number the bullets of each session in the order of the rows."""
    bullets = Counter()
    for order, row in enumerate(rows, start=1):
        bullets[row["in"]] += 1
        row |= {"order": 10 * order, "position": f"bullet {bullets[row['in']]}"}


def _add(register, key, row, **fields) -> None:
    session = register.sessions[int(key[0]), row["in"]]
    lead = f"{key[0]}-{row['restates']}" if "restates" in row else None
    item = Recommendation.objects.create(
        reference=register.reference(key),
        session=session,
        order=row["order"],
        position=row["position"],
        page=session.page + row["order"] % 3,
        restates=register.items[lead] if lead else None,
        kind=row["kind"],
        standing=row.get("standing") or STANDINGS.get(session.kind, Standing.STATEMENT),
        asks_for=row["asks"],
        implied=row.get("implied", False),
        headline=row["headline"],
        text=row["text"],
        due_on=register.around(row["due"]) if "due" in row else None,
        continuous=row.get("continuous", False),
        review_on=register.around(row["review"]) if "review" in row else None,
        priority=row.get("priority", False),
        **fields,
    )
    item.topics.set(register.topics[slug] for slug in row["topics"])
    item.instruments.set(register.instruments[slug] for slug in row.get("law", []))
    _add_proposers(register, item, row)
    _add_addressees(register, key, item, row)
    register.items[key] = item


def _add_part(register, key, part, whole) -> dict:
    number = int(key.partition(".")[2])
    inherited = {name: whole[name] for name in ("n", "in", "kind", "topics")}
    placed = {"order": whole["order"] + number, "position": f"{whole['position']}, sentence {number + 1}"}
    row = inherited | placed | part
    _add(register, key, row, part_of=register.items[key.partition(".")[0]])
    return row


def _add_proposers(register, item, row) -> None:
    words, capacity = VOICES.get(item.session.kind, BY_REPORT)
    for said, (slug, speaking_for) in row.get("says", {words: (None, capacity)}).items():
        actor = register.actors[slug] if slug else None
        Proposer.objects.create(recommendation=item, actor=actor, in_whose_words=said, capacity=speaking_for)


def _add_addressees(register, key, item, row) -> None:
    if row.get("to") == "nobody":
        Addressee.objects.create(recommendation=item)
        return
    because = row.get("inferred", {})
    for role, name in ((Role.LEAD, "to"), (Role.SUPPORT, "support")):
        for slug, course in row.get(name, {}).items():
            register.courses[key, slug] = course
            Addressee.objects.create(
                recommendation=item,
                actor=register.actors[slug],
                role=role,
                naming=Naming.INFERRED if slug in because else Naming.STATED,
                inferred_because=because.get(slug, ""),
            )


def _link(register, key, row) -> None:
    for kind in LinkKind:
        if kind in row:
            earlier = register.items[row[kind]]
            RecommendationLink.objects.create(later=register.items[key], kind=kind, earlier=earlier)
