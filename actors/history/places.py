"""Who made a change, and through which page, as the context of its event has it: keys and an address, no names."""

from typing import NamedTuple

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from actors.history.known import Known


class Page(NamedTuple):
    """A page of the desk: what it does with things of a kind, or with one of them."""

    model: type
    verb: str
    key: int | None

    @property
    def thing(self) -> tuple:
        return self.model, self.key


def page(context: dict | None) -> Page | None:
    """The page through which a change was made, where it is the page of a kind of thing."""
    try:
        match = resolve((context or {}).get("url") or "")
    except Resolver404:
        return None
    for model in admin.site._registry:
        begin = f"{model._meta.app_label}_{model._meta.model_name}_"
        if match.namespace == "admin" and (match.url_name or "").startswith(begin):
            key = unquote(str(match.kwargs.get("pk", match.kwargs.get("object_id", ""))))
            is_key = key.isascii() and key.isdigit() and len(key) < 19
            return Page(model, match.url_name.removeprefix(begin), int(key) if is_key else None)
    return None


def who(context: dict | None, known: Known) -> str:
    if context is None:
        return _("Past the site, in the database")
    if context.get("command"):
        return _("The command “%(name)s”") % {"name": context["command"]}
    if context.get("user") is None:
        return _("Somebody who was not signed in")
    return known.name(get_user_model(), context["user"])


def where(context: dict | None, record: tuple, known: Known) -> str:
    """The page in words; empty where there was none. `record` is the thing that was changed, by kind and key."""
    at = page(context)
    if at is None:
        return (context or {}).get("url") or ""
    words = {"kind": at.model._meta.verbose_name, "kinds": at.model._meta.verbose_name_plural}
    verbs = {verb.name: verb.label for verb in getattr(admin.site.get_model_admin(at.model), "verbs", ())}
    if at.verb == "add":
        return _("on the page “Add: %(kind)s”") % words
    if at.verb == "changelist":
        return _("in the list of %(kinds)s") % words
    if at.verb == "delete":
        return _("on the page “Delete: %(kind)s”") % words
    words |= {"name": known.name(*at.thing), "verb": verbs.get(at.verb, at.verb)}
    if at.verb in verbs:
        return (_("by “%(verb)s”") if at.thing == record else _("by “%(verb)s”, %(kind)s %(name)s")) % words
    return (_("on its page") if at.thing == record else _("on the page of the %(kind)s %(name)s")) % words
