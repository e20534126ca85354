"""From the rows of a session's sheet to drafts of the register: all of them, or none."""

from django.contrib.admin.models import ADDITION, LogEntry
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from actors.admin.desk import in_words
from meetings.models import Meeting
from recommendations.admin.numbering import next_order
from recommendations.admin.sheet.cells import NONE
from recommendations.admin.sheet.rows import Sheet
from recommendations.models import Addressee, Naming, Proposer, Recommendation


class RecordedSheet(Sheet):
    """A sheet that becomes drafts."""

    def save(self, by) -> list[Recommendation]:
        """Records every row as a draft, or nothing; an empty list where the sheet has to be looked at again."""
        try:
            with transaction.atomic():
                # Two who record for one meeting at once wait for each other, and get different references.
                Meeting.objects.select_for_update().get(pk=self.session.meeting_id)
                expected = self.form.cleaned_data.get("expected")
                if expected != (now := self.recorded()):
                    self._expect_anew(expected, now)
                return self._record(by) if self.is_valid() else []
        except IntegrityError as refusal:
            self.errors.append(in_words(refusal))
            return []

    def _expect_anew(self, before: int | None, now: int):
        self.form.data = self.form.data.copy()
        self.form.data["expected"] = now
        self.errors.append(
            _(
                "When you opened this sheet its session had %(before)s statements, now it has %(now)s, perhaps because "
                "the sheet was sent twice. Look at those above; save again what is still to be recorded."
            )
            % {"before": before, "now": now}
        )

    def _record(self, by) -> list[Recommendation]:
        order = next_order(Recommendation, self.session)
        for row in self.statements:
            if not row.whole:
                row.order, order = order, order + 10
        for row in self.statements:
            row.item = self._item(row, by)
        # Wholes and leads first: the others name them.
        waiting = list(self.statements)
        while waiting:
            ready = [row for row in waiting if not self._waits(row)]
            for row in ready:
                row.item.part_of = row.whole and row.whole.item
                row.item.restates = getattr(row.lead, "item", row.lead)
            Recommendation.objects.bulk_create([row.item for row in ready])
            waiting = [row for row in waiting if row.item.pk is None]
        self._record_names()
        items = [row.item for row in self.statements]
        LogEntry.objects.log_actions(by.pk, items, ADDITION, [{"added": {}}])
        return items

    def _waits(self, row) -> bool:
        return any(one is not None and getattr(one, "item", one).pk is None for one in (row.whole, row.lead))

    def _item(self, row, by) -> Recommendation:
        said = row.cleaned_data
        copied = ("position", "headline", "kind", "standing", "asks_for")
        return Recommendation(
            **{name: said[name] for name in copied},
            reference=row.reference,
            session=self.session,
            order=row.whole.order if row.whole else row.order,
            page=None if said["page"] in ("", *NONE) else said["page"],
            text=said["text"] or said["wording"],
            official_wording=said["wording"],
            issued_on=self.session.meeting.ends_on,
            owner=by,
        )

    def _record_names(self):
        asked, spoke, about = [], [], []
        subject = Recommendation.topics.through
        for row in self.statements:
            said, item = row.cleaned_data, row.item
            if not row.parts:
                asked += [
                    self._addressee(item, who, role, said["inferred_because"]) for who, role in said["addressees"]
                ]
            spoke += [
                Proposer(recommendation=item, in_whose_words=words, actor=body, capacity=said["capacity"])
                for words, body in said["in_whose_words"]
            ]
            about += [subject(recommendation=item, topic=topic) for topic in said["topics"]]
        Addressee.objects.bulk_create(asked)
        Proposer.objects.bulk_create(spoke)
        subject.objects.bulk_create(about)

    def _addressee(self, item, who, role, because) -> Addressee:
        inferred = bool(because and who)
        return Addressee(
            recommendation=item,
            actor=who,
            role=role,
            naming=Naming.INFERRED if inferred else Naming.STATED,
            inferred_because=because if inferred else "",
        )
