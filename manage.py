#!/usr/bin/env python
"""The tracker's only entry point: `python manage.py help` lists what it can do."""

import os
import sys
import threading

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from config.database import Unavailable

# Not a fault of the program: one line says what to mend, and a traceback would only bury it.
TO_MEND = (ImproperlyConfigured, Unavailable)


def explain(failure: threading.ExceptHookArgs) -> None:
    """Says it for `runserver` too, whose server runs in a thread that would fail without ending the command."""
    if isinstance(failure.exc_value, TO_MEND):
        print(f"manage.py: {failure.exc_value}", file=sys.stderr, flush=True)
        os._exit(1)
    threading.__excepthook__(failure)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] == ["example"]:
        os.environ["EXAMPLE"] = "on"  # the settings then name another database
    threading.excepthook = explain
    try:
        execute_from_command_line(sys.argv)
    except TO_MEND as problem:
        sys.exit(f"manage.py: {problem}")
