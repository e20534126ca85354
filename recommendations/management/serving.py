"""Serves a register on a machine of one's own, with an account for each role: what `demo` and `example` share."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections, transaction

from actors.models import Actor

HOST = "127.0.0.1"
ROLES = {
    "administrator@demo.example": "Administrators",
    "publisher@demo.example": "Publishers",
    "editor@demo.example": "Editors",
    "contributor@demo.example": "Contributors",
}
SECONDS_TO_ANSWER = 60
SECONDS_TO_STOP = 10


class Stopped(BaseException):
    """Somebody has asked the site to end. Nothing on the way may take it for an error."""


class Serving(BaseCommand):
    """A command that fills a register where there is none and serves it until Ctrl-C."""

    name: str  # of the command, and of its target in the Makefile
    other_name: str  # of the site beside it, to which its pages lead
    other_port: int  # that site's port, counted from this one's
    answers_for: str  # the body of the register for which the contributor answers

    def fill_register(self):
        """Load what is to be served. Raises CommandError where the database holds something else."""
        raise NotImplementedError

    def handle(self, **options):
        if not settings.DEVELOPMENT:
            raise CommandError(f"{self.name} makes accounts and prints their passwords. It needs DEVELOPMENT=on.")
        port = self.free_port()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)
        try:
            with alone():
                self.say("Preparing the database …")
                call_command("migrate", verbosity=0, interactive=False)
                self.fill_register()
                self.make_accounts()
            self.serve(port)
        except Stopped:
            self.say("Stopped.")

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()  # at once, into a pipe too

    def free_port(self) -> int:
        try:
            socket.create_server((HOST, settings.PORT)).close()
        except (OSError, OverflowError) as problem:
            reason = os.strerror(problem.errno) if isinstance(problem, OSError) else "there is no such port"
            raise CommandError(
                f"Port {settings.PORT} cannot be used: {reason}. Choose another: PORT=8010 make {self.name}"
            ) from None
        return settings.PORT

    def make_accounts(self):
        """An account for each role. One that is there keeps its password, which is printed where it is known."""
        users = {user.email: user for user in get_user_model().objects.filter(email__in=ROLES)}
        chosen, kept = os.environ.get("DEMO_PASSWORD"), KeptPasswords(settings.DATA_DIR / "demo-accounts.txt")
        made = {email: chosen or kept.get(email) or secrets.token_urlsafe(9) for email in ROLES if email not in users}
        kept.update(made)
        kept.write()
        with transaction.atomic():
            for email, password in made.items():
                make_account(email, password, self.answers_for)
        self.say(
            f"Accounts for the desk at {settings.SITE_URL}/admin/, and for answers at {settings.SITE_URL}/sign-in/:"
        )
        for email in ROLES:
            password = kept.get(email)
            if email in users and not (password and users[email].check_password(password)):
                password = "(changed since)"
            self.say(f"  {email:28}{password}")

    def serve(self, port):
        self.say("Starting the web server …")
        connections.close_all()  # the share in an embedded database stays with this process
        other_url = f"http://{HOST}:{port + self.other_port}/"
        neighbour = {"SITE_OTHER_NAME": str(self.other_name), "SITE_OTHER_URL": other_url}
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"{HOST}:{port}"),
                *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
                *(
                    "--limit-request-line",
                    "8190",
                    "--graceful-timeout",
                    "3",
                    "--log-level",
                    "warning",
                    "--no-control-socket",
                ),
            ],
            cwd=settings.BASE_DIR,
            env=neighbour | os.environ,
            start_new_session=True,  # Ctrl-C is for this process, which passes it on
        )
        try:
            wait_for_answer(server, port)
            self.say(f"Open {settings.SITE_URL}/ in a browser. Ctrl-C stops it.")
            raise CommandError(f"The web server has ended by itself (code {server.wait()}).")
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            server.terminate()
            try:
                server.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


class KeptPasswords(dict):
    """The made passwords, by e-mail address, in a file that its owner alone may read."""

    def __init__(self, path: Path):
        self.path = path
        lines = path.read_text().splitlines() if path.exists() else []
        super().__init__(line.split(" ", 1) for line in lines if " " in line)

    def write(self):
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
            self.path.chmod(0o600)
            self.path.write_text("".join(f"{email} {password}\n" for email, password in self.items()))
        except OSError as problem:
            raise CommandError(f"Passwords cannot be kept in {self.path}: {problem.strerror}.") from problem


@contextmanager
def alone():
    """Lets a second command on the same database wait until the first has filled it."""
    guard = connection.copy()  # loading fixtures closes the usual one
    try:
        with guard.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('demo'))")
        yield
    finally:
        guard.close()


def make_account(email, password, answers_for):
    role = ROLES[email]
    user = get_user_model().objects.create_user(
        email, password, name=f"Demo {email.partition('@')[0]}", is_staff=role != "Contributors"
    )
    user.groups.add(Group.objects.get(name=role))
    if role == "Contributors":
        user.represents.set(Actor.objects.filter(slug=answers_for))


def wait_for_answer(server, port):
    """Returns once a page comes, asked for as the site's own address."""
    end = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < end and server.poll() is None:
        web = HTTPConnection(HOST, port, timeout=5)
        try:
            web.request("GET", "/healthz/", headers={"Host": urlsplit(settings.SITE_URL).netloc})
            if web.getresponse().status < 400:
                return
        except (OSError, HTTPException):
            pass
        finally:
            web.close()
        time.sleep(0.1)
    raise CommandError("The web server does not answer. What it printed says why.")


def stop(number, frame):
    raise Stopped
