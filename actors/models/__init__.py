"""Who: organisations, networks, groups and countries; and the accounts of people."""

from actors.models.actor import Actor, ActorAlias, ActorKind, ActorQuerySet
from actors.models.concern import Concern, ConcernQuerySet, concerning, holding
from actors.models.membership import Contact, Membership, MembershipQuerySet
from actors.models.namesake import Likeness, Namesake
from actors.models.tracking import keep_history
from actors.models.user import User

keep_history("actors", apart=[User])

__all__ = [
    "Actor",
    "ActorAlias",
    "ActorKind",
    "ActorQuerySet",
    "Concern",
    "ConcernQuerySet",
    "Contact",
    "Likeness",
    "Membership",
    "MembershipQuerySet",
    "Namesake",
    "User",
    "concerning",
    "holding",
]
