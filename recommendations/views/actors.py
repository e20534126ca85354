from itertools import groupby

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, OuterRef, Q, Window
from django.http import QueryDict
from django.shortcuts import get_object_or_404, render

from actors.models import ActorKind, Membership
from recommendations.filters.facets import facets
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import FollowUpAction, Recommendation, State
from recommendations.models.listed import listed
from recommendations.models.public import public_actors
from recommendations.views.listing import PER_PAGE as FIRST
from recommendations.views.reading import read_only


@read_only
def actor_list(request):
    """Everybody the published register names, by kind, with what concerns and what was proposed by each."""
    counted = facets(RecommendationFilter.from_query(QueryDict()), "addressed_to", "proposed_by").by_name
    actors = [
        (actor, counted["addressed_to"].n(actor.slug), counted["proposed_by"].n(actor.slug))
        for actor in public_actors().order_by("kind", "name")
    ]
    kinds = {kind: list(rows) for kind, rows in groupby(actors, lambda row: row[0].kind)}
    return render(request, "actors/list.html", {"kinds": [(kind, kinds[kind]) for kind in ActorKind if kind in kinds]})


@read_only
def actor(request, slug):
    """What concerns one actor: what is asked of it and of its groups, what it proposed, what it does."""
    actors = (
        public_actors()
        .select_related("part_of")
        .annotate(
            also_called=ArrayAgg(
                "aliases__name", filter=Q(aliases__isnull=False), order_by="aliases__name", default=[]
            ),
            within_public=Exists(public_actors().filter(pk=OuterRef("part_of"))),
            public_parts=listed(public_actors().filter(part_of=OuterRef("pk")).order_by("name"), "slug", "name"),
        )
    )
    actor = get_object_or_404(actors, slug=slug)
    concerned = RecommendationFilter.from_query(QueryDict(f"addressed_to={slug}"))
    counted = facets(concerned, "state", "late", "response")
    items = Recommendation.objects.published().followed_up()
    proposed = items.proposed_by(actor).for_display().annotate(all=Window(Count("*"))).in_report_order()[:FIRST]
    public = public_actors().values("pk")
    memberships = list(
        Membership.objects.on()
        .filter(Q(member=actor) | Q(group=actor), group__in=public, member__in=public)
        .select_related("group", "member")
        .order_by("group__name", "member__name")
    )
    actions = FollowUpAction.objects.published().filter(responsible=actor)
    context = {
        "actor": actor,
        "chosen": concerned,
        "concerned": concerned.for_display()[:FIRST],
        "concerned_n": counted.found,
        "play": concerned.selection().standing.state_of_play(),
        "open_n": counted.by_name["state"].n(State.OPEN),
        "late": counted.by_name["late"].options,
        "responses": counted.by_name["response"].options,
        "proposed": proposed,
        "proposed_n": proposed[0].all if proposed else 0,
        "actions": actions.select_related("responsible")[:FIRST],
        "progress": actions.answering(items).progress(),
        "groups": [membership.group for membership in memberships if membership.member_id == actor.pk],
        "members": [membership.member for membership in memberships if membership.group_id == actor.pk],
    }
    return render(request, "actors/actor.html", context)
