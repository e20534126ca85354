"""The next free reference and place of what is entered, proposed to the officer and filled in where left empty."""

import re

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import DeskForm
from meetings.models import Session


def next_reference(model, stem: str, digits: int = 2) -> str:
    """The reference after the highest that begins with the stem: a gap may be a number that was once in use."""
    taken = model.objects.filter(reference__regex=f"^{re.escape(stem)}[0-9]+$").values_list("reference", flat=True)
    last = max((int(reference.removeprefix(stem)) for reference in taken), default=0)
    return f"{stem}{last + 1:0{digits}}"


def next_order(model, session: Session) -> int:
    """A place after the last of the session, with a gap for what was overlooked."""
    return (model.objects.filter(session=session).aggregate(last=Max("order"))["last"] or 0) + 10


def one(queryset, pk):
    """The thing that an address names by its key, or None where it names none."""
    return queryset.filter(pk=pk).first() if pk and str(pk).isdecimal() else None


class NumberedForm(DeskForm):
    """A form that fills in the next free reference and order where its user leaves them empty."""

    letter = ""  # after the hyphen: MS2023-C04

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"reference", "order"} & set(self.fields):
            self.fields[name].required = False

    def clean(self):
        cleaned = super().clean()
        for name in {"reference", "order"} & set(self.fields):
            if cleaned.get(name) in (None, "") and name not in self.errors:
                cleaned[name] = self.proposed(name)
                if cleaned[name] in (None, ""):
                    self.add_error(name, self.fields[name].error_messages["required"])
        return cleaned

    def session(self) -> Session | None:
        return self.cleaned_data.get("session")

    def proposed(self, name):
        session = self.session()
        if session is None:
            return None
        if name == "order":
            return next_order(self._meta.model, session)
        return next_reference(self._meta.model, f"{session.meeting.code}-{self.letter}")


NUMBERED = _(
    "Left empty, the reference becomes the next free one of the meeting, and the order the next of the session."
)
