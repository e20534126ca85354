from datetime import date, datetime
from enum import nonmember

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.text import LineField, valid_choice


class Publication(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")

    WAITING = nonmember(("draft", "in_review"))
    # Both keep their address; only what is published stands in lists, counts and feeds.
    READABLE = nonmember(("published", "archived"))


class Audience(models.TextChoices):
    PUBLIC = "public", _("Public")
    NETWORK = "network", _("Network (signed in)")
    INTERNAL = "internal", _("Internal")

    # What somebody who is signed in may read.
    SHARED = nonmember(("public", "network"))


class PublishableQuerySet(models.QuerySet):
    """Words for what stands on the way to the public. What a thing inherits is said where the thing is defined."""

    def published(self):
        """In lists, counts and feeds."""
        return self.filter(publication=Publication.PUBLISHED)

    def readable(self):
        """Answers at its address: published, or archived since."""
        return self.filter(publication__in=Publication.READABLE)

    def waiting(self):
        """Not public yet: drafts, and what is in review."""
        return self.filter(publication__in=Publication.WAITING)

    def awaiting_review(self, by=None):
        """In review, what waits longest first; what its reader submitted herself comes last."""
        own = Case(When(submitted_by=by, then=1), default=0) if by else Value(0)
        return self.filter(publication=Publication.IN_REVIEW).order_by(own, F("moved_at").asc(nulls_first=True), "pk")

    def sent_back(self):
        """Drafts that a reviewer sent back to be mended."""
        return self.filter(publication=Publication.DRAFT).exclude(sent_back_because="")

    def submitted_by(self, user):
        """Whose last submission is this user's."""
        return self.filter(submitted_by=user)

    def sorted_by_readiness(self) -> tuple[list, list[tuple]]:
        """Of these, what could be published now, and what could not, each with what it lacks."""
        ready, lacking = [], []
        for thing in self:
            problems = thing.publication_problems()
            ready.append(thing) if not problems else lacking.append((thing, problems))
        return ready, lacking


class Publishable(models.Model):
    """Something that is drafted, reviewed, published and at last archived, and says since when."""

    publication = models.CharField(
        _("publication"),
        max_length=20,
        choices=Publication,
        default=Publication.DRAFT,
        editable=False,
    )
    published_on = models.DateField(
        _("published on"),
        null=True,
        editable=False,
        help_text=_("Empty = never was public."),
    )
    archived_on = models.DateField(
        _("archived on"),
        null=True,
        editable=False,
        help_text=_("Empty = not archived."),
    )
    sent_back_because = LineField(
        _("sent back because"),
        max_length=1000,
        blank=True,
        editable=False,
        help_text=_("Internal: what the reviewer asks to mend."),
    )
    submitted_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("submitted by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text=_("Internal: to whom it comes back if it is sent back. Empty = never was submitted, or not known."),
    )
    moved_by = models.ForeignKey(
        "actors.User",
        verbose_name=_("moved by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text=_("Internal: who submitted, sent back, published or archived it last. Empty = nobody, or not known."),
    )
    moved_at = models.DateTimeField(
        _("moved at"),
        null=True,
        editable=False,
        help_text=_("Internal: when that was. Empty = never moved, or not known."),
    )

    internal = ("sent_back_because", "moved_at")

    class Meta:
        abstract = True
        constraints = [
            valid_choice("publication", Publication),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_on_iff_public",
                condition=Q(publication__in=Publication.READABLE, published_on__isnull=False)
                | (~Q(publication__in=Publication.READABLE) & Q(published_on__isnull=True)),
                violation_error_message=_("What is published or archived has a date of publication; a draft has none."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_archived_on_iff_archived",
                condition=Q(publication=Publication.ARCHIVED, archived_on__isnull=False)
                | (~Q(publication=Publication.ARCHIVED) & Q(archived_on__isnull=True)),
                violation_error_message=_("Only what is archived has a date of archiving, and it always has one."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_archived_after_published",
                condition=Q(archived_on=None) | Q(archived_on__gte=models.F("published_on")),
                violation_error_message=_("A thing is archived on or after the day of its publication."),
            ),
        ]

    @property
    def is_archived(self) -> bool:
        return self.publication == Publication.ARCHIVED

    def publication_problems(self) -> list[str]:
        """What is missing before this may be published; empty when nothing is."""
        return []

    def submit(self, *, moved_at: datetime | None = None, by=None):
        """Draft → in review. Raises ValidationError from any other state."""
        self._move(
            _("sent for review"),
            [Publication.DRAFT],
            Publication.IN_REVIEW,
            by,
            moved_at,
            sent_back_because="",
            submitted_by=by,
        )

    def send_back(self, *, reason: str, moved_at: datetime | None = None, by=None):
        """In review → draft, with what is to be mended. Raises ValidationError without a reason."""
        if not reason.strip():
            raise ValidationError(_("Say what is to be mended."), code="reason")
        self._move(
            _("sent back"),
            [Publication.IN_REVIEW],
            Publication.DRAFT,
            by,
            moved_at,
            sent_back_because=reason,
        )

    def publish(self, *, on: date | None = None, moved_at: datetime | None = None, by=None):
        """Draft or in review → published. Raises ValidationError that names what is missing."""
        if problems := self.publication_problems():
            raise ValidationError([ValidationError(problem, code="incomplete") for problem in problems])
        self._move(
            _("published"),
            Publication.WAITING,
            Publication.PUBLISHED,
            by,
            moved_at,
            published_on=on or timezone.localdate(),
            sent_back_because="",
        )

    def archive(self, *, on: date | None = None, moved_at: datetime | None = None, by=None):
        """Published → archived: leaves every list and count, keeps its address."""
        self._move(
            _("archived"),
            [Publication.PUBLISHED],
            Publication.ARCHIVED,
            by,
            moved_at,
            archived_on=on or timezone.localdate(),
        )

    def _move(self, verb, allowed, to, by, moved_at, **fields):
        with transaction.atomic():
            current = type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
            if current.publication not in allowed:
                raise ValidationError(
                    _("%(thing)s is “%(state)s” and cannot be %(verb)s."),
                    code="state",
                    params={
                        "thing": self,
                        "state": current.get_publication_display(),
                        "verb": verb,
                    },
                )
            moved = {"publication": to, "moved_by": by, "moved_at": moved_at or timezone.now(), **fields}
            for name, value in moved.items():
                setattr(current, name, value)
            current.validate_constraints()
            current.save(update_fields=[*moved])
        for name, value in moved.items():
            setattr(self, name, value)
