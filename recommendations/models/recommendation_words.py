"""The words in which the rest of the site asks for recommendations."""

from datetime import date, timedelta

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from meetings.models import Document, Publication, PublishableQuerySet
from recommendations.models.addressee import Addressee
from recommendations.models.choices import ActionRelation, LinkKind, Naming
from recommendations.models.conditions import any_of, item_in
from recommendations.models.evidence import Evidence
from recommendations.models.followup import FollowUpAction
from recommendations.models.link import Proposer, RecommendationLink
from recommendations.models.listed import listed
from recommendations.models.note import ProgressNote
from recommendations.models.record import Response, StatusChange
from recommendations.models.scales import Gap, Late, Status, StatusQuerySet
from recommendations.models.search import SearchDocument, Sought
from recommendations.models.state_of_play import StateOfPlay
from recommendations.models.topic import Instrument, Topic
from recommendations.models.upkeep_words import UpkeepQuerySet

STALE_AFTER = timedelta(days=365)
# Newest meeting first, then as the report has it.
REPORT_ORDER = ["-session__meeting__starts_on", "session__meeting_id", "session__number", "order", "reference"]

# A statement divided into parts that are as public as itself is a heading; one that restates another is told there.
COUNTED_PARTS = (
    Q(publication=Publication.PUBLISHED)
    | Q(publication=Publication.ARCHIVED, part_of__publication=Publication.ARCHIVED)
    | ~Q(part_of__publication__in=Publication.READABLE)
)


def _repeated_by(later, path: str) -> dict:
    """The condition that a later item repeats the one at a path of relations."""
    return {f"{path}__later_links__later": later, f"{path}__later_links__kind": LinkKind.REPEATS}


class RecommendationQuerySet(UpkeepQuerySet, StatusQuerySet, PublishableQuerySet):
    def get_by_natural_key(self, reference):
        return self.get(reference=reference)

    # What is public. A part follows its whole, and everything follows its meeting.

    def published(self):
        return self.filter(item_in([Publication.PUBLISHED]))

    def readable(self):
        return self.filter(item_in(Publication.READABLE))

    # What counts.

    def divided(self):
        """Headings over their parts."""
        return self.filter(Exists(self._parts()))

    def followed_up(self):
        """What lists, counts and files show: neither divided nor said again, here or, while it is open, later."""
        return self.filter(~Exists(self._parts()), ~Exists(self._repeated_later()), restates=None)

    def _parts(self):
        return self.model.objects.filter(COUNTED_PARTS, part_of=OuterRef("pk"))

    def repeated_later(self):
        """Open, and asked again by a later meeting in public: followed up there."""
        return self.filter(Exists(self._repeated_later()))

    def with_again(self):
        """With `again`, the reference of the later item in which one that is repeated is followed up."""
        again = self._repeated_later().order_by("later__issued_on").values("public")
        return self.annotate(again=Subquery(again[:1]))

    def _repeated_later(self):
        """The links by which an open item is repeated in public; what is not public between the two is stepped over.

        What was closed before it was asked again is a result of its own, and goes on counting.
        """
        beyond = "later__later_links__later"
        at_once = item_in([Publication.PUBLISHED], "later")
        beyond_it = Q(later__later_links__kind=LinkKind.REPEATS) & item_in([Publication.PUBLISHED], beyond)
        links = RecommendationLink.objects.filter(
            at_once | beyond_it, kind=LinkKind.REPEATS, earlier=OuterRef("pk"), earlier__status__in=Status.OPEN
        )
        return links.annotate(public=Case(When(at_once, then="later__reference"), default=f"{beyond}__reference"))

    # Where it stands.

    def having_response(self, *responses):
        """With an addressee of which the register holds one of these responses."""
        return self.filter(Exists(self._addressees().having_response(*responses)))

    def having_late(self, *things, on: date | None = None):
        """With something late: the `response`, an `action`, or the `recommendation` itself."""
        on = on or timezone.localdate()
        late = {
            Late.RESPONSE: Exists(self._addressees().response_late(on)),
            Late.ACTION: Exists(self._actions().late(on)),
            Late.RECOMMENDATION: Q(status__in=Status.OPEN, due_on__lt=on),
        }
        return self.filter(any_of(late[thing] for thing in things))

    def due_before(self, day: date):
        """With something still to be done by a day before this one."""
        return self.having_late(*Late, on=day)

    def stale(self, on: date | None = None):
        """Open, assessed more than twelve months ago, and nothing answered, noted or done in public since.

        Age and news are those of the thread: a finding that was carried forward is as old as it was.
        """
        since = (on or timezone.localdate()) - STALE_AFTER
        noted = ProgressNote.objects.public().filter(noted_on__gte=since)
        answered = Response.objects.accepted().filter(received_on__gte=since)
        news = [
            (noted, "recommendation"),
            (noted, "addressee__recommendation"),
            (answered, "addressee__recommendation"),
        ]
        done = Q(started_on__gte=since) | Q(completed_on__gte=since) | Q(notes__in=noted)
        found = StatusChange.objects.filter(addressee__recommendation=OuterRef("pk"))
        carried = Exists(found.filter(carries__isnull=False)) & ~Exists(found.found_since(since))
        return self.open().filter(
            *(~Exists(new.filter(**{path: OuterRef("pk")})) for new, path in news),
            *(~Exists(new.filter(**_repeated_by(OuterRef("pk"), path))) for new, path in news),
            ~Exists(self._actions().filter(done)),
            Q(status_as_of__lt=since) | Q(status_as_of__isnull=False) & Q(carried),
        )

    # What is missing.

    def lacking(self, *things):
        """Without one of these: `actions`, a `response`, `evidence`, or an `addressee` that the text names."""
        proven = [
            Exists(self._addressees().proven()),
            Exists(self._actions().proven()),
            Exists(Evidence.objects.public().filter(progress_note__recommendation=OuterRef("pk"))),
        ]
        lacking = {
            Gap.ACTIONS: ~Exists(self._actions()),
            Gap.RESPONSE: ~Exists(self._addressees().answered()),
            Gap.EVIDENCE: ~any_of(proven),
            # What the register inferred does not count: the text names nobody.
            Gap.ADDRESSEE: ~Exists(self._addressees().filter(naming=Naming.STATED, actor__isnull=False)),
        }
        return self.filter(any_of(lacking[thing] for thing in things))

    # Where and in which form it was said.

    def of_series(self, *series):
        return self.filter(session__meeting__series__in=series)

    def of_meetings(self, *meetings):
        return self.filter(session__meeting__in=meetings)

    def of_sessions(self, *sessions):
        return self.filter(session__in=sessions)

    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def of_standing(self, *standings):
        return self.filter(standing__in=standings)

    def asking_for(self, *acts):
        return self.filter(asks_for__in=acts)

    def issued_in(self, *years):
        return self.filter(issued_on__year__in=years)

    def issued_since(self, day: date):
        """Issued on the day or later."""
        return self.filter(issued_on__gte=day)

    def issued_until(self, day: date):
        """Issued on the day or before."""
        return self.filter(issued_on__lte=day)

    def prioritised(self):
        return self.filter(priority=True)

    # Whom it concerns, what it is about.

    def concerning(self, *actors):
        """Addressed to one of the actors, or to what concerns it on the date of issue."""
        return self.among(Addressee.objects.speaking_for(*actors))

    def among(self, rows):
        """Those with one of these addressees' rows."""
        return self.filter(Exists(rows.filter(recommendation=OuterRef("pk"))))

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

    def matching(self, text: str):
        """Whose search document holds what a reader typed."""
        return self.filter(document__vector=Sought(text).everything)

    def near(self, item):
        """Its whole, its parts, what it restates and what restates it."""
        above = [one for one in (item.part_of_id, item.restates_id) if one]
        return self.filter(Q(part_of=item) | Q(restates=item) | Q(pk__in=above))

    # How it is shown.

    def in_report_order(self):
        """Newest meeting first, then as the report has it."""
        return self.order_by(*REPORT_ORDER)

    def by_relevance(self, text: str):
        """What fits best what a reader typed comes first; among equals newest meeting first, as the report has it.

        A hit in the headline outweighs some repetition in the text, and that one among parts and names.
        """
        sought = Sought(text)
        if not sought.wanted:
            return self.in_report_order()
        rank = SearchRank(F("document__vector"), sought.query(sought.wanted), weights=[0.0, 0.02, 0.1, 1.0])
        return self.order_by(rank.desc(nulls_last=True), *REPORT_ORDER)

    def with_marks(self, text: str):
        """Each with `marks`: its `headline` and a `passage` in which the hits are marked. One query for a page."""
        documents = SearchDocument.objects.with_marks(Sought(text))
        return self.prefetch_related(Prefetch("document", documents, to_attr="marks"))

    def state_of_play(self) -> StateOfPlay:
        """How many stand where."""
        return StateOfPlay.of(dict(self.order_by().values_list("status").annotate(n=Count("pk"))))

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

    def with_subjects(self):
        """With `subjects`, `laws` and `sources`: what its topics, legal instruments and meeting's documents say."""
        item, meeting = OuterRef("pk"), OuterRef("session__meeting")
        laws = Instrument.objects.filter(recommendations=item).order_by("short_name")
        return self.annotate(
            subjects=listed(Topic.objects.filter(recommendations=item).order_by("name"), "slug", "name"),
            laws=listed(laws, "slug", "short_name", "citation"),
            sources=listed(Document.objects.filter(meeting=meeting).order_by("pk"), "title", "doi", "url"),
        )

    def for_display(self, rows=None):
        """With all that a row of the list prints; `rows` are the addressees' rows to print as `chosen`, if any."""
        addressees = Addressee.objects.select_related("actor")
        overdue = self._actions().late().order_by("due_on").values("due_on")[:1]
        shown = self.select_related("session__meeting", "part_of").prefetch_related("proposers").with_progress()
        shown = shown.annotate(action_was_due_on=Subquery(overdue))
        if rows is not None:
            shown = shown.prefetch_related(Prefetch("addressees", rows.select_related("actor"), to_attr="chosen"))
        return shown.prefetch_related(Prefetch("addressees", addressees))

    def _addressees(self):
        return Addressee.objects.filter(recommendation=OuterRef("pk"))

    def _actions(self):
        return FollowUpAction.objects.published().filter(
            links__recommendation=OuterRef("pk"),
            links__relation=ActionRelation.ANSWERING,
        )
