"""A verb at the desk: a method of a model, the form that asks what it needs, and the page on which that form stands.

State changes only in this way, so each verb says once what it is called, who may use it and when it is offered; its
page, its button and, where it needs no further word, its place among the actions of the list follow from that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import ngettext

from actors.admin.desk import REFUSALS, PlacesErrors, in_words

SECOND_CLICK = 10  # seconds


class Asking(PlacesErrors):
    """What the form of a verb knows: the thing that it is about, and how to hand over what was typed."""

    intro = ""
    layout: tuple = ()  # how the fields are laid out, where not one to a line
    from_address: tuple[str, ...] = ()  # fields that a link may fill in

    def __init__(self, *args, subject: models.Model, **kwargs):
        self.subject = subject
        super().__init__(*args, **kwargs)

    def arguments(self) -> dict:
        return self.cleaned_data

    def confirm(self, result):
        """Raises ValidationError where what came of the verb is not what the form was filled in for."""

    def facts(self) -> list[tuple[str, str]]:
        """What its user should have before her eyes, with its labels."""
        return []

    def shown(self) -> list[tuple[str, forms.Form]]:
        """The forms to show, with their headings."""
        return [("", self)]

    def refuse(self, refusal: ValidationError | IntegrityError):
        """Show why the verb, or the database, refused."""
        self.add_error(None, in_words(refusal) if isinstance(refusal, REFUSALS) else refusal)


class VerbForm(Asking, forms.Form):
    """A verb that needs no more than a confirmation, or a few plain fields."""


@dataclass(frozen=True)
class Verb:
    """Something that an officer does to a thing of the register."""

    name: str  # of the model's method; also in the address
    label: str
    done: str
    form: type[Asking] = VerbForm
    needs: str = "change_{model}"  # the permission
    offered: Callable[[models.Model], bool] = lambda thing: True
    bulk: str = ""  # its name among the actions of the list


class WithVerbs:
    """A page of the desk on which verbs are offered."""

    verbs: tuple[Verb, ...] = ()

    def may(self, request, verb: Verb) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.{verb.needs.format(model=self.opts.model_name)}")

    def get_urls(self):
        pages = [
            path(
                f"<int:pk>/{verb.name}/",
                self.admin_site.admin_view(partial(self.verb_view, verb=verb)),
                name=self._page(verb),
            )
            for verb in self.verbs
        ]
        return pages + super().get_urls()

    def _page(self, verb: Verb) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{verb.name}"

    def buttons(self, request, thing) -> list[dict]:
        """What the page of the thing offers above its form."""
        return [
            {"label": verb.label, "url": reverse(f"admin:{self._page(verb)}", args=[thing.pk])}
            for verb in self.verbs
            if self.may(request, verb) and verb.offered(thing)
        ] + self.links(request, thing)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["verbs"] = self.buttons(request, obj) if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def links(self, request, thing) -> list[dict]:
        """Further pages, with label and url, on which something is done to it."""
        return []

    def verb_view(self, request, pk, verb: Verb):
        """The form of a verb; sent, it does it, and says why where it cannot."""
        if not self.may(request, verb):
            raise PermissionDenied
        thing = get_object_or_404(self.get_queryset(request), pk=pk)
        typed = (request.POST, request.FILES) if request.method == "POST" else ()
        linked = {name: request.GET[name] for name in verb.form.from_address if name in request.GET}
        form = verb.form(*typed, subject=thing, initial=linked)
        if typed and form.is_valid():
            try:
                self._do(request, verb, thing, form.arguments(), form.confirm)
            except (ValidationError, *REFUSALS) as refusal:
                # A record of its own could be another one, which would be lost; it says itself that it was sent twice.
                if isinstance(form, VerbForm) and self._just_done(request, verb, thing):
                    return HttpResponseRedirect(self._address(thing))
                form.refuse(refusal)
            else:
                self.message_user(request, f"{thing}: {verb.done}", messages.SUCCESS)
                return HttpResponseRedirect(self._address(thing))
        return TemplateResponse(
            request, "admin/verb.html", self._verb_context(request, verb, form, self.get_object(request, str(pk)))
        )

    def _address(self, thing) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[thing.pk])

    def _verb_context(self, request, verb, form, thing):
        fieldsets = [
            fieldset
            for heading, one in form.shown()
            for fieldset in helpers.AdminForm(
                one, [(heading, {"fields": one.layout or list(one.fields)})], {}, model_admin=self
            )
        ]
        return {
            **self.admin_site.each_context(request),
            "title": verb.label,
            "subtitle": None,
            "opts": self.opts,
            "original": thing,
            "address": self._address(thing),
            "form": form,
            "fieldsets": fieldsets,
            "media": self.media + form.media,
        }

    @transaction.atomic
    def _do(self, request, verb: Verb, thing, arguments: dict, confirm=None):
        result = getattr(thing, verb.name)(by=request.user, **arguments)
        if confirm:
            confirm(result)
        self.log_change(request, thing, str(verb.done))

    def _just_done(self, request, verb: Verb, thing) -> bool:
        """Whether the same hand did this a moment ago: the second click of two is no reason to say that it failed."""
        done = LogEntry.objects.filter(user=request.user, object_id=thing.pk, change_message=str(verb.done))
        recent = timezone.now() - timedelta(seconds=SECOND_CLICK)
        return done.filter(content_type=ContentType.objects.get_for_model(thing), action_time__gte=recent).exists()

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.actions is None or "_popup" in request.GET:
            return actions
        return actions | {
            verb.name: (partial(type(self).do_to_all, verb=verb), verb.name, verb.bulk)
            for verb in self.verbs
            if verb.bulk and self.may(request, verb)
        }

    def do_to_all(self, request, queryset, verb: Verb):
        """The verb for each thing that was selected; what refuses says why, the others are not held up."""
        done = 0
        for thing in queryset:
            awaited = verb.offered(thing)
            thing.refresh_from_db()
            if awaited and not verb.offered(thing):
                done += 1  # a part that its whole, earlier in the selection, took along
                continue
            try:
                self._do(request, verb, thing, {})
            except ValidationError as refusal:
                self.message_user(request, " ".join(refusal.messages), messages.ERROR)
            except REFUSALS as refusal:
                self.message_user(request, f"{thing}: {in_words(refusal)}", messages.ERROR)
            else:
                done += 1
        if done:
            said = ngettext("%(verb)s: %(done)d.", "%(verb)s: %(done)d.", done)
            self.message_user(request, said % {"verb": capfirst(verb.done), "done": done}, messages.SUCCESS)
