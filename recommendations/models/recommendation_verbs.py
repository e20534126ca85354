"""What happens to a recommendation: it becomes public, and the next meeting repeats it."""

from contextlib import suppress
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.models import Publication
from recommendations.models.choices import ActionRelation, LinkKind
from recommendations.models.numbering import next_order, next_reference
from recommendations.models.scales import ActionStatus

# What the next meeting's item has of the one that it repeats, and a row of it of the row before.
CARRIED = (
    "kind",
    "standing",
    "asks_for",
    "implied",
    "headline",
    "text",
    "continuous",
    "review_on",
    "priority",
    "owner",
)
ASKED = ("actor", "role", "naming", "inferred_because")


class RecommendationVerbs:
    """The verbs of a recommendation beside those of everything publishable: a part follows its whole."""

    def publication_problems(self, *, public=None):
        """What is missing; `public` are the keys of what is or becomes public beside it, asked of the database if None.

        Asked, because the lead may have been published since this row was read.
        """
        problems = []
        parts, addressees = self.parts.all(), self.addressees.all()
        if not self.position.strip():
            problems.append(_("%(item)s: say where in the report it stands.") % {"item": self.reference})
        if not parts and not self.restates_id and not addressees:
            problems.append(_("%(item)s: name an addressee, or choose “nobody named”.") % {"item": self.reference})
        if self.restates_id and self.restates_id not in (self._public_lead() if public is None else public):
            lead = {"item": self.reference, "lead": self.restates.reference}
            problems.append(_("%(item)s restates %(lead)s; publish that first.") % lead)
        if parts and addressees:
            problems.append(_("%(item)s is divided; its addressees belong to its parts.") % {"item": self.reference})
        whole_is_public = self.part_of_id and self.part_of.publication == Publication.PUBLISHED
        if whole_is_public and self.part_of.addressees.all():
            whole = {"item": self.reference, "whole": self.part_of.reference}
            problems.append(_("%(item)s divides %(whole)s; take the addressees of that away first.") % whole)
        return problems + [
            problem for part in self._waiting_parts() for problem in part.publication_problems(public=public)
        ]

    def _public_lead(self):
        published = type(self).objects.filter(publication=Publication.PUBLISHED)
        return published.filter(pk=self.restates_id).values_list("pk", flat=True)

    def _waiting_parts(self):
        """Asked through all(), so that what was prefetched for many is not asked of each."""
        waiting = (part for part in self.parts.all() if part.publication in Publication.WAITING)
        return sorted(waiting, key=lambda part: part.reference)

    @transaction.atomic
    def publish(self, *, on: date | None = None, moved_at: datetime | None = None, by=None):
        """A part follows its whole: those that wait are published with it, or nothing is."""
        super().publish(on=on, moved_at=moved_at, by=by)
        for part in self._waiting_parts():
            part.publish(on=on, moved_at=moved_at, by=by)

    def archive(self, *, on: date | None = None, moved_at: datetime | None = None, by=None):
        """Raises ValidationError while something published restates it: what is asked there would be in no list."""
        if again := self.restatements.filter(publication=Publication.PUBLISHED).values_list("reference", flat=True):
            restated = {"item": self.reference, "others": ", ".join(again)}
            raise ValidationError(
                _("%(item)s is restated by %(others)s; archive that first.") % restated, code="restated"
            )
        super().archive(on=on, moved_at=moved_at, by=by)

    def repeat_problems(self, in_session) -> list[str]:
        """Why a session cannot repeat this; empty when it can."""
        meeting = in_session.meeting
        named = {"item": self.reference, "meeting": meeting.code}
        problems = []
        if self.part_of_id:
            problems.append(_("%(item)s is a part; it goes with its whole.") % named)
        if self.restates_id:
            lead = self.restates.reference
            problems.append(_("%(item)s restates %(lead)s; carry that forward.") % (named | {"lead": lead}))
        if {self.publication, self.meeting.publication} != {Publication.PUBLISHED}:
            problems.append(_("%(item)s is not public; only what is published is carried forward.") % named)
        if not self.state.is_open:
            problems.append(_("%(item)s is closed; there is nothing to carry forward.") % named)
        if meeting.starts_on <= self.meeting.ends_on:
            problems.append(_("%(meeting)s is not later than the meeting of %(item)s.") % named)
        if meeting.ends_on > timezone.localdate():
            problems.append(_("%(meeting)s is not over; it has recommended nothing yet.") % named)
        again = (link.later for link in self.later_links.all() if link.kind in LinkKind.CONTINUING)
        problems += [
            _("%(item)s was taken up there already, as %(later)s.") % (named | {"later": later.reference})
            for later in again
            if later.session.meeting_id == meeting.pk
        ]
        return problems

    @transaction.atomic
    def repeat(self, *, in_session, by=None):
        """Next year's item, a draft, from this open one: the same ask of the same bodies, and how far it had come.

        What the new report says for itself, such as its position, is left to be filled in. Open parts go along. Raises
        ValidationError that says why it cannot be.
        """
        in_session = type(in_session).objects.select_related("meeting").get(pk=in_session.pk)
        # One at a time in a meeting: references are counted through it.
        type(in_session.meeting).objects.select_for_update().get(pk=in_session.meeting_id)
        current = type(self).objects.select_for_update(of=["self"]).select_related("session__meeting").get(pk=self.pk)
        if problems := current.repeat_problems(in_session):
            raise ValidationError([ValidationError(problem, code="repeat") for problem in problems])
        reference = next_reference(type(self), f"{in_session.meeting.code}-")
        made = current._carried(reference, in_session, next_order(type(self), in_session), by)
        for number, part in enumerate(current.parts.published().open().order_by("reference"), start=1):
            part._carried(f"{reference}.{number}", in_session, made.order, by, part_of=made)
        made.refresh_from_db()
        return made

    def _carried(self, reference, session, order, by, part_of=None):
        """A copy in a later session with its addressees, each as it was last assessed, and the link to this."""
        same = {name: getattr(self, name) for name in CARRIED}
        made = type(self)(
            reference=reference,
            session=session,
            order=order,
            part_of=part_of,
            issued_on=session.meeting.ends_on,
            **same,
        )
        made.full_clean()
        made.save()
        made.topics.set(self.topics.all())
        made.instruments.set(self.instruments.all())
        made.earlier_links.create(earlier=self, kind=LinkKind.REPEATS)
        for link in self.action_links.filter(relation=ActionRelation.ANSWERING).select_related("action"):
            if link.action.status not in ActionStatus.ENDED:
                made.action_links.create(action=link.action, relation=link.relation)
        rows = list(self.addressees.select_related("actor"))
        for row in rows:
            if row.via_id is None:
                again = made.addressees.create(**{name: getattr(row, name) for name in ASKED})
                if any(member.via_id == row.pk for member in rows):
                    with suppress(ValidationError):  # the group may have no members left on the new date of issue
                        again.open_members(by=by)
        before = {row.actor_id: row for row in rows}
        for row in made.addressees.leaves().select_related("recommendation"):
            if row.actor_id in before:
                row.carry(before[row.actor_id], by=by)
        return made

    @transaction.atomic
    def _move(self, *args, **kwargs):
        """Locks whole before part, as every verb does, so that no two wait for each other."""
        if self.part_of_id:
            type(self).objects.select_for_update(of=["self"]).get(pk=self.part_of_id)
        super()._move(*args, **kwargs)
