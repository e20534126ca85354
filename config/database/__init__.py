"""Where the register is kept: on the PostgreSQL server that `DATABASE_URL` names, or else on an embedded one.

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

EMBEDDED_NAME = "tracker"


class Unavailable(OperationalError):
    """The database cannot be used, for a reason outside the program: one line says which, and what to do."""


def from_environment(data_dir: Path, embedded_allowed: bool) -> dict:
    """Django's entry in DATABASES, as the environment asks for it."""
    if url := os.environ.get("DATABASE_URL"):
        place = _named_server(url)
    elif embedded_allowed:
        place = _embedded_server(Path(text("EMBEDDED_DATA", str(data_dir / "postgres"))))
    else:
        raise ImproperlyConfigured(
            "DATABASE_URL is not set. Set it to postgresql://user:password@host/database, "
            "or set DEVELOPMENT=on on a machine of your own."
        )
    return {"ENGINE": "config.database", "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} | place


def _embedded_server(folder: Path) -> dict:
    return {
        "NAME": EMBEDDED_NAME,
        "USER": "postgres",
        "EMBEDDED": {"folder": folder, "fsync": switch("EMBEDDED_FSYNC", default=True)},
    }


def _named_server(url: str) -> dict:
    try:
        # A server that never answers is a matter of seconds, not of the minutes that TCP would wait.
        options = {"connect_timeout": "10"} | conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise _unreadable() from None
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
        raise _unreadable()
    if not place["NAME"] and "service" not in options:
        raise ImproperlyConfigured("DATABASE_URL names no database. Write postgresql://user:password@host/database.")
    return place


def _unreadable() -> ImproperlyConfigured:
    # Neither the address nor what libpq says of it is repeated: both may show the password.
    return ImproperlyConfigured(
        "DATABASE_URL cannot be read. Write postgresql://user:password@host:port/database, "
        "with %40 for an @ in the password, %2F for a / and %25 for a %."
    )
