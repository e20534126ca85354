"""What is asked of the bodies for which an account answers, the late first."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, Min, OuterRef, Q, Subquery

from actors.models import Actor, Membership
from recommendations.models import Addressee, Recommendation, Response, ResponsePosition, State, Voice
from recommendations.models.recommendation_words import REPORT_ORDER


def represented(user):
    """The actors for which an account may answer: those that it represents, if it has that role."""
    if not user.has_perm("recommendations.answer_addressee"):
        return Actor.objects.none()
    return user.represents.order_by("name")


def rows_for(actors):
    """The rows that speak for the actors; each with why it does.

    `itself` = it names one of them, `below` = it names a part or a member of one, else a group or a body above;
    `for_whom` are the names of those that it concerns; `waiting_since` is when an answer came that is to be checked.
    """
    waiting = Response.objects.waiting().filter(addressee=OuterRef("pk")).order_by("-received_on")
    return Addressee.objects.speaking_for(*actors).annotate(
        itself=Q(actor__in=actors),
        below=Q(actor__part_of__in=actors)
        | Exists(Membership.objects.filter(group__in=actors, member=OuterRef("actor"))),
        for_whom=ArraySubquery(
            Voice.objects.filter(addressee=OuterRef("pk"), concerned__in=actors)
            .order_by("concerned__name")
            .values("concerned__name")
        ),
        waiting_since=Subquery(waiting.values("received_on")[:1]),
    )


def urgent_first(items, rows, actors):
    """The late ones, then what is asked, then the others; of each the actors' own come first, and the soonest due."""
    here = rows.filter(recommendation=OuterRef("pk"))
    due = here.exclude(response__in=ResponsePosition.POSITIONS).order_by().values("recommendation")
    own = here.filter(actor__in=actors)
    return items.annotate(
        own_late=Exists(own.response_late()),
        late=Exists(here.response_late()),
        asked=Exists(here.having_response(ResponsePosition.AWAITING)),
        due=Subquery(due.annotate(first=Min("response_due_on")).values("first")),
        own=Exists(own),
    ).order_by("-own_late", "-late", "-asked", "-own", F("due").asc(nulls_last=True), *REPORT_ORDER)


def figures(actors) -> dict[str, int]:
    """How many items concern the actors, on how many an answer is late or awaited, and how many are open."""
    items = Recommendation.objects.published().followed_up()
    rows = Addressee.objects.speaking_for(*actors).filter(recommendation__in=items)
    late = Addressee.objects.response_late()
    count = {
        "all": Q(),
        "late": Q(pk__in=late.values("pk")),
        "awaiting": Q(response=ResponsePosition.AWAITING),
        "open": Q(status__in=State.OPEN.all),
    }
    return rows.order_by().aggregate(
        **{name: Count("recommendation", distinct=True, filter=condition) for name, condition in count.items()}
    )
