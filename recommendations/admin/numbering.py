"""The next free reference and place of what is entered, proposed to the officer and filled in where left empty."""

from django.utils.translation import gettext_lazy as _

from actors.admin.desk import DeskForm
from meetings.models import Session
from recommendations.models.numbering import next_order, next_reference


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
