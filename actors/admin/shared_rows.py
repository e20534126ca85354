"""The rows of a page that several people edit: what comes back is laid over the rows that are there now."""

import re
from functools import cached_property

from django import forms
from django.db import transaction
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.utils.datastructures import MultiValueDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from actors.admin.choosing import KeysOnly
from actors.admin.conflict import mark, marks, readable


class SentRow:
    """What a browser sent of one row."""

    def __init__(self, formset, prefix: str):
        self.formset, self.prefix, self.names = formset, prefix, set()

    def get(self, name: str) -> str:
        return self.formset.data.get(f"{self.prefix}-{name}", "")

    def values(self, form) -> dict:
        """As the fields of a form would read it."""
        form.prefix, form.data, form.files = self.prefix, self.formset.data, self.formset.files
        return {name: form.typed(name, field) for name, field in form.compared.items()}

    def copy(self, data, files, prefix: str, without=frozenset()):
        for name in self.names - without:
            for old, new in ((self.formset.data, data), (self.formset.files, files)):
                if (key := f"{self.prefix}-{name}") in old:
                    new.setlist(f"{prefix}-{name}", old.getlist(key))


class SharedRows(forms.BaseInlineFormSet):
    """Rows of one thing. Whoever adds, changes or removes one meanwhile is neither overwritten nor in the way."""

    watched = True  # whether its user may change the rows

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.taken: list[str] = []  # what somebody else added or removed meanwhile, in words
        self.refusals: dict[int, str] = {}
        if self.is_bound:
            self._lay_over()

    def add_fields(self, form, index):
        """A cell has no label beside it, and its column's heading is none to a screen reader."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            field.widget.attrs.setdefault("aria-label", capfirst(field.label or ""))
            widget = getattr(field.widget, "widget", field.widget)
            if form.instance.pk and isinstance(widget, KeysOnly):
                named = getattr(form.instance, name)
                widget.known = named.all() if widget.allow_multiple_selected else [named] if named else []

    def get_queryset(self):
        if not hasattr(self, "_queryset"):
            for row in super().get_queryset():
                setattr(row, self.fk.name, self.instance)
        return self._queryset

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.refusal = self.refusals.get(i, "")
        return form

    def _lay_over(self):
        """Number the rows anew: those that are there, in their order, then the new ones; sent counts say nothing."""
        self._lock()
        present = {str(row.pk): row for row in self.get_queryset()}
        sent, new = {}, []
        for row in self._sent() if self.watched else []:
            key = row.get(self.model._meta.pk.name)
            if key in present and key not in sent:
                sent[key] = row
            else:
                new.append(row)
        self._kept = MultiValueDict(), MultiValueDict()
        for n, (key, instance) in enumerate(present.items()):
            if key in sent:
                self._place(sent[key], n, without={self.fk.name})
                if sent[key].get(DELETION_FIELD_NAME):
                    self._removed_by_me(sent[key], n, instance)
            elif self.watched:
                new = self._added_by_them(n, instance, new)
            self._put(n, self.model._meta.pk.name, key)
        n = len(present)
        for row in new:
            n += self._new(row, n)
        self.data, self.files = self._kept
        self.data[f"{self.prefix}-{INITIAL_FORM_COUNT}"] = str(len(present))
        self.data[f"{self.prefix}-{TOTAL_FORM_COUNT}"] = str(n)
        self.__dict__.pop("management_form", None)  # made of the counts that were sent

    def _lock(self):
        """What is compared must stay as it is until it is saved."""
        if self.instance.pk and transaction.get_connection().in_atomic_block:
            rows = self.model._base_manager.filter(**{self.fk.name: self.instance})
            list(rows.order_by("pk").select_for_update().values_list("pk"))

    def _sent(self) -> list[SentRow]:
        shape = re.compile(rf"({re.escape(self.prefix)}-([0-9]{{1,9}}))-(\w+)")
        rows = {}
        for key in [*self.data, *self.files]:
            if found := shape.fullmatch(key):
                rows.setdefault(int(found[2]), SentRow(self, found[1])).names.add(found[3])
        return [row for _n, row in sorted(rows.items())]

    def _form(self, instance=None):
        form = self.form(instance=instance, **self.get_form_kwargs(None))
        self.add_fields(form, None)
        return form

    @cached_property
    def _blank(self) -> dict:
        form = self._form()
        return {name: form.now(name) for name in form.compared}

    def _put(self, n: int, name: str, value):
        self._kept[0].setlist(f"{self.prefix}-{n}-{name}", value if isinstance(value, list) else [value])

    def _place(self, row: SentRow, n: int, without: set):
        row.copy(*self._kept, f"{self.prefix}-{n}", without)

    def _removed_by_me(self, row: SentRow, n: int, instance):
        form = self._form(instance)
        now, shown = form.marks(), marks(row.get("seen"))
        if any(shown.get(name) != one for name, one in now.items()):
            del self._kept[0][f"{self.prefix}-{n}-{DELETION_FIELD_NAME}"]
            self._write(n, form)
            self.refusals[n] = _(
                "Somebody changed this row since you opened it. This is how it stands now; "
                "tick “Delete” once more to remove it all the same."
            )

    def _added_by_them(self, n: int, instance, new: list[SentRow]) -> list[SentRow]:
        """A row that was not there when the page was opened; a new row that says the same is this one."""
        form, blank = self._form(instance), self._blank
        now = {name: form.now(name) for name in form.compared}
        self._write(n, form)
        for row in new:
            values = row.values(self._form())
            says = {name: value for name, value in values.items() if value != blank.get(name)}
            if says and says.items() <= now.items():
                return [one for one in new if one is not row]
        self.taken.append(_("added: %(row)s") % {"row": instance})
        return new

    def _write(self, n: int, form):
        """A row as it stands, as if its user had been shown it."""
        for name in form.compared:
            self._put(n, name, form.now(name))
        self._put(n, "seen", form.get_initial_for_field(form.fields["seen"], "seen"))

    def _new(self, row: SentRow, n: int) -> bool:
        """A row to add. Says whether it stays: one that somebody else removed goes, unless its user changed it."""
        shown = marks(row.get("seen"))
        removed = self.instance.pk and (shown or row.get(self.model._meta.pk.name))
        if removed:
            form = self._form()
            values = row.values(form)
            if row.get(DELETION_FIELD_NAME):
                return False
            if all(shown.get(name) == mark(value) for name, value in values.items()):
                said = ", ".join(filter(None, (readable(form.fields[name], value) for name, value in values.items())))
                self.taken.append(_("removed: %(row)s") % {"row": said})
                return False
            self.refusals[n] = _(
                "Somebody removed this row since you opened it. Saving once more enters it again; "
                "empty its fields to leave it removed."
            )
        self._place(row, n, without={self.fk.name, self.model._meta.pk.name, "seen"})
        return True


def conflicts_of(form, formsets) -> list:
    """Every choice that waits on a page, with the words for where it stands."""
    return [*form.conflicts, *(one for rows in formsets for row in rows.forms for one in row.conflicts)]


def taken_over(form, formsets) -> list[str]:
    """Everything on a page that somebody else changed meanwhile, in words."""
    found = list(form.taken)
    for rows in formsets:
        name = capfirst(rows.model._meta.verbose_name)
        changed = (
            _("%(row)s, %(what)s") % {"row": row.instance, "what": what} for row in rows.forms for what in row.taken
        )
        found += [_("%(name)s: %(what)s") % {"name": name, "what": what} for what in (*rows.taken, *changed)]
    return found
