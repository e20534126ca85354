"""`manage.py demo`: the register of the first report on a machine of one's own."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from recommendations import example
from recommendations.management.serving import Serving

FIXTURES = ["reference", "actors", "meeting", "topics", "recommendations", "actions", "challenges", "searches"]


class Command(Serving):
    help = "Serve the register of the first report on this machine, at PORT or 8000, until Ctrl-C."
    name = "demo"
    other_name = _("A fictional register to try things in")
    other_port = +1
    answers_for = "eurojust"

    def fill_register(self):
        """A register that holds a meeting is left alone: loading would undo what a person has entered since."""
        if settings.EXAMPLE or example.is_loaded():
            raise CommandError("This database is that of the fictional register (`make example`). Name another one.")
        if not Meeting.objects.exists():
            self.say("Loading the register of the first report …")
            call_command("loaddata", *FIXTURES, verbosity=0)
