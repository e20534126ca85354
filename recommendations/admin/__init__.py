"""The secretariat's desk: what was recommended, to whom, and what became of it."""

from recommendations.admin.action import FollowUpActionAdmin
from recommendations.admin.addressee import AddresseeAdmin
from recommendations.admin.challenge import ChallengeAdmin
from recommendations.admin.curated import CuratedSearchAdmin
from recommendations.admin.recommendation import RecommendationAdmin
from recommendations.admin.subject import InstrumentAdmin, TopicAdmin
from recommendations.admin.waiting import ClosingProposalAdmin, ResponseAdmin

__all__ = [
    "AddresseeAdmin",
    "ChallengeAdmin",
    "ClosingProposalAdmin",
    "CuratedSearchAdmin",
    "FollowUpActionAdmin",
    "InstrumentAdmin",
    "RecommendationAdmin",
    "ResponseAdmin",
    "TopicAdmin",
]
