"""The history at the desk: of one record, on a page of its own."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.template.response import TemplateResponse

from actors.history.events import Changes, of_record
from actors.history.known import Known, called
from actors.history.moments import moments

PER_PAGE = 100


def page_of(request, selected, record=None) -> dict:
    """One page of the selected events, in words."""
    page = Paginator(Changes(selected), PER_PAGE).get_page(request.GET.get("page"))
    return {"page": page, "moments": moments(page.object_list, record)}


class WithHistory:
    """A page of the desk whose history is told from the events of its record and of what belongs to it."""

    def history_view(self, request, object_id, extra_context=None):
        """In place of Django's, which knows only what was done at the desk, and only that something was."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        record = self._record(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": called(record),
            "subtitle": None,
            "opts": self.opts,
            "record": record,
            "is_gone": record._state.adding,
            **page_of(request, of_record(self.model, record.pk), record),
        }
        return TemplateResponse(request, "admin/history.html", context)

    def _record(self, request, object_id):
        """The record, or what it was before it was deleted."""
        found = self.get_object(request, unquote(object_id))
        if found is None and object_id.isascii() and object_id.isdigit() and len(object_id) < 19:
            known = Known()
            known.learn([], {(self.model, int(object_id))})
            found = known.rows[self.model, int(object_id)]
        return found
