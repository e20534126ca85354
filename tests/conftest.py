import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, settings

from recommendations.example import count
from tests import copied

# A database takes its time; and a test that makes its rows once may look at them with many inputs.
settings.register_profile("register", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("register")


@pytest.fixture(scope="session")
def example_rows(django_db_setup, django_db_blocker):
    """The rows of the fictional register as of today, made once for all tests and left nowhere."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_example")
        rows = copied.out()
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def example(db, example_rows):
    """The fictional register as of today. It comes into an empty database: before what the test itself makes."""
    copied.into(example_rows)
    count()
