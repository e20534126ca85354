"""What all pages of the desk have in common: nobody overwrites unseen, and no refusal is a broken page."""

import hashlib
import re

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    AdminURLFieldWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db import IntegrityError, models, transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext, gettext_lazy as _

from actors.admin.history import WithHistory
from actors.models.text import CONTROL, LineField, ProseField

# SQLSTATE of the refusals that the register's own triggers raise; their sentences are written for people.
OF_TRIGGERS = {"23000", "23514"}


def in_words(refusal: IntegrityError) -> str:
    """What the database refused, as the rule that was broken puts it."""
    diagnosis = refusal.__cause__.diag
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == diagnosis.constraint_name:
                return constraint.get_violation_error_message()
    if diagnosis.sqlstate in OF_TRIGGERS:
        return diagnosis.message_primary
    return gettext("Somebody else saved at the same moment. Look at what is there now, then save again.")


class PlacesErrors:
    """A form that says above itself what concerns a field which it does not show."""

    def add_error(self, field, error):
        if field is None and hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                super().add_error(name if name in self.fields else None, errors)
        else:
            super().add_error(field, error)


class DeskForm(PlacesErrors, forms.ModelForm):
    """A form that remembers what its user was shown, so that two people never overwrite each other unseen."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    refusal = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self._fingerprint() if self.instance.pk else ""

    def _fingerprint(self) -> str:
        values = [
            (name, sorted(one.pk for one in value) if isinstance(value, list) else str(value))
            for name, value in sorted(self.initial.items())
        ]
        return hashlib.sha256(repr(values).encode()).hexdigest()

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        if cleaned.get("seen") and cleaned["seen"] != self.initial["seen"]:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.initial["seen"]
            self.add_error(
                None,
                _(
                    "Somebody changed this since you opened it. Look at it in another window; "
                    "saving once more puts what is written here in its place."
                ),
            )
        return cleaned


class KeysOnly:
    """A widget that asks the database for keys only; what else an address or a browser sends is no choice."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if re.fullmatch(r"[0-9]{0,18}", str(key))], attr)


class OneChoice(KeysOnly, AutocompleteSelect):
    pass


class ManyChoices(KeysOnly, AutocompleteSelectMultiple):
    pass


class Shown:
    """Options of pages and of rows alike."""

    form = DeskForm
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        ProseField: {"widget": AdminTextareaWidget(attrs={"rows": 5})},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Beside a choice one adds what is missing or corrects it; nobody deletes an actor from an item's page.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = OneChoice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ManyChoices(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_fields(self, request, obj=None):
        return [name for name in super().get_fields(request, obj) if name != "seen"]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return fieldsets
        (name, options), *others = fieldsets
        return [(name, {**options, "fields": [*options["fields"], "seen"]}), *others]


class Desk(WithHistory, Shown, admin.ModelAdmin):
    """A kind of thing that the secretariat enters and corrects."""

    formfield_overrides = {
        **Shown.formfield_overrides,
        LineField: {"widget": AdminTextInputWidget(attrs={"class": "vLargeTextField"})},
    }
    view_on_site = False
    list_per_page = 50

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST" and transaction.get_connection().in_atomic_block:
            # What the form compares with must stay as it is until the form is saved.
            self.model._base_manager.select_for_update(of=["self"]).filter(pk=found.pk).first()
            found = super().get_object(request, object_id, from_field)
        return found

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        return form

    def get_changeform_initial_data(self, request):
        """What the address proposes, without what could not be a choice."""
        initial = super().get_changeform_initial_data(request)
        for name in {field.name for field in self.opts.get_fields() if field.is_relation} & set(initial):
            values = initial[name] if isinstance(initial[name], list) else [initial[name]]
            if not all(value.isdecimal() for value in values):
                del initial[name]
        return initial

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, CONTROL.sub(" ", search_term))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as refusal:
            # A rule between rows, or two people at the same moment: the form again, with what was typed, and the rule.
            request.refusal = in_words(refusal)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except IntegrityError as refusal:
            self.message_user(request, in_words(refusal), messages.ERROR)
            return HttpResponseRedirect("../change/")

    def changelist_view(self, request, extra_context=None):
        if any(CONTROL.search(value) for values in request.GET.lists() for value in values[1]):
            return HttpResponseRedirect(f"{request.path}?e=1")
        try:
            return super().changelist_view(request, extra_context)
        except IntegrityError as refusal:
            self.message_user(request, in_words(refusal), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())


class Rows(Shown, admin.TabularInline):
    """Rows that belong to the thing on whose page they stand."""

    extra = 1
    view_on_site = False
    # Narrow, so that a row fits on the page.
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https", "widget": AdminURLFieldWidget(attrs={"class": "", "size": 24})},
        LineField: {"widget": AdminTextInputWidget(attrs={"class": "", "size": 24})},
        ProseField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 20})},
    }


class NumberedRows(forms.BaseInlineFormSet):
    """Rows that are counted; one whose number is left empty gets the next."""

    number = "order"

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if self.number in form.fields:
            form.fields[self.number].required = False

    def clean(self):
        super().clean()
        rows = [form for form in self.forms if form not in self.deleted_forms]
        last = max((getattr(form.instance, self.number) or 0 for form in rows if form.instance.pk), default=0)
        typed = [form.cleaned_data.get(self.number) or 0 for form in rows if hasattr(form, "cleaned_data")]
        last = max([last, *typed])
        for form in rows:
            if form.has_changed() and not form.instance.pk and not form.cleaned_data.get(self.number):
                last += 1
                setattr(form.instance, self.number, last)
