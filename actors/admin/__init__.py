"""The secretariat's desk: accounts and actors."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from actors.admin.actor import ActorAdmin
from actors.admin.user import AccountAdmin

# Set here and not in a template: on the login page Django gives the name `site` to something else.
admin.site.site_header = admin.site.site_title = settings.SITE_NAME
admin.site.index_title = _("The desk")

__all__ = ["AccountAdmin", "ActorAdmin"]
