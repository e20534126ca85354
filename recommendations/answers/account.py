"""Signing in and out, and one's own password."""

from functools import wraps
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import Http404
from django.urls import reverse, reverse_lazy
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found


def private(view):
    """A page that only one person may see: no cache on the way keeps it, nor that there is none for somebody else."""

    @wraps(view)
    def kept_nowhere(request, *args, **kwargs):
        try:
            answer = view(request, *args, **kwargs)
        except Http404 as missing:
            answer = page_not_found(request, missing)
        patch_cache_control(answer, private=True, no_store=True)
        return answer

    return kept_nowhere


class SignIn(LoginView):
    """Leads to where one wanted to go; else officers to the desk, everybody else to what concerns them."""

    template_name = "account/sign_in.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self):
        return reverse("admin:index" if self.request.user.is_staff else "recommendations:answers")

    def get_redirect_url(self):
        wanted = super().get_redirect_url()
        return "" if urlsplit(wanted).path == self.request.path else wanted  # it would lead here for ever


class Password(PasswordChangeView):
    template_name = "account/password.html"
    success_url = reverse_lazy("recommendations:answers")

    def form_valid(self, form):
        messages.success(self.request, _("Your password is changed."))
        return super().form_valid(form)


sign_in = private(SignIn.as_view())
sign_out = private(LogoutView.as_view(next_page="recommendations:front"))
password = private(Password.as_view())
