import pghistory
from django.core.management.base import CommandError
from django.core.management.commands import loaddata


class Command(loaddata.Command):
    """Django's loaddata, which would let the second of two equal keys overwrite the first without a word."""

    def loaddata(self, fixture_labels):
        self.seen = set()
        with pghistory.context(command="loaddata"):
            super().loaddata(fixture_labels)

    def save_obj(self, obj):
        if hasattr(obj.object, "natural_key"):
            key = (obj.object._meta.label, obj.object.natural_key())
            if key in self.seen:
                raise CommandError(f"{key[0]} {key[1]} stands twice in these fixtures. Nothing was loaded.")
            self.seen.add(key)
        return super().save_obj(obj)
