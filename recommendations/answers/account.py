"""Signing in and out, and one's own password."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

# What only one person may see is kept by no cache on the way, and by no browser once that person has gone.
private = cache_control(private=True, no_store=True)


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
