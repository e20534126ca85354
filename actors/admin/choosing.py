"""Choosing one or some of many: by a search, never from a list of all."""

import re

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

# What the database could know as a key.
KEY = re.compile(r"[0-9]{1,18}")


class KeysOnly:
    """A widget that asks the database for keys only; what else an address or a browser sends is no choice."""

    known = ()  # things that are fetched already, for all rows of a page at once

    def optgroups(self, name, value, attr=None):
        keys = [str(key) for key in value if KEY.fullmatch(str(key))]
        known = {str(one.pk): one for one in self.known}
        if not keys or not known.keys() >= set(keys):
            return super().optgroups(name, keys, attr)
        empty = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        options = [*empty, *((key, self.choices.field.label_from_instance(known[key])) for key in keys)]
        return [
            (None, [self.create_option(name, key, label, bool(key), n) for n, (key, label) in enumerate(options)], 0)
        ]


class OneChoice(KeysOnly, AutocompleteSelect):
    pass


class ManyChoices(KeysOnly, AutocompleteSelectMultiple):
    pass
