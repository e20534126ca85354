"""The one way from a query string to follow-up actions."""

from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations.filters.fields import CodesFilter, SlugsFilter, StrictFilterSet, SwitchFilter, TextFilter
from recommendations.models import ActionRelation, ActionStatus, FollowUpAction
from recommendations.models.public import public_actors


class ActionFilter(StrictFilterSet):
    """Published follow-up actions that a query string asks for, by reference."""

    reference = TextFilter("having_reference", _("Reference"), max_length=32)
    status = CodesFilter(ActionStatus, "having_status", _("Status"))
    late = SwitchFilter("late", _("Late"))
    relation = CodesFilter(ActionRelation, "related_as", _("Relation to recommendations"))
    responsible = SlugsFilter(public_actors, "done_by", _("Responsible"))
    meeting = SlugsFilter(Meeting.objects.published, "answering_meetings", _("In answer to"))

    class Meta(StrictFilterSet.Meta):
        model = FollowUpAction
