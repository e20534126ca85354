"""The words in which the rest of the site asks for follow-up actions."""

from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from meetings.models import Publication, PublishableQuerySet
from recommendations.models.choices import ActionRelation
from recommendations.models.conditions import action_in
from recommendations.models.evidence import Evidence, ProvenQuerySet
from recommendations.models.scales import ActionStatus


class FollowUpActionQuerySet(ProvenQuerySet, PublishableQuerySet):
    def get_by_natural_key(self, reference):
        return self.get(reference=reference)

    def published(self):
        return self.filter(action_in([Publication.PUBLISHED]))

    def readable(self):
        return self.filter(action_in(Publication.READABLE))

    def answering(self, items):
        """Done, or to be done, in answer to one of the recommendations."""
        links = self.model.recommendations.through.objects.filter(recommendation__in=items)
        return self.filter(pk__in=links.filter(relation=ActionRelation.ANSWERING).values("action"))

    def for_item(self, item):
        """Those that bear on a recommendation, with their `relation` to it."""
        return self.filter(links__recommendation=item).annotate(relation=F("links__relation"))

    def answering_meetings(self, *meetings):
        """In answer to what was published of one of the meetings and is followed up."""
        items = self.model.recommendations.rel.model.objects.published().followed_up()
        return self.answering(items.of_meetings(*meetings))

    def related_as(self, *relations):
        """In one of these relations to a published recommendation that is followed up."""
        items = self.model.recommendations.rel.model.objects.published().followed_up()
        links = self.model.recommendations.through.objects.filter(recommendation__in=items, relation__in=relations)
        return self.filter(pk__in=links.values("action"))

    def done_by(self, *actors):
        """For which one of the actors is responsible."""
        return self.filter(responsible__in=actors)

    def having_status(self, *statuses):
        return self.filter(status__in=statuses)

    def having_reference(self, reference: str):
        return self.filter(reference=reference)

    def ended(self):
        return self.filter(status__in=ActionStatus.ENDED)

    def progress(self) -> dict[str, int]:
        """How many are `completed` of `all` that are to be done; what was cancelled is not to be done."""
        completed = Count("pk", filter=Q(status=ActionStatus.COMPLETED))
        return self.exclude(status=ActionStatus.CANCELLED).aggregate(completed=completed, all=Count("pk"))

    def late(self, on: date | None = None):
        """Due before a day, and neither completed nor cancelled."""
        return self.filter(status__in=ActionStatus.RUNNING, due_on__lt=on or timezone.localdate())

    def due_soon(self, on: date | None = None, within: timedelta = timedelta(days=30)):
        """To be done on the day or within some days of it, and not done yet."""
        on = on or timezone.localdate()
        return self.filter(status__in=ActionStatus.RUNNING, due_on__range=(on, on + within))

    def undated(self):
        """Still to be done, by no day."""
        return self.filter(status__in=ActionStatus.RUNNING, due_on=None)

    def owned_by(self, user):
        """Bearing on a recommendation that this user looks after."""
        owned = self.model.recommendations.through.objects.filter(recommendation__owner=user)
        return self.filter(pk__in=owned.values("action"))

    def proven(self):
        """Those that are proven by something that everybody may read."""
        public, action = Evidence.objects.public(), OuterRef("pk")
        return self.filter(Exists(public.filter(action=action)) | Exists(public.filter(progress_note__action=action)))
