"""`manage.py makehistory`: the migrations of the history, made anew after a change of a model."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.optimizer import MigrationOptimizer
from django.db.migrations.writer import MigrationWriter
from pgtrigger.migrations import AddTrigger

APPS = ["actors", "meetings", "recommendations"]
NAME = "0002_history"


class Command(BaseCommand):
    help = "Make the migrations of the history anew. Until the first release they are not kept, see docs/decisions.md."

    def handle(self, *args, **options):
        for app in APPS:
            Path(app, "migrations", f"{NAME}.py").unlink(missing_ok=True)
        call_command("makemigrations", *APPS, name="history", include_header=False, verbosity=0)
        loader = MigrationLoader(None)
        for app in APPS:
            self._write(loader.disk_migrations[app, NAME], app)

    def _write(self, migration, app: str) -> None:
        """Write each table whole, then the triggers: in makemigrations' order a new database takes thrice the time."""
        triggers = [one for one in migration.operations if isinstance(one, AddTrigger)]
        tables = [one for one in migration.operations if not isinstance(one, AddTrigger)]
        migration.operations = MigrationOptimizer().optimize(tables, app) + triggers
        writer = MigrationWriter(migration, include_header=False)
        Path(writer.path).write_text(writer.as_string())
