"""What concerns the bodies for which somebody answers, and the page on which to answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from recommendations.answers.account import private
from recommendations.answers.concern import figures, represented, rows_for, urgent_first
from recommendations.answers.forms import AnswerForm
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import (
    ActionRelation,
    Evidence,
    FollowUpAction,
    ProgressNote,
    Recommendation,
    Response,
    ResponsePosition,
)
from recommendations.models.public import public_actors
from recommendations.views.selection import page_of

PER_PAGE = 25
PROPOSED = 10


@private
@login_required
@require_safe
def answers(request):
    """The published items that concern the bodies for which the account answers; then what those proposed."""
    public = public_actors().filter(pk=OuterRef("pk"))
    actors = list(represented(request.user).annotate(public=Exists(public)))
    asked = request.GET.copy()
    asked.pop("addressed_to", None)  # whom it concerns is given by the account
    chosen = RecommendationFilter.from_query(asked, request)
    selection = chosen.selection(rows=rows_for(actors))
    items = urgent_first(selection.items.among(selection.rows), selection.rows, actors)
    counted, narrowed = figures(actors), bool(chosen.query())
    context = {
        "actors": actors,
        "chosen": chosen,
        "figures": counted,
        "awaiting": ResponsePosition.AWAITING,
        **page_of(request, items.for_display(selection.rows), PER_PAGE, None if narrowed else counted["all"]),
        **({} if narrowed else _proposed([actor for actor in actors if actor.public])),
    }
    return render(request, "answers/list.html", context)


def _proposed(actors) -> dict:
    """What the bodies, or their groups, parts and members, proposed; and the public list of it."""
    items = Recommendation.objects.published().followed_up().proposed_by(*actors).for_display().in_report_order()
    return {
        "proposed": items[:PROPOSED] if actors else [],
        "proposed_query": urlencode({"proposed_by": [actor.slug for actor in actors]}, doseq=True),
    }


@private
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request, reference):
    """One item: what is asked of a body, what it answered so far and what became of that, and the form."""
    items = Recommendation.objects.published().followed_up().select_related("session__meeting", "part_of")
    item = get_object_or_404(items.prefetch_related("proposers"), reference=reference)
    rows = list(
        item.addressees.filter(actor__in=represented(request.user)).select_related("actor").order_by("role", "pk")
    )
    row = _asked_for(rows, request.GET.getlist("for"))
    row.recommendation = item
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AnswerForm(*typed, subject=row)
    if typed and form.is_valid() and _recorded(form, row, request.user):
        messages.success(request, _("Your answer is recorded. It counts once the secretariat has checked it."))
        return redirect(request.get_full_path())
    context = {
        "item": item,
        "row": row,
        "others": [other for other in rows if other != row],
        "form": form,
        "given": row.responses.prefetch_related("evidence").order_by("-number"),
        **_for_the_network(item, rows),
    }
    return render(request, "answers/answer.html", context)


def _asked_for(rows, slugs):
    """The row for which to answer: the one that the address names, or the only one, or the first."""
    for row in rows:
        if not slugs or slugs == [row.actor.slug]:
            return row
    raise Http404


def _recorded(form, row, user) -> bool:
    """Whether the answer was recorded; where it was refused, the form says why, and no file of it is left behind."""
    given = form.arguments()
    try:
        with transaction.atomic():
            form.confirm(row.respond(by=user, **given))
    except (ValidationError, IntegrityError) as refusal:
        for proof in given["evidence"]:
            if proof.file and proof.file._committed:
                proof.file.delete(save=False)
        form.refuse(refusal)
        return False
    return True


def _for_the_network(item, rows) -> dict:
    """What somebody who is signed in may read of the item beyond its public page."""
    proofs = Prefetch("evidence", Evidence.objects.shared())
    actions = FollowUpAction.objects.published().for_item(item).filter(relation=ActionRelation.ANSWERING)
    notes = ProgressNote.objects.restricted().for_item(item, actions.values("pk"))
    said = Response.objects.restricted().for_item(item).exclude(addressee__in=rows)
    return {
        "notes": notes.select_related("addressee__actor", "action").prefetch_related(proofs),
        "said": said.prefetch_related(proofs).order_by("-received_on", "-number"),
    }
