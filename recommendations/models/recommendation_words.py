"""The words in which the rest of the site asks for recommendations."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Concat, Greatest
from django.utils import timezone

from meetings.models import Publication, PublishableQuerySet
from recommendations.models.addressee import Addressee
from recommendations.models.choices import ActionRelation, Naming
from recommendations.models.followup import FollowUpAction
from recommendations.models.link import Proposer
from recommendations.models.note import ProgressNote
from recommendations.models.scales import Gap, Late, State, Status
from recommendations.models.search import matching

STALE_AFTER = timedelta(days=365)

# A statement divided into parts that are as public as itself is a heading; one that restates another is told there.
COUNTED_PARTS = (
    Q(publication=Publication.PUBLISHED)
    | Q(publication=Publication.ARCHIVED, part_of__publication=Publication.ARCHIVED)
    | ~Q(part_of__publication__in=Publication.READABLE)
)


@dataclass
class StateOfPlay:
    """How many of some recommendations stand where, in the order of the scale, without those where none stands."""

    counts: list[tuple[Status, int]]

    @property
    def total(self) -> int:
        return sum(n for _, n in self.counts)

    @property
    def unassessed(self) -> int:
        return dict(self.counts).get(Status.NOT_ASSESSED, 0)

    @property
    def assessed(self) -> int:
        return self.total - self.unassessed


class RecommendationQuerySet(PublishableQuerySet):
    def get_by_natural_key(self, reference):
        return self.get(reference=reference)

    # What is public. A part follows its whole, and everything follows its meeting.

    def published(self):
        return self._public([Publication.PUBLISHED])

    def readable(self):
        return self._public(Publication.READABLE)

    def _public(self, publications):
        return self.filter(
            Q(part_of=None) | Q(part_of__publication__in=publications),
            publication__in=publications,
            session__meeting__publication__in=publications,
        )

    # What counts.

    def divided(self):
        """Headings over their parts."""
        return self.filter(Exists(self._parts()))

    def followed_up(self):
        """What lists, counts and files show: neither divided nor said again."""
        return self.filter(~Exists(self._parts()), restates=None)

    def _parts(self):
        return self.model.objects.filter(COUNTED_PARTS, part_of=OuterRef("pk"))

    # Where it stands.

    def having_status(self, *statuses):
        return self.filter(status__in=statuses)

    def having_state(self, *states):
        """In one of the halves of the status scale."""
        return self.filter(status__in=State.statuses(*states))

    def having_response(self, *responses):
        """With an addressee of which the register holds one of these responses."""
        return self.filter(Exists(self._addressees().having_response(*responses)))

    def having_late(self, *things, on: date | None = None):
        """With something late: the `response`, an `action`, or the `recommendation` itself."""
        words = {Late.RESPONSE: self.response_late, Late.ACTION: self.action_late, Late.RECOMMENDATION: self.late}
        return self._any(words[thing](on) for thing in things)

    def due_before(self, day: date):
        """With something still to be done by a day before this one."""
        return self.having_late(*Late, on=day)

    def lacking(self, *things):
        """Without one of these: `actions`, a `response`, `evidence`, or an `addressee` that the text names."""
        words = {
            Gap.ACTIONS: self.without_actions,
            Gap.RESPONSE: self.without_response,
            Gap.EVIDENCE: self.without_evidence,
            Gap.ADDRESSEE: self.without_addressee,
        }
        return self._any(words[thing]() for thing in things)

    def _any(self, selections):
        """What is in at least one of the selections."""
        either = Q(pk__in=[])
        for selection in selections:
            either |= Q(pk__in=selection.order_by().values("pk"))
        return self.filter(either)

    def open(self):
        return self.filter(status__in=Status.OPEN)

    def closed(self):
        return self.filter(status__in=Status.CLOSED)

    def late(self, on: date | None = None):
        """Open on a day past the date by which it was to be done."""
        return self.open().filter(due_on__lt=on or timezone.localdate())

    def action_late(self, on: date | None = None):
        """With a published action, in answer to it, that is past its date and neither completed nor cancelled."""
        return self.filter(Exists(self._actions().late(on)))

    def response_late(self, on: date | None = None):
        return self.filter(Exists(self._addressees().response_late(on)))

    def stale(self, on: date | None = None):
        """Open, assessed once, and nothing noted, answered or assessed for twelve months."""
        last = Greatest(
            self._latest("addressees__status_changes__as_of"),
            self._latest(
                "addressees__responses__received_on",
                addressees__responses__accepted_on__isnull=False,
            ),
            self._latest("addressees__notes__noted_on"),
            self._latest("notes__noted_on"),
        )
        return (
            self.open()
            .filter(Exists(self._addressees().exclude(status_changes=None)))
            .annotate(last_noted_on=last)
            .filter(last_noted_on__lt=(on or timezone.localdate()) - STALE_AFTER)
        )

    def _latest(self, path, **conditions):
        rows = self.model.objects.filter(pk=OuterRef("pk"), **{f"{path}__isnull": False}, **conditions)
        return Subquery(rows.order_by(F(path).desc()).values(path)[:1])

    # What is missing.

    def without_actions(self):
        return self.filter(~Exists(self._actions()))

    def without_response(self):
        return self.filter(~Exists(self._addressees().answered()))

    def without_evidence(self):
        return self.filter(
            ~Exists(self._addressees().with_public_evidence()),
            ~Exists(self._actions().with_public_evidence()),
            ~Exists(ProgressNote.objects.with_public_evidence().filter(recommendation=OuterRef("pk"))),
        )

    def without_addressee(self):
        """The text names nobody; what the register inferred does not count."""
        return self.filter(~Exists(self._addressees().filter(naming=Naming.STATED, actor__isnull=False)))

    # Whom it concerns, what it is about.

    def concerning(self, *actors):
        """Addressed to one of the actors, or to what concerns it on the date of issue."""
        return self.filter(Exists(self._addressees().speaking_for(*actors)))

    def proposed_by(self, *actors):
        """Proposed by one of the actors, or by one of its groups, parts or members."""
        return self.filter(Exists(Proposer.objects.filter(recommendation=OuterRef("pk")).concerning(*actors)))

    def about(self, *topics):
        """On one of the topics, or on a topic below it."""
        return self.filter(
            Exists(
                self.model.topics.through.objects.filter(
                    Q(topic__in=topics) | Q(topic__part_of__in=topics),
                    recommendation=OuterRef("pk"),
                )
            )
        )

    def under(self, *instruments):
        """On one of the legal instruments."""
        through = self.model.instruments.through.objects
        return self.filter(Exists(through.filter(instrument__in=instruments, recommendation=OuterRef("pk"))))

    def of_sessions(self, *codes):
        """Made in one of the sessions, each given as `<meeting-slug>.<number>`."""
        sessions = Q(pk__in=[])
        for code in codes:
            meeting, _, number = code.rpartition(".")
            sessions |= Q(session__meeting__slug=meeting, session__number=number)
        return self.filter(sessions)

    def matching(self, text: str):
        """Whose search document holds what a reader typed."""
        return self.filter(matching(text, "document__"))

    # How it is shown.

    def in_report_order(self):
        """Newest meeting first, then as the report has it."""
        return self.order_by(
            "-session__meeting__starts_on",
            "session__meeting",
            "session__number",
            "order",
            "reference",
        )

    def state_of_play(self) -> StateOfPlay:
        """How many stand where."""
        counts = dict(self.order_by().values_list("status").annotate(n=Count("pk")))
        return StateOfPlay([(status, counts[status]) for status in Status if status in counts])

    def with_progress(self):
        """How many of those who are asked to act were assessed: `leaves` and `assessed`."""
        leaves = self._addressees().leaves().order_by().values("recommendation")
        return self.annotate(
            leaves=Coalesce(
                Subquery(
                    leaves.annotate(n=Count("pk")).values("n"),
                    output_field=IntegerField(),
                ),
                0,
            ),
            assessed=Coalesce(
                Subquery(
                    leaves.assessed().annotate(n=Count("pk")).values("n"),
                    output_field=IntegerField(),
                ),
                0,
            ),
        )

    def for_display(self):
        """With all that a row of the list prints."""
        return (
            self.select_related("session__meeting", "part_of")
            .prefetch_related(
                "proposers",
                Prefetch("addressees", Addressee.objects.select_related("actor")),
            )
            .with_progress()
        )

    def _addressees(self):
        return Addressee.objects.filter(recommendation=OuterRef("pk"))

    def _actions(self):
        return FollowUpAction.objects.published().filter(
            links__recommendation=OuterRef("pk"),
            links__relation=ActionRelation.ANSWERING,
        )

    # What no row can know of itself: empty in a sound register, listed to editors where it is not.

    def inconsistent_reference(self):
        """References that do not begin with their meeting's code, or a part's that does not begin with its whole's."""
        return self.filter(
            Q(part_of=None) & ~Q(reference__startswith=Concat("session__meeting__code", Value("-")))
            | Q(part_of__isnull=False) & ~Q(reference__startswith=Concat("part_of__reference", Value(".")))
        )

    def inconsistent_parts(self):
        """Parts of parts, and parts that stand in another session than their whole."""
        return self.filter(
            Q(part_of__part_of__isnull=False) | Q(part_of__isnull=False) & ~Q(session=F("part_of__session"))
        )

    def inconsistent_restatement(self):
        """What restates something of another meeting, or something that itself restates."""
        return self.filter(
            Q(restates__restates__isnull=False)
            | Q(restates__isnull=False) & ~Q(session__meeting=F("restates__session__meeting"))
        )

    def inconsistent_heading(self):
        """Divided wholes with addressees of their own."""
        return self.filter(
            Exists(self.model.objects.filter(part_of=OuterRef("pk"))),
            Exists(self._addressees()),
        )

    def inconsistent_issue(self):
        """Issued before their meeting began."""
        return self.filter(issued_on__lt=F("session__meeting__starts_on"))
