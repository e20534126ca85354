"""The page of the session sheet."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _, ngettext

from meetings.models import Session
from recommendations.admin.sheet.recording import RecordedSheet
from recommendations.models import AsksFor, Capacity, Kind, Standing


def session_sheet(request, pk):
    """Shows the sheet of a session, and does what its buttons say: paste, insert, check, save."""
    if not request.user.has_perm("recommendations.add_recommendation"):
        raise PermissionDenied
    session = get_object_or_404(Session.objects.select_related("meeting"), pk=pk)
    sheet = RecordedSheet(session, request.POST if request.method == "POST" else None)
    asked = request.POST
    if "save" in asked and (drafts := sheet.save(by=request.user)):
        messages.success(request, _recorded(session, drafts))
        return HttpResponseRedirect(request.path)
    if "paste" in asked:
        sheet.paste()
    elif "insert" in asked:
        place = asked["insert"]
        sheet.insert(int(place) if place.isdecimal() and len(place) < 5 else len(sheet.rows))
    elif "check" in asked:
        sheet.is_valid()
    sheet.number()
    return TemplateResponse(request, "admin/sheet.html", _context(request, session, sheet))


def _recorded(session, drafts):
    """What became of the sheet, and the way to submit it."""
    said = ngettext(
        "%(count)d draft recorded: %(first)s.", "%(count)d drafts recorded: %(first)s to %(last)s.", len(drafts)
    ) % {"count": len(drafts), "first": drafts[0].reference, "last": drafts[-1].reference}
    drafted = urlencode({"session__id__exact": session.pk, "publication__exact": "draft"})
    listed = reverse("admin:recommendations_recommendation_changelist")
    return format_html('{} <a href="{}?{}">{}</a>', said, listed, drafted, _("Read and submit them"))


def _context(request, session, sheet):
    page = reverse("admin:meetings_session_change", args=[session.pk])
    choices = reverse("admin:autocomplete")
    return {
        **admin.site.each_context(request),
        "title": _("Sheet of session %(code)s") % {"code": session.code},
        "is_nav_sidebar_enabled": False,
        "session": session,
        "session_page": page,
        "sheet": sheet,
        "wrong": [row for row in sheet.rows if row.is_bound and row.counts and row.errors],
        "recorded": session.recommendations.order_by("order", "reference"),
        "words": [Kind, Standing, AsksFor, Capacity],
        "actors": f"{choices}?app_label=recommendations&model_name=addressee&field_name=actor",
        "topics": f"{choices}?app_label=recommendations&model_name=recommendation&field_name=topics",
    }
