"""The demonstration: a register to look at, whose second start changes nothing that a person entered."""

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from http.client import HTTPConnection
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from actors.models import User
from recommendations.management import serving
from recommendations.management.commands import demo
from tests import factories

PASSWORDS = "demo-accounts.txt"


@pytest.fixture
def command(settings, tmp_path):
    """The command, with its output and a data folder of the test's own."""
    settings.DATA_DIR = tmp_path
    return demo.Command(stdout=StringIO())


def printed(command):
    """What the command printed since it was last asked, line by line."""
    lines = command.stdout.getvalue().splitlines()
    command.stdout.truncate(0)
    command.stdout.seek(0)
    return lines


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def test_accounts_one_per_role(command, db, tmp_path):
    command.make_accounts()

    kept = dict(line.split() for line in (tmp_path / PASSWORDS).read_text().splitlines())
    assert list(User.objects.order_by("email").values_list("email", "groups__name", "is_staff", "is_superuser")) == [
        ("administrator@demo.example", "Administrators", True, False),
        ("contributor@demo.example", "Contributors", False, False),
        ("editor@demo.example", "Editors", True, False),
        ("publisher@demo.example", "Publishers", True, False),
    ]
    assert stat.S_IMODE((tmp_path / PASSWORDS).stat().st_mode) == 0o600
    assert all(User.objects.get(email=email).check_password(password) for email, password in kept.items())
    assert printed(command)[1:] == [f"  {email:28}{kept[email]}" for email in serving.ROLES]


def test_contributor_answers_for_a_body_of_the_register(command, db):
    body = factories.actor("Eurojust")
    factories.actor("Other")

    command.make_accounts()

    assert list(User.objects.get(email="contributor@demo.example").represents.all()) == [body]
    assert list(User.objects.filter(represents=body)) == [User.objects.get(email="contributor@demo.example")]


def test_accounts_are_left_alone_when_they_are_there(command, db):
    command.make_accounts()
    first = printed(command)
    editor = User.objects.get(email="editor@demo.example")
    editor.set_password("of the editor's own")
    editor.save()

    command.make_accounts()

    assert printed(command) == [*first[:3], "  editor@demo.example         (changed since)", first[4]]
    editor.refresh_from_db()
    assert editor.check_password("of the editor's own")


def test_accounts_take_the_password_that_is_asked_for(command, db, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "one for all")

    command.make_accounts()

    assert printed(command)[1:] == [f"  {email:28}one for all" for email in serving.ROLES]
    assert all(user.check_password("one for all") for user in User.objects.all())


@pytest.mark.parametrize("holds_meeting", [False, True])
def test_register_is_loaded_only_where_there_is_none(command, db, monkeypatch, holds_meeting):
    called = []
    monkeypatch.setattr(demo, "call_command", lambda *arguments, **options: called.append(arguments))
    if holds_meeting:
        factories.meeting()

    command.fill_register()

    assert called == ([] if holds_meeting else [("loaddata", *demo.FIXTURES)])


def test_fictional_register_is_not_served_as_the_report(command, db):
    factories.meeting(series=factories.series("Harbour Network meetings"))

    with pytest.raises(CommandError) as refused:
        command.fill_register()

    assert str(refused.value) == ("This database is that of the fictional register (`make example`). Name another one.")


def test_taken_port_is_told_before_anything_else(settings, port):
    settings.PORT = port

    with socket.create_server(("127.0.0.1", port)), pytest.raises(CommandError) as refused:
        call_command("demo")

    assert str(refused.value) == (
        f"Port {port} cannot be used: Address already in use. Choose another: PORT=8010 make demo"
    )


def test_web_server_that_does_not_start_ends_the_demonstration(command, monkeypatch, port):
    monkeypatch.setattr(serving.sys, "executable", shutil.which("false"))
    monkeypatch.setattr(serving.signal, "signal", lambda number, handler: None)
    monkeypatch.setattr(serving.connections, "close_all", lambda: None)

    with pytest.raises(CommandError) as refused:
        command.serve(port)

    assert str(refused.value) == "The web server does not answer. What it printed says why."


def test_demonstration_is_refused_on_a_site_that_others_reach(settings):
    settings.DEVELOPMENT = False

    with pytest.raises(CommandError) as refused:
        call_command("demo")

    assert str(refused.value) == "demo makes accounts and prints their passwords. It needs DEVELOPMENT=on."


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_demonstration_serves_until_it_is_told_to_stop(settings, tmp_path, port, how):
    if connection.server is None:
        pytest.skip("it fills the database that DATABASE_URL names")
    variables = {"DATA_DIR": str(tmp_path), "PORT": str(port), "SITE_URL": f"http://127.0.0.1:{port}"}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=settings.BASE_DIR,
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = []
    while not lines or (lines[-1] and not lines[-1].startswith("Open")):
        lines.append(process.stdout.readline())
    web = HTTPConnection("127.0.0.1", port)
    web.request("GET", "/healthz/")
    answer = web.getresponse().status
    web.close()

    process.send_signal(how)
    rest = process.communicate()[0]

    assert lines[-1] == f"Open http://127.0.0.1:{port}/ in a browser. Ctrl-C stops it.\n"
    assert answer == 200
    assert (rest, process.returncode) == ("Stopped.\n", 0)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
