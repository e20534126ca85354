from django.apps import apps
from django.core.management.commands import dumpdata
from pghistory.models import Event


class Command(dumpdata.Command):
    """Django's dumpdata without the history, which tells of one database and is loaded into none."""

    def handle(self, *labels, exclude, **options):
        history = [model for model in apps.get_models() if issubclass(model, Event) or model._meta.proxy]
        return super().handle(*labels, exclude=[*exclude, *(model._meta.label for model in history)], **options)
