"""The words in which the desk asks for recommendations that want care: due soon, incomplete, contradictory."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone

from meetings.models import Publication
from recommendations.models.addressee import Addressee
from recommendations.models.scales import Status

SOON = timedelta(days=30)
REVIEWED_EVERY = timedelta(days=365)


class UpkeepQuerySet(models.QuerySet):
    # Whose turn it is.

    def owned_by(self, user):
        """Those that this user looks after."""
        return self.filter(owner=user)

    def due_soon(self, on: date | None = None, within: timedelta = SOON):
        """Open, and to be done on the day or within some days of it."""
        on = on or timezone.localdate()
        return self.filter(status__in=Status.OPEN, due_on__range=(on, on + within))

    def review_due(self, on: date | None = None, within: timedelta = SOON):
        """Continuous, open, and to be reviewed by then; also what should have been reviewed before."""
        return self.filter(
            status__in=Status.OPEN, continuous=True, review_on__lte=(on or timezone.localdate()) + within
        )

    def unreviewed(self, on: date | None = None):
        """Open, and not assessed for twelve months; what never was, not since it was issued."""
        since = (on or timezone.localdate()) - REVIEWED_EVERY
        findings = Addressee._meta.get_field("status_changes").related_model.objects
        found = findings.found_since(since).filter(addressee__recommendation=OuterRef("pk"))
        return self.filter(~Exists(found), status__in=Status.OPEN, issued_on__lt=since)

    # What is missing.

    def kept_up(self):
        """All but what is archived with everything that it followed."""
        archived = Publication.ARCHIVED
        return self.exclude(publication=archived).exclude(session__meeting__publication=archived)

    def without_position(self):
        """Those that do not say where in the report they stand."""
        return self.exclude(position__regex=r"\S")

    def without_topic(self):
        return self.filter(topics=None)

    def without_addressee(self):
        """Asking, themselves and here, and neither naming somebody nor saying that nobody is named."""
        return self.filter(
            ~Exists(self.model.objects.filter(part_of=OuterRef("pk"))),
            ~Exists(Addressee.objects.filter(recommendation=OuterRef("pk"))),
            restates=None,
        )

    def sorted_by_readiness(self):
        """Parts follow their whole, and what restates a lead may be published in the same go as that."""
        those = self.exclude(part_of__publication__in=Publication.WAITING).select_related("restates")
        those = those.prefetch_related(
            "addressees", "part_of__addressees", "parts__addressees", "parts__parts", "parts__restates"
        )
        leads = self.model.objects.filter(Q(restatements__in=self) | Q(restatements__part_of__in=self))
        public = set(leads.filter(publication=Publication.PUBLISHED).values_list("pk", flat=True))
        ready, lacking = [], []
        for item in sorted(those, key=lambda item: item.restates_id is not None):
            if problems := item.publication_problems(public=public):
                lacking.append((item, problems))
            else:
                ready.append(item)
                public |= {item.pk, *(part.pk for part in item.parts.all())}
        return ready, lacking

    # What no row can know of itself: empty in a sound register.

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
        """What restates something of another meeting, something that itself restates, or, published, a draft."""
        return self.filter(
            Q(restates__restates__isnull=False)
            | Q(publication=Publication.PUBLISHED, restates__isnull=False)
            & ~Q(restates__publication=Publication.PUBLISHED)
            | Q(restates__isnull=False) & ~Q(session__meeting=F("restates__session__meeting"))
        )

    def inconsistent_heading(self):
        """Divided wholes with addressees of their own."""
        return self.filter(
            Exists(self.model.objects.filter(part_of=OuterRef("pk"))),
            Exists(Addressee.objects.filter(recommendation=OuterRef("pk"))),
        )

    def inconsistent_issue(self):
        """Issued before their meeting began."""
        return self.filter(issued_on__lt=F("session__meeting__starts_on"))

    def inconsistent_addressees(self):
        """Published, and neither naming somebody nor saying that nobody is named."""
        return self.filter(publication=Publication.PUBLISHED).without_addressee()
