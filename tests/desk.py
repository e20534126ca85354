"""An officer at the desk: logs in, reads a form as a browser does, fills in what is new and sends it."""

from html.parser import HTMLParser

from django.contrib.auth.models import Group
from django.urls import reverse

from tests import factories

ADD_ITEM = "/admin/recommendations/recommendation/add/"
ITEM = {
    "headline": "Post liaison prosecutors to the region",
    "text": "Member States post liaison prosecutors to the region.",
    "position": "bullet 1, sentence 1",
    "kind": "recommendation",
    "standing": "conclusion",
    "asks_for": "staffing",
}


def officer(client, role: str = "Editors", email: str = ""):
    """Somebody of the secretariat with this role, logged in."""
    user = factories.user(email or f"{role.lower()}@example.org", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return user


def change(thing) -> str:
    """The address of its page."""
    return verb(thing, "change")


def verb(thing, name: str) -> str:
    """The address at which something is done to it."""
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{name}", args=[thing.pk])


class _Form(HTMLParser):
    """What a browser would send of a page's forms if nobody touched them."""

    def __init__(self, page: str):
        super().__init__()
        self.data, self.select, self.area = {}, None, None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name, kind = given.get("name"), given.get("type")
        if tag == "input" and name and kind not in {"submit", "button", "file"}:
            if kind not in {"checkbox", "radio"} or "checked" in given:
                self.data[name] = given.get("value", "on" if kind in {"checkbox", "radio"} else "")
        elif tag == "textarea":
            self.area, self.data[name] = name, ""
        elif tag == "select":
            self.select = None if "multiple" not in given else name
            self.data[name] = [] if self.select else None
            self.single = None if self.select else name
        elif tag == "option":
            if self.select and "selected" in given:
                self.data[self.select].append(given["value"])
            elif not self.select and self.single and ("selected" in given or self.data[self.single] is None):
                self.data[self.single] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = self.single = None

    def handle_data(self, data):
        if self.area:
            self.data[self.area] += data.removeprefix("\n").removeprefix("\r\n")


def form(client, address: str) -> dict:
    """What the page at the address would send as it stands."""
    return read(client.get(address))


def read(page) -> dict:
    """What a page would send as it stands."""
    assert page.status_code == 200
    return {name: value for name, value in _Form(page.content.decode()).data.items() if value is not None}


def send(client, address: str, **typed):
    """Open the page, fill in what was typed and send it; returns the answer."""
    return client.post(address, form(client, address) | typed)


def errors(response) -> list[str]:
    """Every error that the page shows, of its form and of its rows."""
    shown = response.context["adminform"].form if "adminform" in response.context else response.context["form"]
    found = [message for messages in shown.errors.values() for message in messages]
    if hasattr(shown, "evidence"):
        found += [message for one in shown.evidence for messages in one.errors.values() for message in messages]
    for rows in response.context.get("inline_admin_formsets", []):
        found += [message for row in rows.formset.errors for messages in row.values() for message in messages]
        found += rows.formset.non_form_errors()
    return found


def told(response) -> list[str]:
    """The messages of the next page."""
    return [str(message) for message in response.context["messages"]]


def rows(prefix: str, *given: dict) -> dict:
    """Rows of a page's table, as a browser with its script would send them."""
    typed = {f"{prefix}-{n}-{name}": value for n, row in enumerate(given) for name, value in row.items()}
    return {f"{prefix}-TOTAL_FORMS": len(given), **typed}


def addressed_to(*bodies) -> dict:
    """Rows of addressees; None ticks “nobody named”."""
    return rows(
        "addressees",
        *(
            {"actor": body.pk if body else "", **({} if body else {"nobody": "on"}), "role": "lead", "naming": "stated"}
            for body in bodies
        ),
    )
