"""What happens to a recommendation on its way to the public."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from meetings.models import Publication


class RecommendationVerbs:
    """The verbs of a recommendation beside those of everything publishable: a part follows its whole."""

    def publication_problems(self):
        problems = []
        if not self.position.strip():
            problems.append(_("%(item)s: say where in the report it stands.") % {"item": self.reference})
        heading = self.parts.exists()
        if not heading and not self.restates_id and not self.addressees.exists():
            problems.append(_("%(item)s: name an addressee, or choose “nobody named”.") % {"item": self.reference})
        # Asked of the database: the lead may have been published since this row was read.
        public = type(self).objects.filter(publication=Publication.PUBLISHED)
        if self.restates_id and not public.filter(pk=self.restates_id).exists():
            lead = {"item": self.reference, "lead": self.restates.reference}
            problems.append(_("%(item)s restates %(lead)s; publish that first.") % lead)
        if heading and self.addressees.exists():
            problems.append(_("%(item)s is divided; its addressees belong to its parts.") % {"item": self.reference})
        whole_is_public = self.part_of_id and self.part_of.publication == Publication.PUBLISHED
        if whole_is_public and self.part_of.addressees.exists():
            whole = {"item": self.reference, "whole": self.part_of.reference}
            problems.append(_("%(item)s divides %(whole)s; take the addressees of that away first.") % whole)
        return problems + [problem for part in self._waiting_parts() for problem in part.publication_problems()]

    def _waiting_parts(self):
        return self.parts.filter(publication__in=[Publication.DRAFT, Publication.IN_REVIEW]).order_by("reference")

    @transaction.atomic
    def publish(self, *, on: date | None = None, by=None):
        """A part follows its whole: those that wait are published with it, or nothing is."""
        super().publish(on=on, by=by)
        for part in self._waiting_parts():
            part.publish(on=on, by=by)

    def archive(self, *, on: date | None = None, by=None):
        """Raises ValidationError while something published restates it: what is asked there would be in no list."""
        if again := self.restatements.filter(publication=Publication.PUBLISHED).values_list("reference", flat=True):
            restated = {"item": self.reference, "others": ", ".join(again)}
            raise ValidationError(
                _("%(item)s is restated by %(others)s; archive that first.") % restated, code="restated"
            )
        super().archive(on=on, by=by)

    @transaction.atomic
    def _move(self, *args, **kwargs):
        """Locks whole before part, as every verb does, so that no two wait for each other."""
        if self.part_of_id:
            type(self).objects.select_for_update(of=["self"]).get(pk=self.part_of_id)
        super()._move(*args, **kwargs)
