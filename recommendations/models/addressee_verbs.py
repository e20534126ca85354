"""What happens to an addressee: it is asked, answers, is assessed, and a group is opened into its members."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import formats, timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from actors.models import Membership
from meetings.models import Audience
from recommendations.models.choices import Naming
from recommendations.models.dates import refuse_future
from recommendations.models.evidence import Evidence
from recommendations.models.scales import Status

# The relation by which evidence belongs to what was found.
OWNER = {"statuschange": "status_change", "closingproposal": "closing_proposal"}


class AddresseeVerbs:
    """The verbs of an addressee. Each locks whole, part and addressee in this order: no two wait for each other."""

    @transaction.atomic
    def ask(self, *, on: date, due: date | None = None, open_ended: bool = False, by=None):
        """Record that an answer was requested on a day and, perhaps, by when. Asked twice alike is asked once.

        Asked again without a date, the earlier due date stands; `open_ended` takes it away.
        """
        self._begin()
        if not self.actor_id:
            raise ValidationError(
                _("Nobody is named, so nobody can be asked. Add the addressee first."),
                code="nobody",
            )
        if self.members.exists():
            raise ValidationError(_("This group is opened into its members; ask them."), code="opened")
        refuse_future("on", on)
        if self.requested_on and on < self.requested_on:
            raise ValidationError(
                _("An answer was requested later already, on %(date)s.")
                % {"date": formats.date_format(self.requested_on)},
                code="order",
            )
        if due and open_ended:
            raise ValidationError(_("Give a due date or say that there is none, not both."), code="due")
        if not due and not open_ended:
            due = self.response_due_on
            if due and due < on:
                raise ValidationError(
                    _("An answer was due on %(date)s already. Give a new date, or say that there is none.")
                    % {"date": formats.date_format(due)},
                    code="due",
                )
        if (self.requested_on, self.response_due_on) == (on, due):
            return
        self.requested_on, self.response_due_on, self.requested_by = on, due, by
        self._save_checked("requested_on", "response_due_on", "requested_by")

    @transaction.atomic
    def respond(
        self,
        *,
        received_on: date,
        position: str,
        text: str,
        channel: str,
        claims: str = "",
        audience: str = Audience.INTERNAL,
        accepted: bool = True,
        accepted_on: date | None = None,
        evidence=(),
        recorded_at: datetime | None = None,
        by=None,
    ):
        """Record an answer as received. It counts once accepted, which by default is the day of receipt.

        `accepted=False` leaves it waiting until somebody of the secretariat has checked it.
        """
        self._begin()
        refuse_future("received_on", received_on)
        response = self.responses.model(
            addressee=self,
            number=self.responses.count() + 1,
            received_on=received_on,
            position=position,
            claims=claims,
            text=text,
            channel=channel,
            audience=audience,
            accepted_on=(accepted_on or received_on) if accepted else None,
            accepted_by=by if accepted else None,
            recorded_at=recorded_at or timezone.now(),
            recorded_by=by,
        )
        return self._record(response, "response", evidence)

    @transaction.atomic
    def assess(
        self,
        *,
        status: str,
        as_of: date,
        basis: str,
        reason: str = "",
        remark: str = "",
        source_words: str = "",
        session=None,
        newer=None,
        evidence=(),
        corrects=None,
        recorded_at: datetime | None = None,
        by=None,
    ):
        """Record what was done by a date, on which basis. Raises ValidationError that names what is missing.

        `evidence` are unsaved Evidence; *Implemented* needs at least one. `newer` is what overtook this.
        """
        self._begin()
        if status in Status.CLOSED and self.recommendation.is_priority:
            raise ValidationError(
                _("%(item)s is a priority: propose its closing, and a second person confirms it.")
                % {"item": self.recommendation.reference},
                code="priority",
            )
        return self.find(
            self.status_changes,
            status=status,
            as_of=as_of,
            basis=basis,
            reason=reason,
            remark=remark,
            source_words=source_words,
            session=session,
            newer=newer,
            corrects=corrects,
            evidence=evidence,
            recorded_at=recorded_at,
            by=by,
        )

    def correct(self, change, *, status: str, **assessment):
        """Record that an earlier entry was wrong, and what is right. The wrong one stays, and no longer counts."""
        if change.addressee_id != self.pk:
            raise ValidationError(_("That entry is about another addressee."), code="other")
        return self.assess(status=status, corrects=change, **assessment)

    @transaction.atomic
    def propose_closing(self, **finding):
        """Propose to close an addressee of a priority, with what `assess` takes, and `corrects` where it corrects.

        Nothing changes until somebody else confirms it.
        """
        self._begin()
        if not self.recommendation.is_priority:
            raise ValidationError(
                _("%(item)s is no priority; record its closing at once.") % {"item": self.recommendation.reference},
                code="no_priority",
            )
        return self.find(self.closing_proposals, **finding)

    def find(self, rows, *, status: str, as_of: date, evidence=(), recorded_at: datetime | None = None, by, **finding):
        """Add a finding to the assessments or the proposed closings. A step of the verbs, which have locked the row."""
        if self.members.exists():
            raise ValidationError(_("This group is opened into its members; assess them."), code="opened")
        refuse_future("as_of", as_of)
        if status == Status.IMPLEMENTED and not evidence:
            raise ValidationError(
                _("“Implemented” needs evidence: an address or a document."),
                code="evidence",
            )
        row = rows.model(
            addressee=self,
            number=rows.count() + 1,
            status=status,
            as_of=as_of,
            recorded_at=recorded_at or timezone.now(),
            recorded_by=by,
            **finding,
        )
        return self._record(row, OWNER[rows.model._meta.model_name], evidence)

    @transaction.atomic
    def open_members(self, *, by=None):
        """Give each member of this group, as of the date of issue, a row of its own; returns the new rows.

        From then on the members are assessed instead of the group.
        """
        self._begin()
        if self.via_id:
            raise ValidationError(_("This row was itself opened from a group."), code="nested")
        members = (
            Membership.objects.on(self.recommendation.issued_on).filter(group=self.actor_id).select_related("member")
        )
        taken = set(self.recommendation.addressees.values_list("actor", flat=True))
        rows = [
            type(self)(
                recommendation=self.recommendation,
                actor=membership.member,
                role=self.role,
                via=self,
                naming=Naming.INFERRED,
                inferred_because=_("Member of %(group)s on the date of issue.") % {"group": self.actor},
            )
            for membership in members.order_by("member__name")
            if membership.member_id not in taken
        ]
        if not rows:
            raise ValidationError(
                _("%(group)s has no members that are not named already.") % {"group": self.name},
                code="no_members",
            )
        for row in rows:
            row.save()
        return rows

    def carry(self, earlier, *, by=None):
        """Let what was last found about an earlier item's row stand on here; returns the entry, or None of nothing.

        It says where it comes from, and stays as old as it was.
        """
        last = earlier.status_changes.filter(corrected_by=None).order_by("-as_of", "-recorded_at", "-number").first()
        priority = self.recommendation.priority
        if last is None or last.status == Status.NOT_ASSESSED or (priority and last.status in Status.CLOSED):
            return None  # closing a priority needs two people, each time
        origin = last.carries or last
        said = {
            "item": earlier.recommendation.reference,
            "day": formats.date_format(origin.as_of),
            "reason": Truncator(origin.reason).chars(1900),
        }
        reason = _("Carried forward from %(item)s, assessed as of %(day)s: %(reason)s")
        plain = _("Carried forward from %(item)s, assessed as of %(day)s.")
        change = self.status_changes.model(
            addressee=self,
            number=self.status_changes.count() + 1,
            status=last.status,
            as_of=max(last.as_of, self.recommendation.issued_on),
            basis=last.basis,
            reason=(reason if origin.reason.strip() else plain) % said,
            newer=last.newer,
            carries=origin,
            recorded_by=by,
        )
        evidence = [
            Evidence(title=proof.title, url=proof.url, file=proof.file, audience=proof.audience)
            for proof in last.evidence.all()
        ]
        return self._record(change, "status_change", evidence)

    def lock(self):
        """Lock whole → part → addressee, and read this row afresh."""
        items = type(self.recommendation).objects.select_for_update(of=["self"])
        if self.recommendation.part_of_id:
            items.get(pk=self.recommendation.part_of_id)
        items.get(pk=self.recommendation_id)
        if self.via_id:
            type(self).objects.select_for_update(of=["self"]).get(pk=self.via_id)
        type(self).objects.select_for_update(of=["self"]).get(pk=self.pk)
        self.refresh_from_db()

    def _begin(self):
        """Lock, and refuse where nothing is to be recorded."""
        self.lock()
        item = self.recommendation
        if item.restates_id:
            raise ValidationError(
                _("%(item)s restates %(lead)s; record it there.")
                % {"item": item.reference, "lead": item.restates.reference},
                code="restates",
            )
        if type(item).objects.filter(pk=item.pk).divided().exists():
            raise ValidationError(
                _("%(item)s is divided; record it at its parts.") % {"item": item.reference},
                code="divided",
            )

    def _save_checked(self, *fields):
        self.full_clean(exclude={field.name for field in self._meta.fields} - {*fields})
        self.save(update_fields=fields)
        self.refresh_from_db()

    def _record(self, row, owner: str, evidence):
        row.full_clean()
        row.save()
        for number, proof in enumerate(evidence, start=1):
            setattr(proof, owner, row)
            proof.number = number
            proof.full_clean()
            proof.save()
        self.refresh_from_db()
        return row
