from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import Desk, Rows
from actors.models import Actor, ActorAlias, Contact, Membership


class AliasRows(Rows):
    model = ActorAlias


class GroupRows(Rows):
    """The groups to which this actor belongs."""

    model = Membership
    fk_name = "member"
    autocomplete_fields = ["group"]
    verbose_name = _("membership in a group")
    verbose_name_plural = _("member of these groups")


class MemberRows(Rows):
    """The members of this actor, where it is a group."""

    model = Membership
    fk_name = "group"
    autocomplete_fields = ["member"]
    verbose_name = _("member")
    verbose_name_plural = _("members of this group")


class ContactRows(Rows):
    model = Contact
    extra = 0
    verbose_name_plural = _("contacts (internal)")


@admin.register(Actor)
class ActorAdmin(Desk):
    list_display = ["name", "acronym", "kind", "part_of", "country_code"]
    list_filter = ["kind"]
    list_select_related = ["part_of"]
    search_fields = ["name", "acronym", "aliases__name", "slug"]
    search_help_text = _("Name, acronym or alias")
    autocomplete_fields = ["part_of"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AliasRows, GroupRows, MemberRows, ContactRows]
    fieldsets = [
        (
            None,
            {
                "fields": [("name", "acronym"), "slug", "kind", "part_of", "country_code", "website", "description"],
            },
        )
    ]
