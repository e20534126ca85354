"""From one thing to the next of the list from which its officer came, without going back to the list."""

import copy

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponseRedirect, QueryDict
from django.urls import reverse

from actors.models.text import CONTROL


class InList:
    """A page of the desk that knows what stands before and after its thing in the list, as that was filtered."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and not context["is_popup"]:
            context["place"] = self._place(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_change(self, request, obj):
        response = super().response_change(request, obj)
        following = request.POST.get("_next", "")
        if following.isdecimal() and len(following) < 19:
            return HttpResponseRedirect(self._page_of(request, following))
        return response

    def _page_of(self, request, pk) -> str:
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return add_preserved_filters(
            filters, reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk])
        )

    def _listed(self, request) -> list[int]:
        """The keys of the list, in its order; none where its address cannot be read."""
        filters = request.GET.get("_changelist_filters", "")
        as_list = copy.copy(request)
        as_list.GET, as_list.method = QueryDict(filters), "GET"
        if any(CONTROL.search(value) for values in as_list.GET.lists() for value in values[1]):
            return []
        try:
            listed = self.get_changelist_instance(as_list).queryset
            return [*listed.values_list("pk", flat=True)]
        except (IncorrectLookupParameters, SuspiciousOperation):
            return []

    def _place(self, request, obj) -> dict | None:
        """Where the thing stands in the list: the how-manieth of how many, and its neighbours."""
        keys = self._listed(request)
        if obj.pk not in keys:
            return None
        at = keys.index(obj.pk)
        near = {"previous": keys[at - 1] if at else None, "next": keys[at + 1] if at + 1 < len(keys) else None}
        things = self.model._base_manager.in_bulk([pk for pk in near.values() if pk])
        return {
            "number": at + 1,
            "count": len(keys),
            **{
                way: {"thing": things[pk], "pk": pk, "url": self._page_of(request, pk)}
                for way, pk in near.items()
                if pk in things
            },
        }
