"""Which of the actors, topics, instruments and series the public may see: those that something published names."""

from collections.abc import Callable
from functools import cache, wraps

from django.db.models import Exists, OuterRef, Q, QuerySet

from actors.models import Actor, Membership
from meetings.models import Contribution, Meeting, Series, Session
from recommendations.models.addressee import Addressee
from recommendations.models.challenge import Challenge
from recommendations.models.followup import FollowUpAction
from recommendations.models.link import Proposer
from recommendations.models.recommendation import Recommendation
from recommendations.models.topic import Instrument, Topic


def made_once(query: Callable[[], QuerySet]) -> Callable[[], QuerySet]:
    """Each page asks for these several times; putting the question into words takes longer than the answer."""
    made = cache(query)
    return wraps(query)(lambda: made().all())  # a copy, which knows no answer yet


@made_once
def public_actors():
    """Actors that are named, members of groups that are named, and what named actors are part of."""
    named = Actor.objects.filter(_named())
    return Actor.objects.filter(
        Q(pk__in=named.values("pk"))
        | Q(pk__in=named.values("part_of"))
        | Q(pk__in=Membership.objects.filter(group__in=named.values("pk")).values("member"))
    )


def _named() -> Q:
    items, meetings = Recommendation.objects.published(), Meeting.objects.published()
    actor = OuterRef("pk")
    return (
        Q(Exists(Addressee.objects.filter(actor=actor, recommendation__in=items)))
        | Q(Exists(Proposer.objects.filter(actor=actor, recommendation__in=items)))
        | Q(Exists(FollowUpAction.objects.published().filter(responsible=actor)))
        | Q(Exists(meetings.filter(Q(organiser=actor) | Q(participants=actor))))
        | Q(Exists(Contribution.objects.filter(actors=actor, session__meeting__in=meetings)))
    )


@made_once
def public_topics():
    """Topics of published items and challenges, and the main topics above them."""
    named = Topic.objects.filter(
        Q(Exists(Recommendation.objects.published().filter(topics=OuterRef("pk"))))
        | Q(Exists(Challenge.objects.published().filter(topics=OuterRef("pk"))))
    )
    return Topic.objects.filter(Q(pk__in=named.values("pk")) | Q(pk__in=named.values("part_of")))


@made_once
def public_instruments():
    return Instrument.objects.filter(Exists(Recommendation.objects.published().filter(instruments=OuterRef("pk"))))


@made_once
def public_sessions():
    """Sessions of published meetings, each with its address."""
    return Session.objects.filter(meeting__in=Meeting.objects.published()).with_address()


@made_once
def public_series():
    return Series.objects.filter(Exists(Meeting.objects.published().filter(series=OuterRef("pk"))))
