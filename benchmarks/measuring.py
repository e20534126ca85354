"""How long pages take beside the same page from memory and the naive form, all in turn in one run."""

import gc
import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from statistics import median, quantiles
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment

from benchmarks.memory import keep
from benchmarks.pages import Page
from benchmarks.world import SEED


@dataclass
class Times:
    """How long one address took in milliseconds: the whole, and what of it was waiting for the database."""

    whole: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return median(self.whole)

    @property
    def quartiles(self) -> tuple[float, float]:
        first, _second, third = quantiles(self.whole, n=4)
        return first, third


@dataclass
class Measured:
    """A page with its times, and with those of what it is compared with."""

    page: Page
    found: int | None
    queries: int = 0
    size: int = 0
    zipped: int = 0
    own: Times = field(default_factory=Times)
    memory: Times = field(default_factory=Times)
    naive: Times | None = None
    naive_queries: int = 0


class Clock:
    """Counts the queries and adds up their time."""

    def __init__(self):
        self.queries, self.seconds = 0, 0.0

    def __call__(self, execute, sql, params, many, context):
        begun = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.queries += 1
            self.seconds += perf_counter() - begun


def measure(pages: list[Page], rounds: int, say: Callable[[str], None]) -> list[Measured]:
    """In every round each address once, in an order of chance. Each was asked for before, so that nothing is cold."""
    client, measured = Client(SERVER_NAME="localhost"), []
    for page in pages:
        say(f"looking at {page.name}")
        measured.append(_look(client, page))
    to_time = [
        (one.page.query, path, times)
        for one in measured
        for path, times in [
            (one.page.path, one.own),
            (f"/memory/{one.page.name}/", one.memory),
            ("/naive/", one.naive),
        ]
        if times is not None
    ]
    chance = Random(SEED)
    gc.collect()
    gc.freeze()
    for number in range(1, rounds + 1):
        say(f"round {number} of {rounds}")
        chance.shuffle(to_time)
        for query, path, times in to_time:
            _time(client, path, query, times)
    return measured


def _time(client: Client, path: str, query: str, times: Times) -> Clock:
    clock = Clock()
    with connection.execute_wrapper(clock):
        begun = perf_counter()
        response = client.get(path, QUERY_STRING=query)
        whole = perf_counter() - begun
    if response.status_code != 200:
        raise RuntimeError(f"{path}?{query} answers {response.status_code}")
    times.whole.append(1000 * whole)
    times.database.append(1000 * clock.seconds)
    return clock


def _look(client: Client, page: Page) -> Measured:
    """Asks for the page, its naive form and it from memory once each, to know what they are made of."""
    setup_test_environment()
    try:
        response = client.get(page.path, QUERY_STRING=page.query)
        keep(page.name, response)
    finally:
        teardown_test_environment()
    seen = Measured(page, page.found, size=len(response.content), zipped=len(gzip.compress(response.content)))
    # Once more: what an answer keeps from one page to the next is there by now, as in a server that runs.
    seen.queries = _time(client, page.path, page.query, Times()).queries
    asked = _time(client, f"/memory/{page.name}/", page.query, Times()).queries
    if asked:
        raise RuntimeError(f"{page.name} asks {asked} queries from memory")
    if page.naive:
        seen.naive = Times()
        seen.naive_queries = _time(client, "/naive/", page.query, Times()).queries
    return seen
