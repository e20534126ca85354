"""The words in which the rest of the site asks for what was recorded: answers and assessments."""

from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, TruncDate

from actors.models import concerning
from meetings.models import Audience, Publication
from recommendations.models.conditions import item_in
from recommendations.models.evidence import RecordedQuerySet
from recommendations.models.scales import Status


class RecordQuerySet(RecordedQuerySet):
    def get_by_natural_key(self, recommendation, actor, number):
        return self.get(
            addressee__recommendation__reference=recommendation,
            addressee__actor__slug=actor,
            number=number,
        )

    def for_item(self, item):
        """What was said or found about the addressees of a recommendation."""
        return self.filter(addressee__recommendation=item).select_related("addressee__actor")

    def published(self):
        """Of published recommendations."""
        return self.filter(item_in([Publication.PUBLISHED], "addressee__recommendation"))

    def owned_by(self, user):
        """On recommendations that this user looks after."""
        return self.filter(addressee__recommendation__owner=user)

    def of_reference(self, reference: str):
        """Of one recommendation."""
        return self.filter(addressee__recommendation__reference=reference)

    def of_meetings(self, *meetings):
        return self.filter(addressee__recommendation__session__meeting__in=meetings)

    def concerning(self, *actors):
        """Of addressees that are one of the actors, or whose recommendations concern it."""
        return self.filter(concerning(actors, "addressee__actor", "addressee__recommendation__issued_on"))


class ResponseQuerySet(RecordQuerySet):
    # An answer that had to be checked first counts since that day.
    ENTERED_ON = Greatest(TruncDate("recorded_at"), "accepted_on")

    def accepted(self):
        """Those that count: accepted into the register."""
        return self.filter(accepted_on__isnull=False)

    def waiting(self):
        """Those that somebody of the secretariat is still to check."""
        return self.filter(accepted_on=None, set_aside_on=None)

    def restricted(self):
        """Those that count, and whose text signed-in people may read and the public may not."""
        return self.accepted().filter(audience=Audience.NETWORK)

    def published(self):
        """Those that count, of published recommendations."""
        return super().published().accepted()


def _recorded(order: str, entry: str = "") -> Q:
    """The condition that an entry, or the one at a relation, was recorded in this order (lt, gt, gte) to the outer."""
    return Q(**{f"{entry}recorded_at__{order[:2]}": OuterRef("recorded_at")}) | Q(
        **{f"{entry}recorded_at": OuterRef("recorded_at"), f"{entry}number__{order}": OuterRef("number")}
    )


class StatusChangeQuerySet(RecordQuerySet):
    def with_previous(self):
        """With the status `previous` to it, and whether it came `overtaken`: a later day's stood already.

        What was corrected only afterwards had counted until then: readers saw it.
        """
        earlier = self.model.objects.filter(_recorded("lt"), addressee=OuterRef("addressee"))
        seen = earlier.filter(Q(corrected_by=None) | _recorded("gte", "corrected_by__"))
        standing = earlier.filter(Q(corrected_by=None) | _recorded("gt", "corrected_by__"))
        last = seen.order_by("-as_of", "-recorded_at", "-number").values("status")[:1]
        return self.annotate(
            previous=Coalesce(Subquery(last), Value(Status.NOT_ASSESSED)),
            overtaken=Exists(standing.filter(as_of__gt=OuterRef("as_of"))),
        )

    def with_newer_reference(self):
        """With `newer_reference`: of the newer recommendation that overtook this one, where everybody may read it."""
        readable = self.model._meta.get_field("newer").related_model.objects.readable()
        return self.annotate(newer_reference=Subquery(readable.filter(pk=OuterRef("newer")).values("reference")))

    def found_since(self, day):
        """What was found on the day or later and counts; a finding that was carried forward is as old as it was."""
        return self.filter(Q(as_of__gte=day, carries=None) | Q(carries__as_of__gte=day), corrected_by=None)

    def inconsistent_carrying(self):
        """Entries carried forward from their own recommendation, from another addressee, or with another status."""
        of, whom = "addressee__recommendation", "addressee__actor"
        same_actor = Q(**{whom: F(f"carries__{whom}")}) | Q(**{whom: None, f"carries__{whom}": None})
        sound = same_actor & Q(status=F("carries__status")) & ~Q(**{of: F(f"carries__{of}")})
        return self.filter(carries__isnull=False).exclude(sound)

    def inconsistent_correction(self):
        """Entries that correct what was said of another addressee."""
        return self.filter(corrects__isnull=False).exclude(corrects__addressee=F("addressee"))
