"""`manage.py example`: a fictional register with years of follow-up, on a machine of one's own."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import gettext_lazy as _

from recommendations import example
from recommendations.management.serving import Serving


class Command(Serving):
    help = "Serve a fictional register on this machine, at the port after PORT or 8000, until Ctrl-C."
    name = "example"
    other_name = _("The register of the first report")
    other_port = -1
    answers_for = "velmaria"

    def fill_register(self):
        """A register that holds the example is left as it is."""
        if not settings.EXAMPLE:
            raise CommandError("The fictional register has a database of its own: EXAMPLE=on, or `make example`.")
        if not example.is_loaded():
            self.say("Loading the fictional register …")
            call_command("load_example")
