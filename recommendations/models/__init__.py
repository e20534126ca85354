"""What was recommended, to whom, and what became of it."""

from actors.models.tracking import keep_history
from recommendations.models.addressee import Addressee
from recommendations.models.addressee_words import AddresseeQuerySet
from recommendations.models.challenge import Answered, Challenge, ChallengeQuerySet
from recommendations.models.choices import (
    ActionRelation,
    AsksFor,
    Capacity,
    Channel,
    Decision,
    Hindrance,
    Kind,
    LinkKind,
    Naming,
    Precision,
    Role,
    Standing,
)
from recommendations.models.closing import ClosingProposal, ClosingProposalQuerySet
from recommendations.models.curated import CuratedSearch, CuratedSearchQuerySet
from recommendations.models.evidence import Evidence
from recommendations.models.followup import FollowUpAction, FollowUpActionQuerySet
from recommendations.models.link import ActionLink, Proposer, RecommendationLink
from recommendations.models.note import ProgressNote
from recommendations.models.recommendation import Recommendation
from recommendations.models.recommendation_words import RecommendationQuerySet
from recommendations.models.record import Response, StatusChange
from recommendations.models.scales import (
    ActionStatus,
    Basis,
    DefinedChoices,
    Gap,
    Late,
    ResponsePosition,
    State,
    Status,
)
from recommendations.models.search import SearchDocument, SearchWord, Sought
from recommendations.models.state_of_play import StateOfPlay
from recommendations.models.topic import Instrument, Topic, TopicQuerySet
from recommendations.models.voice import Voice

keep_history("recommendations", apart=[SearchDocument, SearchWord])

__all__ = [
    "ActionLink",
    "ActionRelation",
    "ActionStatus",
    "Addressee",
    "AddresseeQuerySet",
    "Answered",
    "AsksFor",
    "Basis",
    "Capacity",
    "Challenge",
    "ChallengeQuerySet",
    "Channel",
    "ClosingProposal",
    "ClosingProposalQuerySet",
    "CuratedSearch",
    "CuratedSearchQuerySet",
    "Decision",
    "DefinedChoices",
    "Evidence",
    "FollowUpAction",
    "FollowUpActionQuerySet",
    "Gap",
    "Hindrance",
    "Instrument",
    "Kind",
    "Late",
    "LinkKind",
    "Naming",
    "Precision",
    "ProgressNote",
    "Proposer",
    "Recommendation",
    "RecommendationLink",
    "RecommendationQuerySet",
    "Response",
    "ResponsePosition",
    "Role",
    "SearchDocument",
    "SearchWord",
    "Standing",
    "Sought",
    "State",
    "StateOfPlay",
    "Status",
    "StatusChange",
    "Topic",
    "TopicQuerySet",
    "Voice",
]
