"""The one way from a query string to the challenges that were voiced."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations.fields import CodesFilter, SlugsFilter, StrictFilterSet
from recommendations.models import Challenge
from recommendations.models.public import public_topics


class Answered(models.TextChoices):
    """Whether a recommendation answers a challenge."""

    NO = "no", _("By no recommendation")
    YES = "yes", _("By a recommendation")


class ChallengeFilter(StrictFilterSet):
    """Published challenges that a query string asks for, newest meeting first, then as the report has them."""

    answered = CodesFilter(Answered, _("Answered"), "by_answer")
    topic = SlugsFilter(public_topics, _("Topic"), "about")
    meeting = SlugsFilter(Meeting.objects.published, _("Meeting"), "by_meeting")

    class Meta(StrictFilterSet.Meta):
        model = Challenge

    def by_answer(self, queryset, name, value):
        if set(value) == {*Answered}:
            return queryset
        return queryset.answered() if Answered.YES in value else queryset.unanswered()

    def about(self, queryset, name, value):
        return queryset.about(*value)

    def by_meeting(self, queryset, name, value):
        return queryset.filter(session__meeting__in=value)
