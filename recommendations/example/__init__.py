"""A fictional register with years of follow-up, for trying the tracker: an invented network of invented countries.

What it says lies in the YAML files, one a noun, with days counted from a meeting or back from the day of the example;
the modules beside them enter it through the verbs of the models. The same day gives the same register.
"""

from datetime import date

from django.apps import apps
from django.db import connection, transaction

from meetings.models import Series
from recommendations.example import actions, actors, challenges, followup, items, meetings, subjects
from recommendations.example.register import Register, table


@transaction.atomic
def load(on: date) -> None:
    """Fill an empty register, so that on that day things are late, due and stale."""
    register = Register(on)
    for noun in (actors, subjects, meetings, items, followup, actions, challenges):
        noun.load(register)
        count()


def count() -> None:
    """Tell the database how much there is: it plans for empty tables otherwise, and every page waits for that."""
    known = [one._meta for one in apps.get_models(include_auto_created=True)]
    tables = [meta.db_table for meta in known if meta.managed and not meta.proxy]
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, tables))}")


def is_loaded() -> bool:
    """Whether the register is the example, with whatever was entered since."""
    return Series.objects.filter(slug=table("meetings")["series"]["slug"]).exists()
