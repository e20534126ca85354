"""A real browser: Debian's Chromium, driven by Playwright. Without one these tests are skipped, or fail where
REQUIRE_BROWSER=on says that there must be one."""

import os
import shutil
from functools import partial
from urllib.parse import urlsplit

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections, transaction
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from recommendations.management.commands import demo, example
from recommendations.management.commands.demo import FIXTURES
from recommendations.management.serving import make_account
from tests.browser.followup import follow_up

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="package")
def browser(django_db_setup):
    """One browser for all these tests. While it is open, Playwright runs a loop in the thread of the tests, which
    Django would take for asynchronous code."""
    if PROGRAM is None:
        message = "NO BROWSER: install Debian's package chromium to run the browser tests"
        if os.environ.get("REQUIRE_BROWSER") == "on":
            pytest.fail(message)
        pytest.skip(message)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=options)
        yield browser
        browser.close()
        connections.close_all()  # within Playwright's loop Django keeps connections of its own


load_fixtures = partial(call_command, "loaddata", *FIXTURES, verbosity=0)


def load_report():
    """The register of the first report, followed up as it never was."""
    load_fixtures()
    follow_up()


REGISTERS = {"fixtures": load_fixtures, "report": load_report, "example": partial(call_command, "load_example")}
CONTRIBUTOR, PASSWORD = "contributor@demo.example", "correct horse battery staple"
ANSWERS_FOR = {"report": demo.Command.answers_for, "example": example.Command.answers_for}


@pytest.fixture(scope="package", params=["report"])
def register(request, browser, django_db_blocker):
    """The address of a site with a register. It is filled once for all these tests: they read, and change nothing."""
    with django_db_blocker.unblock():
        # pytest-django makes a test database only where a test says that it needs one.
        assert connection.settings_dict["NAME"].startswith("test_")
        with transaction.atomic():
            REGISTERS[request.param]()
            make_account(CONTRIBUTOR, PASSWORD, ANSWERS_FOR[request.param])
        server = LiveServer("localhost")
        yield server.url
        server.stop()
        call_command("flush", interactive=False, verbosity=0)
        ContentType.objects.clear_cache()  # they have other numbers now


@pytest.fixture(scope="package")
def window(browser, register):
    """Gives a browser's window with these options; tests that ask for the same ones share it, and its cache.

    Windows close before the register does, whose server waits for what they hold open.
    """
    windows = {}

    def window_(**options):
        key = repr(sorted(options.items()))
        if key not in windows:
            windows[key] = browser.new_context(**options)
            windows[key].set_default_navigation_timeout(120_000)  # a busy machine is no fault of a page
        return windows[key]

    yield window_
    for one in windows.values():
        one.close()


@pytest.fixture
def open_page(window, register, db):
    """Opens an address in a fresh tab, and notes whatever the page complains of or asks from elsewhere."""
    pages = []

    def open_(address, width=1440, height=1000, **options):
        page = window(viewport={"width": width, "height": height}, **options).new_page()
        pages.append(page)
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: _note_outside(page, register, request.url))
        page.goto(register + address)
        return page

    yield open_
    for page in pages:
        page.close()


def _note_outside(page, register, url):
    if urlsplit(url).netloc != urlsplit(register).netloc and not url.startswith("data:"):
        page.complaints.append(f"asks {url}")
