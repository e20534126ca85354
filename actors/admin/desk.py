"""What all pages of the desk have in common: nobody overwrites unseen, and no refusal is a broken page."""

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    AdminURLFieldWidget,
    RelatedFieldWidgetWrapper,
)
from django.contrib.auth import get_user_model
from django.db import IntegrityError, OperationalError, models, transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy as _, ngettext

from actors.admin.choosing import KEY, ManyChoices, OneChoice
from actors.admin.conflict import SharedForm, reserved
from actors.admin.history import WithHistory
from actors.admin.shared_rows import SharedRows, conflicts_of, taken_over
from actors.models.text import CONTROL, LineField, ProseField

# SQLSTATE of the refusals that the register's own triggers raise; their sentences are written for people.
OF_TRIGGERS = {"23000", "23514"}


# What the database may say to the second of two who save at the same moment.
REFUSALS = (IntegrityError, OperationalError)


def in_words(refusal: IntegrityError | OperationalError) -> str:
    """What the database refused, as the rule that was broken puts it."""
    diagnosis = refusal.__cause__.diag
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == diagnosis.constraint_name:
                return constraint.get_violation_error_message()
    if diagnosis.sqlstate in OF_TRIGGERS and not diagnosis.table_name:
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


class DeskForm(PlacesErrors, SharedForm):
    """What a form of the desk is, be it of a page or of a row."""


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
        if obj and not self.has_change_permission(request, obj):
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
        form.enters_new = obj is None
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
        request.sent_before = False
        if request.method == "POST" and object_id is None:
            object_id = self._sent_before(request)
        elif request.method == "POST" and self.get_object(request, unquote(object_id)) is None:
            return self._removed(request, object_id, extra_context)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except REFUSALS as refusal:
            # A rule between rows, or two people at the same moment: the form again, with what was typed, and the rule.
            if again := self._sent_before(request) if object_id is None else None:
                return super().changeform_view(request, again, form_url, extra_context)
            request.refusal = in_words(refusal)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _sent_before(self, request) -> str | None:
        """The key of the new thing, where this form was sent already: a double click, or a page gone back to."""
        key = reserved(request.POST.get("seen"), self.model)
        request.sent_before = self.model._base_manager.filter(pk=key).exists() if key else False
        return str(key) if request.sent_before else None

    def _removed(self, request, object_id, extra_context):
        """Somebody deleted it meanwhile: what was typed, ready to be entered anew where that may be."""
        if not self.has_add_permission(request):
            typed = [request.POST[name] for name in self.get_form(request).base_fields if request.POST.get(name)]
            self.message_user(request, _("You had typed: %(typed)s") % {"typed": " · ".join(typed)}, messages.WARNING)
            return super().changeform_view(request, object_id, "", extra_context)
        request.refusal = _(
            "Somebody deleted this since you opened it. What you typed stands below; saving it enters it anew."
        )
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
        return super().changeform_view(request, None, address, extra_context)

    def save_model(self, request, obj, form, change):
        if not change and (key := reserved(request.POST.get("seen"), self.model)):
            obj.pk = key
            obj.save(force_insert=True)
        else:
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        taken = taken_over(form, formsets)
        if taken and not request.sent_before:
            said = ngettext(
                "Somebody else changed this meanwhile, and it was kept: %(what)s.",
                "Somebody else changed these meanwhile, and they were kept: %(what)s.",
                len(taken),
            )
            self.message_user(request, said % {"what": "; ".join(taken)}, messages.WARNING)

    def response_change(self, request, obj):
        return self.response_add(request, obj) if request.sent_before else super().response_change(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        formsets = [rows.formset for rows in context["inline_admin_formsets"]]
        context["sent_before"] = request.sent_before
        context["conflicts"] = conflicts_of(form, formsets)
        context["taken"] = taken_over(form, formsets)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except REFUSALS as refusal:
            self.message_user(request, in_words(refusal), messages.ERROR)
            return HttpResponseRedirect("../change/")

    def get_deleted_objects(self, objs, request):
        """What would go along; what others still name counts as protected, which the database would say at the end."""
        nested, counts, lacking, protected = super().get_deleted_objects(objs, request)
        for relation in self.opts.related_objects:
            if relation.many_to_many and relation.related_model is not get_user_model():
                named = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": objs}).distinct()
                kind = capfirst(relation.related_model._meta.verbose_name)
                protected += [_("%(kind)s: %(thing)s") % {"kind": kind, "thing": one} for one in named]
        return nested, counts, lacking, protected

    def response_action(self, request, queryset):
        if all(KEY.fullmatch(key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            return super().response_action(request, queryset)
        self.message_user(request, _("What was selected is not in this list. Select again."), messages.WARNING)
        return HttpResponseRedirect(request.get_full_path())

    def changelist_view(self, request, extra_context=None):
        if any(CONTROL.search(value) for values in request.GET.lists() for value in values[1]):
            return HttpResponseRedirect(f"{request.path}?e=1")
        try:
            return super().changelist_view(request, extra_context)
        except REFUSALS as refusal:
            self.message_user(request, in_words(refusal), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())


class OfOneThing(Shown):
    """Rows that belong to the thing on whose page they stand."""

    formset = SharedRows
    view_on_site = False

    def get_queryset(self, request):
        """With what each row names, fetched for all at once."""
        fields = [self.opts.get_field(name) for name in self.get_autocomplete_fields(request)]
        rows = super().get_queryset(request).prefetch_related(*(one.name for one in fields if one.many_to_many))
        one = [field.name for field in fields if not field.many_to_many]
        return rows.select_related(*one) if one else rows

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.watched = self.has_change_permission(request, obj)
        return formset


class Rows(OfOneThing, admin.TabularInline):
    """Such rows as a table."""

    template = "admin/rows.html"
    extra = 1
    # Narrow, so that a row fits on the page.
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https", "widget": AdminURLFieldWidget(attrs={"class": "", "size": 24})},
        LineField: {"widget": AdminTextInputWidget(attrs={"class": "", "size": 24})},
        ProseField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 20})},
    }


class NumberedRows(SharedRows):
    """Rows that are counted; one whose number is left empty gets the next."""

    number = "order"

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if self.number in form.fields:
            form.fields[self.number].required = False

    def clean(self):
        super().clean()
        deleted = self.deleted_forms  # each look at it judges every row
        rows = [form for form in self.forms if form not in deleted]
        last = max((getattr(form.instance, self.number) or 0 for form in rows if form.instance.pk), default=0)
        typed = [form.cleaned_data.get(self.number) or 0 for form in rows if hasattr(form, "cleaned_data")]
        last = max([last, *typed])
        for form in rows:
            if form.has_changed() and not form.instance.pk and not form.cleaned_data.get(self.number):
                last += 1
                setattr(form.instance, self.number, last)
