"""How the tests of the database run the site's commands in processes of their own."""

import os
import subprocess
import sys

from django.conf import settings


def environment(**variables):
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return inherited | {"DJANGO_SETTINGS_MODULE": "config.settings", "EMBEDDED_FSYNC": "off"} | variables


def manage(*arguments, **variables):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=environment(**variables),
        capture_output=True,
        text=True,
    )
