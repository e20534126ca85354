"""A real browser: Debian's Chromium, driven by Playwright. Without one these tests are skipped, or fail where
REQUIRE_BROWSER=on says that there must be one."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from playwright.sync_api import sync_playwright

from recommendations.management.commands.demo import FIXTURES

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


@pytest.fixture
def register(browser, live_server):
    """The address of a site with the register of the first report."""
    call_command("loaddata", *FIXTURES, verbosity=0)
    return live_server.url


@pytest.fixture
def open_page(browser, register):
    """Opens an address in a fresh window, and notes whatever the page complains of or asks from elsewhere."""
    contexts = []

    def open_(address, width=1440, height=1000, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_navigation_timeout(120_000)  # a busy machine is no fault of a page
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: _note_outside(page, register, request.url))
        page.goto(register + address)
        return page

    yield open_
    for context in contexts:
        context.close()


def _note_outside(page, register, url):
    if urlsplit(url).netloc != urlsplit(register).netloc and not url.startswith("data:"):
        page.complaints.append(f"asks {url}")
