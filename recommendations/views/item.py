from django.db.models import OuterRef, Prefetch, Q, Subquery
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from meetings.models import Document
from recommendations.models import (
    ActionLink,
    ActionRelation,
    Addressee,
    Challenge,
    Evidence,
    FollowUpAction,
    ProgressNote,
    Recommendation,
    RecommendationLink,
    Response,
    StatusChange,
)


@require_safe
def recommendation(request, reference):
    """One recommendation: what was said, where, by whom, to whom, and what became of it."""
    item = get_object_or_404(
        Recommendation.objects.readable()
        .select_related("session__meeting", "part_of")
        .prefetch_related(
            "proposers",
            "topics",
            "instruments",
            Prefetch("addressees", Addressee.objects.select_related("actor").members_beneath()),
            Prefetch("session__meeting__documents", Document.objects.order_by("pk")),
        )
        .with_progress(),
        reference=reference,
    )
    others = Recommendation.objects.readable() if item.is_archived else Recommendation.objects.published()
    near = Q(part_of=item) | Q(restates=item) | Q(pk__in=[item.part_of_id or 0, item.restates_id or 0])
    family = list(others.filter(near).select_related("session__meeting").with_progress().order_by("order", "reference"))
    context = {
        "item": item,
        "whole": next((other for other in family if other.pk == item.part_of_id), None),
        "lead": next((other for other in family if other.pk == item.restates_id), None),
        "parts": [other for other in family if other.part_of_id == item.pk],
        "restatements": [other for other in family if other.restates_id == item.pk],
        "challenges": Challenge.objects.published().filter(answered_by=item).select_related("session__meeting"),
        "links": RecommendationLink.objects.filter(
            Q(later=item, earlier__in=others) | Q(earlier=item, later__in=others)
        ).select_related("later__session__meeting", "earlier__session__meeting"),
        **_follow_up(item),
    }
    return render(request, "recommendations/recommendation.html", context)


def _public_reference():
    """The reference of the newer recommendation that overtook an item, where it is public."""
    return Subquery(Recommendation.objects.readable().filter(pk=OuterRef("newer")).values("reference")[:1])


def _follow_up(item) -> dict:
    """What was done, answered, assessed and noted, as far as the public may read it."""
    links = list(
        ActionLink.objects.filter(recommendation=item, action__in=FollowUpAction.objects.published())
        .select_related("action__responsible")
        .order_by("action__reference")
    )
    actions = [link.action_id for link in links]
    answering = [link.action_id for link in links if link.relation == ActionRelation.ANSWERING]
    notes = list(
        ProgressNote.objects.public()
        .filter(Q(recommendation=item) | Q(addressee__recommendation=item) | Q(action__in=answering))
        .select_related("addressee__actor", "action")
    )
    changes = list(
        StatusChange.objects.filter(addressee__recommendation=item)
        .select_related("addressee__actor", "corrects", "corrected_by")
        .annotate(newer_reference=_public_reference())
        .order_by("-as_of", "-recorded_at")
    )
    responses = list(
        Response.objects.accepted()
        .filter(addressee__recommendation=item)
        .select_related("addressee__actor")
        .order_by("-received_on", "-recorded_at")
    )
    evidence = Evidence.objects.public().filter(
        Q(action__in=actions)
        | Q(progress_note__in=[note.pk for note in notes])
        | Q(status_change__addressee__recommendation=item)
        | Q(response__in=[response.pk for response in responses if response.is_public])
    )
    proofs = {}
    for proof in evidence:
        proofs.setdefault(proof.owner_key, []).append(proof)
    for name, rows in (("status_change", changes), ("response", responses), ("progress_note", notes)):
        for row in rows:
            row.proofs = proofs.get((name, row.pk), [])
    for link in links:
        link.action.proofs = proofs.get(("action", link.action_id), [])
    return {
        "done_since": [link.action for link in links if link.relation == ActionRelation.ANSWERING],
        "before": [link.action for link in links if link.relation == ActionRelation.IN_PLACE],
        "notes": notes,
        "changes": changes,
        "responses": responses,
    }
