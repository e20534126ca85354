"""Where the register is kept: on the PostgreSQL server that `DATABASE_URL` names, or else on an embedded one.

The fictional example has a database of its own, on the server that `EXAMPLE_DATABASE_URL` names or embedded too.

The one place that knows about database addresses. As a package it is also Django's database backend, see `base.py`.
Reading the settings connects to nothing and starts nothing.
"""

import os
from pathlib import Path

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError
from psycopg.conninfo import conninfo_to_dict

from config.environment import switch, text

URL, EXAMPLE_URL = "DATABASE_URL", "EXAMPLE_DATABASE_URL"
EMBEDDED_NAME = "tracker"


class Unavailable(OperationalError):
    """The database cannot be used, for a reason outside the program: one line says which, and what to do."""


def from_environment(data_dir: Path, embedded_allowed: bool, example: bool = False) -> dict:
    """Django's entry in DATABASES, as the environment asks for it; the fictional example never shares a database."""
    named = {name: _named_server(name, url) for name in (URL, EXAMPLE_URL) if (url := os.environ.get(name))}
    if len(named) == 2 and named[URL] == named[EXAMPLE_URL]:
        raise ImproperlyConfigured(f"{EXAMPLE_URL} names the database of {URL}. The fictional register needs its own.")
    if example and URL in named and EXAMPLE_URL not in named:
        raise ImproperlyConfigured(
            f"{EXAMPLE_URL} is not set. The fictional register never enters the database that {URL} names."
        )
    if place := named.get(EXAMPLE_URL if example else URL):
        if example:
            place["NAMED_BY"] = EXAMPLE_URL
    elif embedded_allowed:
        place = _embedded_server(_folder(data_dir, example))
    else:
        raise ImproperlyConfigured(
            f"{EXAMPLE_URL if example else URL} is not set. Set it to postgresql://user:password@host/database, "
            "or set DEVELOPMENT=on on a machine of your own."
        )
    return {"ENGINE": "config.database", "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} | place


def _folder(data_dir: Path, example: bool) -> Path:
    folder = Path(text("EMBEDDED_DATA", str(data_dir / "postgres")))
    return folder.with_name(f"{folder.name}-example") if example and os.environ.get("EMBEDDED_DATA") else folder


def _embedded_server(folder: Path) -> dict:
    return {
        "NAME": EMBEDDED_NAME,
        "USER": "postgres",
        "EMBEDDED": {"folder": folder, "fsync": switch("EMBEDDED_FSYNC", default=True)},
    }


def _named_server(variable: str, url: str) -> dict:
    try:
        # A server that never answers is a matter of seconds, not of the minutes that TCP would wait.
        options = {"connect_timeout": "10"} | conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise _unreadable(variable) from None
    place = {
        "NAME": options.pop("dbname", ""),
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": options.pop("port", ""),
        "OPTIONS": options,
    }
    # Where a password contains an @ or / as it is, libpq takes the rest of it for a host, a port or a name.
    if "@" in place["HOST"] + place["NAME"] or place["PORT"].strip("0123456789,"):
        raise _unreadable(variable)
    if not place["NAME"] and "service" not in options:
        raise ImproperlyConfigured(f"{variable} names no database. Write postgresql://user:password@host/database.")
    return place


def _unreadable(variable: str) -> ImproperlyConfigured:
    # Neither the address nor what libpq says of it is repeated: both may show the password.
    return ImproperlyConfigured(
        f"{variable} cannot be read. Write postgresql://user:password@host:port/database, "
        "with %40 for an @ in the password, %2F for a / and %25 for a %."
    )
