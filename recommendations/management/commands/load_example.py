"""Fills an empty register with the fictional example."""

from datetime import date

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from actors.models import Actor
from meetings.models import Meeting
from recommendations import example
from recommendations.models import Recommendation


class Command(BaseCommand):
    help = "Fills an empty register with a fictional one that has four years of follow-up. Changes no other register."

    def add_arguments(self, parser):
        parser.add_argument(
            "--on",
            metavar="YYYY-MM-DD",
            type=_day,
            help="the day on which things are late, due and stale; today if left out",
        )

    def handle(self, *, on, **options):
        today = timezone.localdate()
        if on and on > today:
            raise CommandError(f"--on {on} is still to come: nothing can be recorded on that day.")
        if any(model.objects.exists() for model in (Meeting, Actor, Recommendation)):
            raise CommandError("This register is not empty. The example fills only an empty one; nothing was changed.")
        with pghistory.context(command="load_example"):
            example.load(on or today)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--on {text} is not a day such as 2026-11-23.") from None
