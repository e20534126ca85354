"""The site of the fictional register: never mistaken for the report's, never in its database."""

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from io import StringIO

import pytest
from django.core.management import CommandError
from django.db import connection
from django.template.loader import render_to_string

from actors.models import Actor
from recommendations.management.commands import demo, example as site
from tests import factories
from tests.config.processes import environment

SETTINGS = """
import django
from django.conf import settings
django.setup()
print(settings.SITE_URL, settings.DATA_DIR, settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
print(settings.SITE_NAME)
print(settings.SITE_NOTICE)
"""


@pytest.fixture
def command(settings):
    settings.EXAMPLE = True
    return site.Command(stdout=StringIO())


@pytest.fixture
def ports():
    """Two free ports in a row: the demonstration's and the example's."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as first:
            port = first.getsockname()[1]
            try:
                socket.create_server(("127.0.0.1", port + 1)).close()
            except OSError:
                continue
            return port, port + 1


def test_example_is_filled_once(command, db, monkeypatch):
    called = []
    monkeypatch.setattr(site, "call_command", lambda *arguments: called.append(arguments))
    command.fill_register()
    factories.meeting(series=factories.series("Harbour Network meetings"))

    command.fill_register()

    assert called == [("load_example",)]


def test_example_never_enters_another_register(command, db):
    factories.meeting()

    with pytest.raises(CommandError) as refused:
        command.fill_register()

    assert str(refused.value) == (
        "This register is not empty. The example fills only an empty one; nothing was changed."
    )
    assert Actor.objects.count() == 1


def test_example_is_refused_on_the_site_of_the_report(command, db, settings):
    settings.EXAMPLE = False

    with pytest.raises(CommandError) as refused:
        command.fill_register()

    assert str(refused.value) == "The fictional register has a database of its own: EXAMPLE=on, or `make example`."
    assert not Actor.objects.exists()


def test_report_never_enters_the_example(db, settings):
    settings.EXAMPLE = True

    with pytest.raises(CommandError) as refused:
        demo.Command(stdout=StringIO()).fill_register()

    assert str(refused.value) == ("This database is that of the fictional register (`make example`). Name another one.")
    assert not Actor.objects.exists()


@pytest.mark.parametrize(
    ("switch", "said"),
    [
        ("off", ["http://127.0.0.1:8100 /data sessionid8100 csrftoken8100", "Recommendations tracker", ""]),
        (
            "on",
            [
                "http://127.0.0.1:8101 /data/example sessionid8101 csrftoken8101",
                "Fictional recommendations",
                "Fictional register for trying the tracker: no country, body, meeting or event in it exists.",
            ],
        ),
    ],
)
def test_example_differs_in_all_by_which_sites_are_known(settings, switch, said):
    variables = environment(DEVELOPMENT="on", EXAMPLE=switch, PORT="8100", DATA_DIR="/data")
    for name in ("SITE_URL", "EXAMPLE_DATABASE_URL"):
        variables.pop(name, None)

    done = subprocess.run(
        [sys.executable, "-c", SETTINGS], cwd=settings.BASE_DIR, env=variables, capture_output=True, text=True
    )

    assert done.stdout.splitlines() == said


def test_every_page_says_what_it_is_and_leads_to_the_other_site(db, client, settings):
    settings.SITE_NOTICE = "All of this is invented."
    settings.SITE_OTHER_NAME, settings.SITE_OTHER_URL = "The other <register>", "http://127.0.0.1:8000/?a&b"

    page = client.get("/about/").content.decode()

    assert page.count('<p class="notice" role="note">All of this is invented.</p>') == 1
    assert page.count('<a href="http://127.0.0.1:8000/?a&amp;b">The other &lt;register&gt;</a>') == 1


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "500.html"])
def test_page_of_an_error_says_what_it_is_though_it_is_given_nothing(settings, name):
    settings.SITE_NOTICE = "All of this is invented."

    page = render_to_string(name)

    assert page.count('<p class="notice" role="note">All of this is invented.</p>') == 1


def test_page_leads_nowhere_else_where_no_other_site_is_named(db, client):
    footer = client.get("/about/").content.decode().partition("<footer")[2]

    assert footer.count("<a href") == 6


def test_example_serves_until_it_is_told_to_stop(settings, tmp_path, ports):
    if connection.server is None:
        pytest.skip("it fills a database of its own, which is an embedded one")
    port, own = ports
    variables = {"DATA_DIR": str(tmp_path), "PORT": str(port), "SITE_URL": f"http://127.0.0.1:{own}"}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "example"],
        cwd=settings.BASE_DIR,
        env=os.environ | variables | {"EMBEDDED_DATA": str(tmp_path / "postgres")},
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = []
    while not lines or (lines[-1] and not lines[-1].startswith("Open")):
        lines.append(process.stdout.readline())
    web = HTTPConnection("127.0.0.1", own)
    web.request("GET", "/meetings/")
    page = web.getresponse().read().decode()
    web.close()

    process.send_signal(signal.SIGINT)
    rest = process.communicate()[0]

    assert lines[-1] == f"Open http://127.0.0.1:{own}/ in a browser. Ctrl-C stops it.\n"
    assert (rest, process.returncode) == ("Stopped.\n", 0)
    assert page.count("Harbour Network Meeting") >= 4
    assert f'<a href="http://127.0.0.1:{port}/">The register of the first report</a>' in page
    assert (tmp_path / "postgres-example").is_dir()
    assert not (tmp_path / "postgres").exists()
