"""The next free reference and place of what comes into the register."""

import re

from django.db.models import Max


def next_reference(model, stem: str, digits: int = 2) -> str:
    """The reference after the highest that begins with the stem: a gap may be a number that was once in use."""
    taken = model.objects.filter(reference__regex=f"^{re.escape(stem)}[0-9]+$").values_list("reference", flat=True)
    last = max((int(reference.removeprefix(stem)) for reference in taken), default=0)
    return f"{stem}{last + 1:0{digits}}"


def next_order(model, session) -> int:
    """A place after the last of the session, with a gap for what was overlooked."""
    return (model.objects.filter(session=session).aggregate(last=Max("order"))["last"] or 0) + 10
