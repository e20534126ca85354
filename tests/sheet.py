"""The session sheet as an officer uses it: opens it, types rows, presses a button, reads what is wrong."""

from django.urls import reverse

from recommendations.models import Recommendation
from tests.desk import form

PASTED = "\uf0b7\tMap the caves\n\uf0b7\tTrain:\no\tthe divers\no\tthe doctors\n"
FIRST = {
    "position": "bullet 1",
    "headline": "Map the caves",
    "text": "The clubs map the caves.",
    "kind": "call",
    "standing": "speaker",
    "asks_for": "guidance",
    "in_whose_words": "a diver",
    "capacity": "self",
    "addressees": "nobody",
}


def address(session) -> str:
    return reverse("desk:sheet", args=[session.pk])


def typed(*rows: dict) -> dict:
    cells = {f"row-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    return {"rows": len(rows), **cells}


def save(client, session, *rows: dict, button="save", **more):
    """Opens the sheet, fills in these rows and presses a button."""
    opened = form(client, address(session))
    return client.post(address(session), {"expected": opened["expected"], **typed(*rows), button: "1", **more})


def errors(answer) -> dict:
    """What is wrong, by row and cell."""
    sheet = answer.context["sheet"]
    return {(row.number, name): list(found) for row in sheet.rows for name, found in row.errors.items()}


def said(item: Recommendation) -> list:
    """What a row takes from above."""
    named = [(row.actor and row.actor.name, row.role) for row in item.addressees.order_by("pk")]
    spoke = [(one.in_whose_words, one.capacity) for one in item.proposers.all()]
    return [item.kind, item.standing, item.asks_for, item.page, spoke, named, [one.name for one in item.topics.all()]]
