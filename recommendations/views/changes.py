from django.shortcuts import render

from meetings.models import Meeting
from recommendations.filters.changes import ChangeFilter, What
from recommendations.filters.facets import Option
from recommendations.filters.pills import pills
from recommendations.models import ProgressNote, Response, StatusChange
from recommendations.models.public import public_actors
from recommendations.views.reading import read_only
from recommendations.views.selection import groups_of, page_of

PER_PAGE = 25
DAYS = ("since", "until")


@read_only
def change_list(request):
    """The public log: what was assessed, answered and noted, newest first by the day on which it was recorded."""
    chosen = ChangeFilter(request.GET)
    found = page_of(request, chosen.entries(), PER_PAGE)
    groups = groups_of(
        chosen,
        {
            "what": [Option(what.value, str(what.label)) for what in What],
            "meeting": [Option(one.slug, one.title) for one in Meeting.objects.published()],
            "actor": [Option(*names) for names in public_actors().order_by("name").values_list("slug", "name")],
        },
    )
    context = {
        "filter": chosen,
        "days": [chosen.form[name] for name in DAYS],
        "groups": groups,
        "pills": pills(chosen),
        "entries": told(found["page"].object_list) if found["page"] else [],
        **found,
    }
    return render(request, "recommendations/changes.html", context)


def told(entries) -> list:
    """The recorded row behind each entry of a page, with all that is told of it, in the order of the entries."""
    entries, rows = list(entries), {}
    for kind, in_full in IN_FULL.items():
        if keys := [entry["entry"] for entry in entries if entry["kind"] == kind]:
            rows |= {(kind, row.pk): row for row in in_full().with_proofs().filter(pk__in=keys)}
    for entry in entries:
        row = rows[entry["kind"], entry["entry"]]
        row.kind, row.entered_on = What(entry["kind"]), entry["entered_on"]
        row.item = row.addressee.recommendation if row.addressee else row.recommendation
    return [rows[entry["kind"], entry["entry"]] for entry in entries]


def _changes():
    return (
        StatusChange.objects.select_related(*ADDRESSED, "corrects", "corrected_by", "session__meeting")
        .with_newer_reference()
        .with_previous()
    )


def _responses():
    return Response.objects.select_related(*ADDRESSED)


def _notes():
    return ProgressNote.objects.select_related(*ADDRESSED, "recommendation", "action__responsible")


ADDRESSED = ("addressee__actor", "addressee__recommendation")
IN_FULL = {What.STATUS: _changes, What.RESPONSE: _responses, What.NOTE: _notes}
