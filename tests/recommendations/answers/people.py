"""Somebody who answers for bodies, and what such a person sends."""

from django.contrib.auth.models import Group

from tests import factories

ANSWERS = "/answers/"


def contributor(client, *bodies, email: str = "contributor@example.org", **fields):
    """Somebody with the role who represents the bodies, logged in."""
    user = factories.user(email, **fields)
    user.groups.add(Group.objects.get(name="Contributors"))
    user.represents.set(bodies)
    client.force_login(user)
    return user


def page_of(item) -> str:
    return f"{ANSWERS}{item.reference}/"


def typed(expected: int = 1, **fields) -> dict:
    """What the form sends; with no document."""
    documents = {"evidence-TOTAL_FORMS": 2, "evidence-INITIAL_FORMS": 0}
    return {"expected": expected, "position": "accepted", "claims": "", "text": "", "audience": "internal"} | (
        documents | fields
    )


def items_on(answer) -> list[str]:
    """The references of the items that the list shows, in its order."""
    return [item.reference for item in answer.context["page"]]
