from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from actors.models import User

# What each group may do is kept by the program (recommendations/roles.py); on a page it would only seem to change.
admin.site.unregister(Group)


class NewAccountForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ["email", "name"]


class AccountForm(UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts. Only a superuser touches a superuser: nobody's rights grow by their own hand."""

    form = AccountForm
    add_form = NewAccountForm
    list_display = ["email", "name", "roles", "is_staff", "is_active", "last_login"]
    list_filter = ["groups", "is_staff", "is_active"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    filter_horizontal = ["groups"]
    autocomplete_fields = ["represents"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (
            _("What this person may do"),
            {
                "description": _(
                    "Who works at the desk needs “staff status” and a group. Who answers for bodies needs the group "
                    "Contributors and the bodies, and no “staff status”."
                ),
                "fields": ["is_active", "is_staff", "groups", "represents", "is_superuser"],
            },
        ),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "name", "usable_password", "password1", "password2"]})
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, "is_superuser"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._within_rights(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._within_rights(request, obj)

    def _within_rights(self, request, obj) -> bool:
        return obj is None or request.user.is_superuser or not obj.is_superuser

    @admin.display(description=_("groups"))
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())
