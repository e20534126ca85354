"""What was measured, as tables for `docs/performance.md`."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from django.db import connection

from benchmarks.measuring import Measured, Times
from recommendations.models import Addressee, Recommendation, StatusChange

HEAD = ["page", "rows", "ms (quartiles)", "of it database", "× memory", "× naive", "queries", "kB", "gzip"]


def report(measured: list[Measured], rounds: int, n: int) -> str:
    return "\n\n".join([_place(rounds, n), _table(measured)])


def _place(rounds: int, n: int) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), pg_size_pretty(pg_database_size(current_database()))")
        server, size = cursor.fetchone()
    packages = ", ".join(f"{name} {version(name.lower())}" for name in ("Django", "psycopg", "django-filter"))
    return "\n".join(
        [
            f"{n:,} items ({Addressee.objects.count():,} addressees, {StatusChange.objects.count():,} assessments, "
            f"{Recommendation.objects.published().followed_up().count():,} items in the list; {size}), "
            f"{rounds} rounds, load {os.getloadavg()[1]:.1f} at their end.",
            f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB; "
            f"Python {platform.python_version()}, {packages}, PostgreSQL {server.split()[0]}.",
            f"Repeat it with `make benchmark ITEMS={n} ROUNDS={rounds}`.",
        ]
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _table(measured: list[Measured]) -> str:
    rows = [HEAD, ["---", *["---:"] * (len(HEAD) - 1)], *map(_row, measured)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(one: Measured) -> list[str]:
    return [
        one.page.name,
        "" if one.found is None else f"{one.found:,}",
        _spread(one.own),
        f"{_share(one.own):.0%}",
        f"{one.own.median / one.memory.median:.1f}",
        f"{one.own.median / one.naive.median:.1f}" if one.naive else "",
        f"{one.queries} ({one.naive_queries})" if one.naive else str(one.queries),
        f"{one.size / 1000:.0f}",
        f"{one.zipped / 1000:.1f}",
    ]


def _spread(times: Times) -> str:
    first, third = times.quartiles
    return f"{times.median:.0f} ({first:.0f}–{third:.0f})"


def _share(times: Times) -> float:
    return sum(times.database) / sum(times.whole)
