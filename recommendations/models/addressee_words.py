"""The words in which the rest of the site asks for addressees' rows."""

from datetime import date, timedelta
from functools import partial

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from recommendations.models.choices import ActionRelation, Hindrance, Naming
from recommendations.models.conditions import any_of
from recommendations.models.evidence import Evidence
from recommendations.models.followup import FollowUpAction
from recommendations.models.scales import Gap, Late, ResponsePosition, Status, StatusQuerySet
from recommendations.models.state_of_play import StateOfPlay, in_order
from recommendations.models.voice import Voice


class AddresseeQuerySet(StatusQuerySet):
    def get_by_natural_key(self, recommendation, actor):
        return self.get(recommendation__reference=recommendation, actor__slug=actor)

    def leaves(self):
        """The rows that are assessed: a group's row is not, once it is opened into its members'."""
        return self.filter(~Exists(self.model.objects.filter(via=OuterRef("pk"))))

    def assessed(self):
        return self.exclude(status=Status.NOT_ASSESSED)

    # The same words as of recommendations, spoken of one addressee's own row.

    def having_response(self, *responses):
        return self.filter(response__in=responses)

    def having_late(self, *things, on: date | None = None):
        """Late with its response, with an action of its own, or with the whole recommendation while it is open."""
        on = on or timezone.localdate()
        late = {
            Late.RESPONSE: Q(pk__in=self.model.objects.response_late(on).values("pk")),
            Late.ACTION: Q(Exists(self._actions().late(on))),
            Late.RECOMMENDATION: Q(status__in=Status.OPEN, recommendation__due_on__lt=on),
        }
        return self.filter(any_of(late[thing] for thing in things))

    def lacking(self, *things):
        """Without an action of its own, a response, public evidence, or a place in the text."""
        lacking = {
            Gap.ACTIONS: ~Exists(self._actions()),
            Gap.RESPONSE: ~Q(response__in=ResponsePosition.ANSWERS),
            Gap.EVIDENCE: ~any_of(
                [Q(pk__in=self.model.objects.proven().values("pk")), Exists(self._actions().proven())]
            ),
            Gap.ADDRESSEE: ~Q(naming=Naming.STATED, actor__isnull=False),
        }
        return self.filter(any_of(lacking[thing] for thing in things))

    def _actions(self):
        return FollowUpAction.objects.published().filter(
            links__recommendation=OuterRef("recommendation"),
            links__relation=ActionRelation.ANSWERING,
            responsible=OuterRef("actor"),
        )

    def answered(self):
        return self.filter(response__in=ResponsePosition.ANSWERS)

    def awaiting_acceptance(self):
        """Those of whom an answer came that is still to be checked; until then it does not count."""
        return self.filter(Exists(self._records("responses").waiting()))

    def closing_proposed(self):
        """Those of a priority whose closing waits for a second person."""
        return self.filter(Exists(self._records("closing_proposals").waiting()))

    def _records(self, name: str):
        return self.model._meta.get_field(name).related_model.objects.filter(addressee=OuterRef("pk"))

    def with_hindrance(self):
        """With the `hindrance` because of which a row cannot be asked; empty where it can."""
        items = self.model._meta.get_field("recommendation").related_model.objects
        cases = {
            Hindrance.NOBODY: Q(actor=None),
            Hindrance.RESTATES: Q(recommendation__restates__isnull=False),
            Hindrance.DIVIDED: Exists(items.divided().filter(pk=OuterRef("recommendation"))),
            Hindrance.OPENED: Exists(self.model.objects.filter(via=OuterRef("pk"))),
        }
        whens = [When(condition, then=Value(hindrance)) for hindrance, condition in cases.items()]
        return self.annotate(hindrance=Case(*whens, default=Value(""), output_field=CharField()))

    def response_late(self, on: date | None = None):
        """Asked, due before a day, and no position taken yet."""
        return self.filter(response_due_on__lt=on or timezone.localdate()).exclude(
            response__in=ResponsePosition.POSITIONS
        )

    def due_soon(self, on: date | None = None, within: timedelta = timedelta(days=30)):
        """Asked, due on the day or within some days of it, and no position taken yet."""
        on = on or timezone.localdate()
        return self.filter(response_due_on__range=(on, on + within)).exclude(response__in=ResponsePosition.POSITIONS)

    def owned_by(self, user):
        """On recommendations that this user looks after."""
        return self.filter(recommendation__owner=user)

    def proven(self):
        """Those whose answer or assessment is proven by something that everybody may read."""
        standing = Evidence.objects.public().filter(status_change__corrected_by=None)
        paths = ("status_change__addressee", "response__addressee", "progress_note__addressee")
        return self.filter(any_of(Exists(standing.filter(**{path: OuterRef("pk")})) for path in paths))

    def speaking_for(self, *actors):
        """The rows that say what one of the actors is asked: its own; else a member's before its group's."""
        return self.filter(pk__in=Voice.objects.filter(concerned__in=actors).values("addressee"))

    def members_beneath(self):
        """Leads first, each group's row followed by those of its members."""
        return self.order_by("role", Coalesce("via", "pk"), F("via").asc(nulls_first=True), "pk")

    def state_of_play(self) -> StateOfPlay:
        """On how many recommendations the rows stand where; one on which two rows differ stands in two places."""
        recommendations = partial(Count, "recommendation", distinct=True)
        figures = self.order_by().aggregate(
            total=recommendations(),
            assessed=recommendations(filter=~Q(status=Status.NOT_ASSESSED)),
            closed=recommendations(filter=Q(status__in=Status.CLOSED)),
            **{f"n_{status}": recommendations(filter=Q(status=status)) for status in Status.values},
        )
        counts = {status: figures.pop(f"n_{status}") for status in Status.values}
        return StateOfPlay(in_order(counts), **figures)

    def inconsistent_closing(self):
        """Rows of a priority that are closed without a second person's word: it became a priority only afterwards."""
        confirmed = self._records("closing_proposals").filter(status_change__isnull=False)
        return (
            self.closed()
            .leaves()
            .filter(Q(recommendation__priority=True) | Q(recommendation__part_of__priority=True))
            .exclude(Exists(confirmed.filter(status=OuterRef("status"), as_of=OuterRef("status_as_of"))))
        )

    def inconsistent_via(self):
        """Members' rows opened from a group's row of another item, or from a row that is itself a member's."""
        return self.filter(
            Q(via__via__isnull=False) | Q(via__isnull=False) & ~Q(recommendation=F("via__recommendation"))
        )
