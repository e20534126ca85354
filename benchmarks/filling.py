"""A database of the benchmark's own, filled with a made register."""

from contextlib import contextmanager
from time import perf_counter

from django.apps import apps
from django.core.management import call_command
from django.db import connection, models, transaction

from benchmarks.items import Report
from benchmarks.world import make_world
from recommendations.models import Addressee, Recommendation, SearchDocument

APPS = ["actors", "meetings", "recommendations"]
SAMPLE = 50


class Refused(Exception):
    """The database holds something else."""


def fill(n: int) -> float:
    """Fills an empty database with n items, and says in how many seconds; leaves one alone that holds just that.

    Raises Refused for any other.
    """
    tables = connection.introspection.table_names()
    if tables and "django_migrations" not in tables:
        raise Refused("The database holds tables that are not the register's.")
    call_command("migrate", verbosity=0, interactive=False)
    if Recommendation.objects.filter(reference__startswith="MM").count() == n == Recommendation.objects.count():
        return 0
    if held := [model._meta.label for model in _tables() if model.objects.exists()]:
        raise Refused(f"The database holds something already: {', '.join(held)}. Name an empty one.")
    begun = perf_counter()
    with transaction.atomic():
        with _without_triggers():
            make(n)
            analyse()
            derive()
        check()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return perf_counter() - begun


def analyse() -> None:
    """Lets the database know how much it holds: otherwise it reads whole tables for each item."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _tables() -> list[type[models.Model]]:
    return [model for app in APPS for model in apps.get_app_config(app).get_models() if model._meta.managed]


@contextmanager
def _without_triggers():
    """Row by row, the search document of an item would be made anew with each of its addressees."""
    tables = [model._meta.db_table for model in _tables()]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def make(n: int) -> None:
    """The register as somebody would enter it."""
    world = make_world()
    shares = [world.chance.randint(1, 3) for _meeting in world.meetings]
    before: dict[int, list[Recommendation]] = {}
    for number, meeting in enumerate(world.meetings):
        # What is left, shared among the meetings that are left, so that the sum is right.
        size = round(n * shares[number] / sum(shares[number:]))
        report = Report(world, meeting, size)
        report.make(before.get(meeting.series_id, []))
        before[meeting.series_id] = report.asked
        n -= size


def derive() -> None:
    """What the triggers would have made: members before groups, parts before wholes, leads before restatements."""
    with connection.cursor() as cursor:
        for table in ("recommendations_addressee", "recommendations_recommendation"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER derive")
        addressees, items = Addressee.objects.all(), Recommendation.objects.all()
        wholes = items.filter(parts__isnull=False).values("pk")
        for rows in (
            addressees.filter(members=None),
            addressees.filter(members__isnull=False),
            items.filter(restates=None).exclude(pk__in=wholes),
            items.filter(pk__in=wholes),
            items.filter(restates__isnull=False),
        ):
            rows.update(status=models.F("status"))
        cursor.execute("DO $$ BEGIN PERFORM recommendations_index(id) FROM recommendations_recommendation; END $$")


class Undone(Exception):
    """Takes back what a check has changed."""


def check() -> None:
    """Lets the triggers make a sample anew. Raises AssertionError where it was otherwise."""
    sample = list(Recommendation.objects.order_by("?").values_list("pk", flat=True)[:SAMPLE])
    before = _derived(sample)
    try:
        with transaction.atomic():
            SearchDocument.objects.filter(pk__in=sample).delete()
            Addressee.objects.filter(recommendation__in=sample).update(status="not_started")
            Recommendation.objects.filter(pk__in=sample).update(status="not_started", page=7)
            assert _derived(sample) == before, "The triggers would have made something else."
            raise Undone
    except Undone:
        pass


def _derived(sample: list[int]) -> list:
    items = Recommendation.objects.filter(pk__in=sample).order_by("pk")
    rows = Addressee.objects.filter(recommendation__in=sample).order_by("pk")
    return [
        *items.values_list("pk", "status", "status_as_of", "document__vector"),
        *rows.values_list("pk", "status", "status_as_of", "response"),
    ]
