"""Fills the official wording of a meeting's items from the plain text of its report."""

from collections import Counter
from enum import StrEnum
from pathlib import Path
from textwrap import shorten

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from meetings.models import Meeting
from recommendations.intake.fit import Fit
from recommendations.intake.plain import Unreadable, decode
from recommendations.intake.report import Section, read
from recommendations.intake.wording import NotThere, passage
from recommendations.models import Recommendation


class Outcome(StrEnum):
    """What became of an item; only what is new is ever written."""

    NEW = "found"
    UNCHANGED = "unchanged"
    OTHER = "already has other wording"
    MISFIT = "does not fit"
    MISSING = "not found"


class Command(BaseCommand):
    help = (
        "Reads the plain text of a meeting's report, finds the passage of each item by section and position, and says "
        "what it found. With --write it fills the official wording of the items that have none."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the report as plain text in UTF-8")
        parser.add_argument("--meeting", metavar="SLUG", help="which meeting; needed where there are several")
        parser.add_argument("--write", action="store_true", help="write what was found")

    @transaction.atomic
    def handle(self, *, file, meeting, write, **options):
        report = _report(file)
        items = Recommendation.objects.filter(session__meeting=_meeting(meeting)).in_report_order()
        items = items.select_related("session").select_for_update(of=["self"])
        if items and not any(item.session.number in report for item in items):
            raise CommandError(f"{file}: none of the sections in which the items stand was found.")
        fit = Fit(report)
        outcomes = Counter()
        for item in items:
            outcome, text = _judged(item, report, fit)
            outcomes[outcome] += 1
            place = f"{item.session.number}, {item.position}"
            self.stdout.write(f"{item.reference:<14} {place:<32} {outcome:<25}  {shorten(text, 60, placeholder=' …')}")
            if write and outcome is Outcome.NEW:
                with pghistory.context(command="load_wording"):
                    Recommendation.objects.filter(pk=item.pk).update(official_wording=text)
        self.stdout.write(_summary(outcomes, write))


def _report(file: Path) -> dict[int, Section]:
    try:
        return read(decode(file.read_bytes()))
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    except Unreadable as error:
        raise CommandError(f"{file}: {error}.") from error


def _meeting(slug: str | None) -> Meeting:
    """The meeting that is meant: the one named, or the only one."""
    meetings = Meeting.objects.filter(slug=slug) if slug else Meeting.objects.all()
    try:
        return meetings.get()
    except (Meeting.DoesNotExist, Meeting.MultipleObjectsReturned):
        known = ", ".join(Meeting.objects.order_by("slug").values_list("slug", flat=True))
    if not known:
        raise CommandError("The register holds no meeting.")
    if slug:
        raise CommandError(f"There is no meeting “{slug}”. There are: {known}.")
    raise CommandError(f"There are several meetings. Name one with --meeting: {known}.")


def _judged(item: Recommendation, report: dict[int, Section], fit: Fit) -> tuple[Outcome, str]:
    """What becomes of an item, and the passage; where there is none, why."""
    try:
        text = passage(report, item.session.number, item.position)
    except NotThere as error:
        return Outcome.MISSING, str(error)
    if item.official_wording.split() == text.split():
        return Outcome.UNCHANGED, text
    if not fit.accepts(text, f"{item.headline} {item.text}"):
        return Outcome.MISFIT, text
    return Outcome.OTHER if item.official_wording.strip() else Outcome.NEW, text


def _summary(outcomes: Counter, write: bool) -> str:
    found = outcomes[Outcome.NEW] + outcomes[Outcome.UNCHANGED] + outcomes[Outcome.OTHER]
    rest = [f"{count} {outcome}" for outcome in Outcome if outcome is not Outcome.NEW and (count := outcomes[outcome])]
    new = outcomes[Outcome.NEW]
    if new and not write:
        end = f"nothing written, add --write to write {new}"
    else:
        end = f"{new} written" if new else "nothing to write"
    among = f" ({', '.join(rest)})" if rest else ""
    return f"Found {found} of {outcomes.total()}{among}; {end}."
