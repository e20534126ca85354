"""What an officer typed outlives the login under which it was typed.

Django sends whoever is not logged in to the page for logging in, and drops what was sent. Here what was sent to the
desk waits in hidden fields of a page that asks for the password, and goes on from there.
"""

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure as refused

CREDENTIALS = "kept"
# Of the page itself, and not to be sent on.
OWN = {"csrfmiddlewaretoken", f"{CREDENTIALS}-username", f"{CREDENTIALS}-password"}


class KeepsTyped:
    """Asks for the password where something is sent to the desk after the login ended, and then lets it through."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not is_typed(request) or admin.site.has_permission(request):
            return None
        form = _login_form(request)
        if not form.is_bound or not form.is_valid():
            return _kept(request, form)
        typed = request.POST.copy()
        for name in OWN & set(typed):
            del typed[name]
        request.POST = typed
        login(request, form.get_user())
        return None


def csrf_failure(request, reason=""):
    """Who logged in anew in another tab sends an old token: the same page, with what was typed and a new token."""
    if is_typed(request) and request.headers.get("origin") == f"{request.scheme}://{request.get_host()}":
        return _kept(request, None if admin.site.has_permission(request) else _login_form(request))
    return refused(request, reason)


def is_typed(request) -> bool:
    """Whether somebody sends to the desk what took an effort to type; a password is never shown again."""
    if request.method != "POST" or not request.path.startswith(reverse("admin:index")):
        return False
    names = {name for name in request.POST if name not in OWN}
    return bool(names) and not any("password" in name for name in names)


def _login_form(request) -> AdminAuthenticationForm:
    sent = f"{CREDENTIALS}-username" in request.POST
    form = AdminAuthenticationForm(request, request.POST if sent else None, prefix=CREDENTIALS)
    form.fields["username"].widget.attrs["autofocus"] = True
    return form


def _kept(request, form):
    context = {
        **admin.site.each_context(request),
        "title": _("Nothing is saved yet, and nothing is lost"),
        "is_nav_sidebar_enabled": False,
        "form": form,
        "typed": [(name, value) for name, values in request.POST.lists() if name not in OWN for value in values],
        "files": bool(request.FILES),
    }
    # Rendered here: what answers a failed check of the token passes no further layer that would do it.
    return TemplateResponse(request, "admin/kept.html", context, status=403).render()
