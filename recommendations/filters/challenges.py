"""The one way from a query string to the challenges that were voiced."""

from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations.filters.fields import CodesFilter, SlugsFilter, StrictFilterSet
from recommendations.models import Answered, Challenge
from recommendations.models.public import public_topics


class ChallengeFilter(StrictFilterSet):
    """Published challenges that a query string asks for, newest meeting first, then as the report has them."""

    answered = CodesFilter(Answered, "having_answer", _("Answered"))
    topic = SlugsFilter(public_topics, "about", _("Topic"))
    meeting = SlugsFilter(Meeting.objects.published, "of_meetings", _("Meeting"))

    class Meta(StrictFilterSet.Meta):
        model = Challenge
