"""The server that DATABASE_URL names, and what is said where it names none that answers."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config.database import Unavailable, base, from_environment
from tests.config.processes import manage

UNREADABLE = (
    "DATABASE_URL cannot be read. Write postgresql://user:password@host:port/database, "
    "with %40 for an @ in the password, %2F for a / and %25 for a %."
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://u:p@h:5433/db", {"NAME": "db", "USER": "u", "PASSWORD": "p", "HOST": "h", "PORT": "5433"}),
        ("postgres://u:s%23cr%2Ft%20x%40@h/db", {"NAME": "db", "USER": "u", "PASSWORD": "s#cr/t x@", "HOST": "h"}),
        ("postgresql:///db?host=/run/postgresql", {"NAME": "db", "HOST": "/run/postgresql"}),
        ("postgresql://%2Frun%2Fpostgresql/db", {"NAME": "db", "HOST": "/run/postgresql"}),
        ("postgresql://h1:1,h2:2/db", {"NAME": "db", "HOST": "h1,h2", "PORT": "1,2"}),
        ("host=/tmp dbname=db user=u password='a b'", {"NAME": "db", "USER": "u", "PASSWORD": "a b", "HOST": "/tmp"}),
        ("postgresql://h/db?sslmode=verify-full", {"NAME": "db", "HOST": "h", "OPTIONS": {"sslmode": "verify-full"}}),
        ("postgresql://h/db?connect_timeout=3", {"NAME": "db", "HOST": "h", "OPTIONS": {"connect_timeout": "3"}}),
        ("service=tracker", {"OPTIONS": {"service": "tracker"}}),
    ],
)
def test_database_url_is_read_in_every_form_of_libpq(monkeypatch, url, expected):
    monkeypatch.setenv("DATABASE_URL", url)

    assert from_environment(Path("data"), embedded_allowed=False) == {
        **{"ENGINE": "config.database", "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True},
        **{"NAME": "", "USER": "", "PASSWORD": "", "HOST": "", "PORT": "", **expected},
        "OPTIONS": {"connect_timeout": "10", **expected.get("OPTIONS", {})},
    }


def test_queries_are_not_compiled_unless_the_address_asks_for_it():
    asked = [{}, {"options": "-c jit=on"}]

    given = [
        base.DatabaseWrapper({**connection.settings_dict, "OPTIONS": one}).get_connection_params() for one in asked
    ]

    assert [one["options"] for one in given] == ["-c jit=off", "-c jit=off -c jit=on"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://u:secret@h/db", UNREADABLE),
        ("secret", UNREADABLE),
        ("postgresql://u:secret%zz@h/db", UNREADABLE),
        ("postgresql://u:s@secret@h/db", UNREADABLE),
        ("postgresql://u:secret/s@h/db", UNREADABLE),
        ("postgresql://u:1/secret@h/db", UNREADABLE),
        ("postgresql://u:s@h:secret/db", UNREADABLE),
        ("postgresql://u:s@h/db?secret=1", UNREADABLE),
        ("postgresql://u:secret@h", "DATABASE_URL names no database. Write postgresql://user:password@host/database."),
    ],
)
def test_malformed_database_url_is_told_without_its_password(monkeypatch, url, said):
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(ImproperlyConfigured) as refused:
        from_environment(Path("data"), embedded_allowed=True)

    assert str(refused.value) == said


def test_embedded_server_lies_in_the_data_folder_unless_told_otherwise(monkeypatch):
    for name in ("DATABASE_URL", "EMBEDDED_DATA", "EMBEDDED_FSYNC"):
        monkeypatch.delenv(name, raising=False)

    usual = from_environment(Path("data"), embedded_allowed=True)["EMBEDDED"]
    monkeypatch.setenv("EMBEDDED_DATA", "/elsewhere")
    monkeypatch.setenv("EMBEDDED_FSYNC", "off")
    chosen = from_environment(Path("data"), embedded_allowed=True)["EMBEDDED"]

    assert usual == {"folder": Path("data/postgres"), "fsync": True}
    assert chosen == {"folder": Path("/elsewhere"), "fsync": False}


def test_site_without_a_server_is_refused_outside_development(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)

    with pytest.raises(ImproperlyConfigured) as refused:
        from_environment(Path("data"), embedded_allowed=False)

    assert str(refused.value) == (
        "DATABASE_URL is not set. Set it to postgresql://user:password@host/database, "
        "or set DEVELOPMENT=on on a machine of your own."
    )


@pytest.mark.parametrize(
    "command", [["migrate"], ["loaddata", "-"], ["runserver", "--noreload", "0"], ["runserver", "0"]], ids=" ".join
)
def test_server_that_is_away_is_told_in_one_line(command):
    done = manage(*command, DATABASE_URL="postgresql://officer:secret@127.0.0.1:1/tracker")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "manage.py: the database that DATABASE_URL names does not answer (connection to server at "
        '"127.0.0.1", port 1 failed: Connection refused). Start its server or correct DATABASE_URL.'
    )
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", ["migrate", "runserver", "check"])
def test_malformed_database_url_is_told_by_every_command(command):
    done = manage(command, DATABASE_URL="postgresql://officer:sec@ret@127.0.0.1/tracker")

    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"manage.py: {UNREADABLE}\n")


@pytest.mark.django_db
def test_server_that_is_too_old_is_told(monkeypatch):
    monkeypatch.setattr(base.DatabaseFeatures, "minimum_database_version", (99,))
    major, minor = connection.get_database_version()

    with pytest.raises(Unavailable) as refused:
        connection.check_database_version_supported()

    assert str(refused.value) == (
        f"PostgreSQL 99 or later is required (found {major}.{minor}). Let DATABASE_URL name a newer server."
    )


REPORT, EXAMPLE = "postgresql://u:p@h/report", "postgresql://u:p@h/example"


def test_example_has_the_database_that_its_own_variable_names(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", REPORT)
    monkeypatch.setenv("EXAMPLE_DATABASE_URL", EXAMPLE)

    names = [from_environment(Path("data"), embedded_allowed=False, example=one)["NAME"] for one in (False, True)]

    assert names == ["report", "example"]


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        (
            {"DATABASE_URL": REPORT},
            "EXAMPLE_DATABASE_URL is not set. "
            "The fictional register never enters the database that DATABASE_URL names.",
        ),
        (
            {"DATABASE_URL": REPORT, "EXAMPLE_DATABASE_URL": "host=h dbname=report user=u password=p"},
            "EXAMPLE_DATABASE_URL names the database of DATABASE_URL. The fictional register needs its own.",
        ),
        ({"EXAMPLE_DATABASE_URL": "secret"}, f"EXAMPLE_{UNREADABLE}"),
    ],
)
def test_example_never_enters_the_database_of_the_report(monkeypatch, variables, said):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(ImproperlyConfigured) as refused:
        from_environment(Path("data"), embedded_allowed=True, example=True)

    assert str(refused.value) == said


@pytest.mark.parametrize(("variable", "folder"), [("", "data/postgres"), ("/var/pg", "/var/pg-example")])
def test_embedded_example_lies_in_a_folder_of_its_own(monkeypatch, variable, folder):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("EMBEDDED_DATA", variable)

    place = from_environment(Path("data"), embedded_allowed=True, example=True)

    assert place["EMBEDDED"]["folder"] == Path(folder)
