from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render

from meetings.models import Document
from recommendations.item.citation import address, citation, short_citation
from recommendations.item.place import place
from recommendations.item.thread import thread
from recommendations.item.timeline import latest_assessment, timeline
from recommendations.models import (
    ActionRelation,
    ActionStatus,
    Addressee,
    Challenge,
    FollowUpAction,
    LinkKind,
    ProgressNote,
    Recommendation,
    RecommendationLink,
    Response,
    StatusChange,
)
from recommendations.search import address_of
from recommendations.views.listing import PER_PAGE
from recommendations.views.reading import read_only

LATEST = 40  # entries of the history; the log of changes has the others


@read_only
def recommendation(request, reference):
    """One recommendation: what was said, where, by whom, to whom, and what became of it."""
    if reference != reference.upper() and (known := address_of(reference)):
        return redirect(known, permanent=True)
    item = get_object_or_404(
        Recommendation.objects.readable()
        .select_related("session__meeting", "part_of")
        .prefetch_related("proposers", Prefetch("addressees", Addressee.objects.select_related("actor")))
        .with_subjects()
        .with_progress(),
        reference=reference,
    )
    documents = [Document(**source) for source in item.sources]
    context = {
        "item": item,
        "documents": documents,
        "address": address(item),
        "citation": citation(item, documents),
        "short_citation": short_citation(item),
        "place": place(request, item, PER_PAGE),
        "challenges": Challenge.objects.published().filter(answered_by=item).select_related("session__meeting"),
        **_elsewhere(item),
        **_follow_up(item),
    }
    return render(request, "recommendations/recommendation.html", context)


def _elsewhere(item) -> dict:
    """What was said near it in the same report, and at other meetings."""
    others = Recommendation.objects.readable() if item.is_archived else Recommendation.objects.published()
    said = RecommendationLink.objects
    links = list(said.in_thread_of(item) | said.related_to(item))
    linked = {one for link in links for one in (link.later_id, link.earlier_id)}
    around = (
        (others.near(item) | others.filter(pk__in=linked))
        .select_related("session__meeting", "part_of")
        .with_progress()
        .order_by("order", "reference")
    )
    shown = {item.pk: item} | {other.pk: other for other in around if other.pk != item.pk}
    related = [link for link in links if link.kind == LinkKind.RELATED]
    touching = {one for link in related for one in (link.later_id, link.earlier_id)} - {item.pk}
    joined = thread(item, [link for link in links if link not in related], shown)
    repeats = (LinkKind.REPEATS, item.pk)
    return {
        "thread": joined,
        "repeated_by": []
        if item.is_archived or not item.state.is_open
        else [stop.item for stop in joined.stops if repeats in {(one.kind, one.earlier.pk) for one in stop.continues}],
        "whole": shown.get(item.part_of_id),
        "lead": shown.get(item.restates_id),
        "parts": [other for other in shown.values() if other.part_of_id == item.pk],
        "restatements": [other for other in shown.values() if other.restates_id == item.pk],
        "related": [other for pk, other in shown.items() if pk in touching],
    }


def _follow_up(item) -> dict:
    """What was done, answered, assessed and noted, as far as the public may read it."""
    actions = list(
        FollowUpAction.objects.published()
        .for_item(item)
        .with_proofs()
        .select_related("responsible")
        .order_by("responsible__name", "reference")
    )
    done_since = [action for action in actions if action.relation == ActionRelation.ANSWERING]
    notes = ProgressNote.objects.public().for_item(item, done_since).with_proofs()
    answers = list(Response.objects.accepted().for_item(item).with_proofs().order_by("received_on", "recorded_at"))
    changes = list(
        StatusChange.objects.for_item(item)
        .with_proofs()
        .with_newer_reference()
        .select_related("corrects", "corrected_by")
    )
    addressees = _addressees(item, answers)
    opened = {row.pk for row in addressees if row.beneath}
    story = timeline(notes.select_related("addressee__actor", "action"), answers, changes)
    counted = [action for action in done_since if action.status != ActionStatus.CANCELLED]
    return {
        "addressees": addressees,
        "progress": {"all": len(counted), "completed": sum(a.status == ActionStatus.COMPLETED for a in counted)},
        "done_since": done_since,
        "before": [action for action in actions if action.relation == ActionRelation.IN_PLACE],
        "timeline": story[:LATEST],
        "older": len(story) - LATEST,
        # A group's own row no longer counts once it is opened, nor do those of what is followed up elsewhere.
        "latest": latest_assessment([change for change in changes if change.addressee_id not in opened])
        if item.status_as_of and not item.restates_id
        else None,
    }


def _addressees(item, answers) -> list:
    """The rows that stand for themselves, each with its public `claim` and the rows that it was opened into."""
    rows = sorted(item.addressees.all(), key=lambda row: row.pk)
    latest = {answer.addressee_id: answer for answer in answers}
    for row in rows:
        answer = latest.get(row.pk)
        row.claim = answer if answer and answer.is_public and answer.claims else None
        row.beneath = [member for member in rows if member.via_id == row.pk]
        row.assessed = sum(member.status_as_of is not None for member in row.beneath)
        reasons = {member.inferred_because for member in row.beneath}
        row.because = reasons.pop() if len(reasons) == 1 else ""
    return sorted((row for row in rows if not row.via_id), key=lambda row: row.role)
