"""Runs an embedded PostgreSQL server for as long as anybody uses it.

A program of its own, started by `embedded.py`: `keeper.py CLIENTS DATA COMMAND…`. Every process that uses the server
holds a shared lock on the file CLIENTS; the kernel takes the lock from a process however it ends, by kill -9 too. So
when the exclusive lock is granted here, nobody is left and the server is stopped.

Standard input is the lock under which servers are started, standard output a pipe to who started this one. Both are
closed once the server's process is there to be seen. Standard error is the server's log.
"""

import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import threading
import time

PR_SET_PDEATHSIG = 1
SECONDS_TO_STOP = 30


def keep(clients: str, data: str, command: list[str]) -> None:
    """Runs the server until it ends, by itself or because its last user is gone."""
    lock = os.open(clients, os.O_RDWR)
    become_owner_of(data)
    server = subprocess.Popen(
        command, cwd=data, stdin=subprocess.DEVNULL, stdout=sys.stderr, stderr=sys.stderr, preexec_fn=stop_with_parent
    )
    os.close(0)
    os.close(1)
    threading.Thread(target=stop_when_unused, args=[server, lock], daemon=True).start()
    server.wait()


def become_owner_of(data: str) -> None:
    """PostgreSQL refuses to run as root, and nothing here needs to."""
    if os.geteuid() == 0:
        owner = os.stat(data)
        os.setgroups([])
        os.setgid(owner.st_gid)
        os.setuid(owner.st_uid)


def stop_with_parent() -> None:
    """A server without a keeper would run for ever; elsewhere than on Linux that takes a kill -9 of the keeper."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def stop_when_unused(server: subprocess.Popen, lock: int) -> None:
    """Waits for the last user to go. The lock is kept till the end: who comes now waits, and then starts anew."""
    fcntl.flock(lock, fcntl.LOCK_EX)
    server.send_signal(signal.SIGINT)
    time.sleep(SECONDS_TO_STOP)
    server.send_signal(signal.SIGQUIT)  # at once; the next start repairs


if __name__ == "__main__" and not os.fork():  # nobody's child: leaves no zombie to who started it
    keep(sys.argv[1], sys.argv[2], sys.argv[3:])
