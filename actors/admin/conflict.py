"""Two people edit the same thing: what each of them changed is kept; where both changed the same, they choose.

A form carries, for each field, a mark of what its user was shown. When it comes back, three things are compared: what
was shown, what stands in the register now, and what was typed. What only somebody else changed is taken over, and told;
what only this user changed stays; what both changed differently waits for a choice, and nothing is saved before.

The marks are neither secret nor signed: who forges one is only shown less about his own form.
"""

import hashlib
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.signing import BadSignature, Signer
from django.db import connection
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.utils import ErrorDict
from django.template.loader import render_to_string
from django.utils.formats import localize
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from actors.wording import difference

KEY = ""  # under which a form for something new keeps the key that it will be saved with
NOW, MINE = "now", "mine"


def plain(field: forms.Field, value) -> str | list[str]:
    """A value as a form sends it, so that what is stored and what was typed can be compared."""
    value = field.prepare_value(value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return sorted(str(one) for one in value or [])
    if not isinstance(field, forms.ModelChoiceField | forms.FileField):
        with suppress(ValidationError):
            value = field.to_python(value)
    return "" if value is None else str(value).replace("\r\n", "\n")


def mark(value: str | list[str]) -> str:
    """Short, and different for different values."""
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:12]


def marks(seen) -> dict[str, str]:
    """What the hidden field of a form says; nothing, where it is of another release, broken or missing."""
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        return {name: one for name, one in json.loads(seen).items() if isinstance(one, str)}
    return {}


def readable(field: forms.Field, value: str | list[str]) -> str:
    """A compared value as people read it."""
    if isinstance(field, forms.ModelChoiceField):
        keys = [key for key in ([value] if isinstance(value, str) else value) if re.fullmatch(r"[0-9]{1,18}", key)]
        return ", ".join(sorted(field.label_from_instance(one) for one in field.queryset.filter(pk__in=keys)))
    if isinstance(field, forms.BooleanField):
        return _("yes") if value == "True" else _("no")
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    with suppress(ValidationError):
        return str(localize(field.to_python(value) or ""))
    return value


@dataclass
class Conflict:
    """A field to which two people gave different values."""

    form: forms.ModelForm
    name: str
    now: str | list[str]
    typed: str | list[str]

    @property
    def field(self) -> forms.BoundField:
        return self.form[self.name]

    @property
    def where(self) -> str:
        if not self.form.prefix:
            return self.field.label
        return _("%(row)s: %(field)s") % {"row": self.form.instance, "field": self.field.label}

    @property
    def choice(self) -> str:
        """The name of the choice. Its values end in a mark: it holds for what was shown beside it, nothing later."""
        return self.form.add_prefix(f"{self.name}_keep")

    @property
    def taken(self) -> str:
        return f"{NOW}-{mark(self.now)}"

    @property
    def kept(self) -> str:
        return f"{MINE}-{mark(self.now)}"

    @cached_property
    def difference(self) -> list[tuple[str, str]]:
        return difference(*(readable(self.field.field, value) for value in (self.now, self.typed)))

    def __str__(self):
        return render_to_string("admin/_conflict.html", {"conflict": self})


class SeenField(forms.CharField):
    """The marks. They are no part of what is edited, so that they never count as a change."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class SharedForm(forms.ModelForm):
    """A form on something that somebody else may be editing at the same time."""

    seen = SeenField(required=False)
    refusal = ""  # something to say above the form, for which it is not saved
    enters_new = False  # whether this is the page on which a new thing is entered

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        self.taken: list[str] = []  # what somebody else changed meanwhile, in words

    def get_initial_for_field(self, field, field_name):
        if field_name != "seen":
            return super().get_initial_for_field(field, field_name)
        if self.instance.pk:
            return json.dumps(self.marks())
        return json.dumps({KEY: self._reserved(), **self.marks()}) if self.enters_new else ""

    def marks(self) -> dict[str, str]:
        return {name: mark(self.now(name)) for name in self.compared}

    @property
    def compared(self) -> dict[str, forms.Field]:
        """The fields that people fill in."""
        return {
            name: field
            for name, field in self.fields.items()
            if not (field.disabled or field.widget.is_hidden or name == DELETION_FIELD_NAME)
        }

    def now(self, name: str):
        return plain(self.fields[name], self.get_initial_for_field(self.fields[name], name))

    def typed(self, name: str, field: forms.Field):
        return plain(field, field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name)))

    def put(self, name: str, value: str | list[str]):
        """Write a value as if it had been typed."""
        self.data.setlist(self.add_prefix(name), value if isinstance(value, list) else [value])

    def full_clean(self):
        if self.is_bound and self.instance.pk:
            self._merge()
            if self.prefix and not (self.refusal or self.conflicts or self.has_changed()):
                # A row of hundreds that nobody touched. Looking again at each would take several queries a row.
                self._errors, self.cleaned_data = ErrorDict(), self._as_it_stands()
                return
        super().full_clean()
        for conflict in self.conflicts:
            self.add_error(conflict.name, str(conflict))

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned

    def _as_it_stands(self) -> dict:
        return {
            name: getattr(self.instance, name, None)
            if isinstance(field, forms.ModelChoiceField) and not isinstance(field, forms.ModelMultipleChoiceField)
            else self.get_initial_for_field(field, name)
            for name, field in self.fields.items()
        }

    def _merge(self):
        """Lay what was typed over what is there now."""
        shown = marks(self.data.get(self.add_prefix("seen")))
        fresh = self.marks()
        if not self.prefix:
            self.data = self.data.copy()  # what was sent with a page is read-only; its rows have a copy already
        for name in shown.keys() - fresh.keys() - {KEY}:
            self._withdrawn(name, shown[name])
        for name, field in self.compared.items():
            if isinstance(field, forms.FileField) and self.add_prefix(name) not in self.files:
                continue
            found = Conflict(self, name, self.now(name), self.typed(name, field))
            was, chosen = shown.get(name), self.data.get(found.choice)
            if found.now == found.typed or chosen == found.kept:
                continue
            # What is left empty on the page of a new thing is left to the desk, which may have filled it in by now.
            left = KEY in shown and not found.typed
            if left or was == mark(found.typed) or chosen == found.taken:
                self.put(name, found.now)
                if chosen != found.taken:
                    self.taken.append(self._told(field, name, found.now))
            elif was != mark(found.now):
                self.conflicts.append(found)
                fresh.pop(name)
                if was:
                    fresh[name] = was
        self.put("seen", json.dumps({name: one for name, one in shown.items() if name == KEY} | fresh))
        # A row's form is asked what changed in it before it is cleaned.
        self.__dict__.pop("changed_data", None)

    def _withdrawn(self, name: str, was: str):
        """A field that could be filled in when the form was opened, and no longer can: what was published stays."""
        field = self.fields.get(name)
        with suppress(FieldDoesNotExist):
            field = field or self._meta.model._meta.get_field(name).formfield()
        if field and mark(typed := self.typed(name, field)) != was:
            self.refusal = _("“%(field)s” can no longer be changed here. You wrote: %(typed)s") % {
                "field": capfirst(field.label or name),
                "typed": readable(field, typed),
            }

    def _told(self, field, name, value) -> str:
        value = Truncator(readable(field, value)).chars(80) or _("empty")
        return _("%(field)s: %(value)s") % {"field": self[name].label, "value": value}

    def _reserved(self) -> str:
        """A key for the new thing, so that the form sent twice makes one; signed, for nobody may choose keys."""
        options = self._meta.model._meta
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, %s))", [options.db_table, options.pk.column])
            return Signer(salt=options.label).sign(cursor.fetchone()[0])


def reserved(seen, model) -> int | None:
    """The key that a form for something new was given when it was opened."""
    with suppress(BadSignature):
        return int(Signer(salt=model._meta.label).unsign(marks(seen).get(KEY, "")))
    return None
