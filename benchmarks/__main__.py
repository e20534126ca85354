"""`python -m benchmarks`: fills a database of its own with made items, and times the pages of the site."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured

from config.database import Unavailable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("DEVELOPMENT", "on")


def main():
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("items", type=int, help="how many items the register holds, between 1,000 and 200,000")
    parser.add_argument("rounds", type=int, nargs="?", default=15, help="how often each page is timed (15)")
    asked = parser.parse_args()
    if not 1_000 <= asked.items <= 200_000 or asked.rounds < 2:
        parser.error("between 1,000 and 200,000 items, and at least 2 rounds")
    # Without a server, beside the embedded database of the demonstration and not in it.
    data = Path(os.environ.get("DATA_DIR", ".data")).resolve()
    os.environ.setdefault("EMBEDDED_DATA", str(data / f"benchmark-{asked.items}"))
    django.setup()

    from django.conf import settings
    from django.test import override_settings

    from benchmarks.filling import Refused, fill
    from benchmarks.measuring import measure
    from benchmarks.pages import pages
    from benchmarks.report import report

    if settings.DEBUG:
        parser.error("DEBUG=on keeps every query, and what it costs would be measured too")
    try:
        say(f"Filling the database with {asked.items:,} items, unless it holds them …")
        seconds = fill(asked.items)
        say(f"It took {seconds:.0f} seconds." if seconds else "It holds them.")
    except Refused as refusal:
        sys.exit(str(refusal))
    with override_settings(ROOT_URLCONF="benchmarks.urls"):
        measured = measure(pages(), asked.rounds, say)
    print(report(measured, asked.rounds, asked.items))


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except (ImproperlyConfigured, Unavailable) as problem:
        sys.exit(str(problem))
