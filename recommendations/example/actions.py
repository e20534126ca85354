"""Enters what was done, and what it is to the items.

Keys of a row: `n`, `title`, `text`, `who` is responsible; `for` the items that it answers, `before` those before which
it was there; `started`, `due`, `done`, `verified` as days; `soon` for a due day to come; `hold` or `cancel` with the
reason; `proof` and `notes` with their audience; `leave`.
"""

from meetings.models import Audience
from recommendations.example.register import Register, entered, proof, roughly, table
from recommendations.models import ActionLink, ActionRelation, ActionStatus, Basis, FollowUpAction, Precision

SAID = {
    Audience.PUBLIC: "The work goes on as planned; the next step is described on the page of the body responsible.",
    Audience.NETWORK: "Told to the members of the network: the budget for the second half is not yet secured.",
    Audience.INTERNAL: "Told in confidence: the person in charge is about to leave.",
}


def load(register: Register) -> None:
    for row in table("actions"):
        action = _add(register, row)
        _take_its_course(register, action, row)
        register.publish(action, int(row["n"][0]), row.get("leave", "published"))


def _add(register, row) -> FollowUpAction:
    meeting = int(row["n"][0])
    action = FollowUpAction.objects.create(
        reference=register.reference(row["n"], "A"),
        title=row["title"],
        description=row.get("text", ""),
        responsible=register.actors[row["who"]],
        reported_in=register.sessions[meeting, 1] if row.get("before") else None,
        position="bullet 2" if row.get("before") else "",
        **_due(register, meeting, row),
    )
    for relation, name in ((ActionRelation.ANSWERING, "for"), (ActionRelation.IN_PLACE, "before")):
        for key in row.get(name, []):
            ActionLink.objects.create(action=action, recommendation=register.items[key], relation=relation)
    if audience := row.get("proof"):
        evidence = proof(f"{row['title']}: what shows it", action.reference, audience)
        evidence.action = action
        evidence.save()
    return action


def _due(register, meeting, row) -> dict:
    if "soon" in row:
        days, _, precision = str(row["soon"]).partition(" ")
        day, known = roughly(register.around(int(days)), Precision(precision or "day"))
    elif "due" in row:
        day, known = register.rough(meeting, row["due"])
    else:
        return {}
    return {"due_on": day, "due_precision": known}


def _take_its_course(register, action, row) -> None:
    meeting = int(row["n"][0])
    if "started" in row:
        day, known = register.rough(meeting, row["started"])
        action.start(on=day, precision=known)
    if "done" in row:
        day, known = register.rough(meeting, row["done"])
        action.complete(on=day, precision=known)
    if "verified" in row:
        action.verify(on=register.day(meeting, row["verified"]))
    if "hold" in row:
        action.hold(reason=row["hold"])
    if "cancel" in row:
        action.cancel(reason=row["cancel"])
    running = action.status in ActionStatus.RUNNING
    for audience in row.get("notes", []):
        day = register.around(-55) if running else register.day(meeting, 260)
        action.note(
            noted_on=day,
            text=SAID[audience],
            who_says=action.responsible.name,
            basis=Basis.REPORTED,
            audience=audience,
            recorded_at=entered(day, 2),
        )
