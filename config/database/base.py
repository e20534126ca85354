"""Django's database backend of the tracker: PostgreSQL 15 or newer, whose absence is told in one line."""

from functools import cache

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base, features
from django.db.utils import NotSupportedError

from config.database import Unavailable


class DatabaseFeatures(features.DatabaseFeatures):
    """PostgreSQL as the tracker needs it."""

    minimum_database_version = (15,)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the register. The first one of all starts the embedded server, where there is one."""

    features_class = DatabaseFeatures

    @property
    def server(self):
        """The embedded server, or None where DATABASE_URL names one."""
        embedded = self.settings_dict.get("EMBEDDED")
        return embedded and _server(**embedded)

    def get_connection_params(self):
        params = super().get_connection_params()
        # PostgreSQL would compile the one query that counts everything, and spend more time on that than on counting.
        params["options"] = f"-c jit=off {params.get('options', '')}".strip()
        return params | self.server.address if self.server else params

    def get_new_connection(self, conn_params):
        if self.server:
            self.server.hold()
            try:
                return super().get_new_connection(conn_params)
            except psycopg.OperationalError:  # not started yet, or killed meanwhile
                self.server.start()
                return super().get_new_connection(conn_params)
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as problem:
            variable = self.settings_dict.get("NAMED_BY", "DATABASE_URL")
            reason = (
                str(problem).partition("\n")[0].removeprefix("connection failed: ").removeprefix("connection is bad: ")
            )
            raise Unavailable(
                f"the database that {variable} names does not answer ({reason}). "
                f"Start its server or correct {variable}."
            ) from problem

    def check_database_version_supported(self):
        try:
            super().check_database_version_supported()
        except NotSupportedError as problem:
            raise Unavailable(f"{problem} Let DATABASE_URL name a newer server.") from problem


@cache  # one for the process, whose share in the server it holds
def _server(folder, fsync):
    try:
        from config.database.embedded import Embedded

        return Embedded(folder, fsync)
    except ModuleNotFoundError as missing:
        raise ImproperlyConfigured(
            f"{missing.name}, which the embedded database needs, is not installed. "
            "Run `pip install -r requirements.txt`, or set DATABASE_URL to a server."
        ) from missing
