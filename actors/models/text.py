"""Fields for what people type, and the rules that every such text keeps."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

# Control characters but tab, line feed and carriage return: a reader never sees them and XML files cannot hold them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Besides those, what turns the order of letters around: a reader sees another text than a search or a file.
UNSEEN = re.compile(rf"{CONTROL.pattern}|[\u202a-\u202e\u2066-\u2069]")
BREAK = re.compile(r"[\t\n\r\u2028\u2029]")
# The same for PostgreSQL, whose text never holds U+0000.
UNSEEN_SQL = r"\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF"
BREAK_SQL = r"\t\n\r\u2028\u2029"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@deconstructible
class NoControlCharacters:
    """Refuses a text that holds characters which no page can show, and says where the first one stands."""

    def __call__(self, value):
        if found := UNSEEN.search(value or ""):
            raise ValidationError(
                _("Character %(place)s is an invisible control character (U+%(code)s). Remove it."),
                code="control_character",
                params={
                    "place": found.start() + 1,
                    "code": f"{ord(found.group()):04X}",
                },
            )

    def __eq__(self, other):
        return isinstance(other, NoControlCharacters)


@deconstructible
class OneLine:
    """Refuses a text with a line break or a tab where one line is meant."""

    def __call__(self, value):
        if BREAK.search(value or ""):
            raise ValidationError(_("Line breaks and tabs have no place here; write one line."), code="one_line")

    def __eq__(self, other):
        return isinstance(other, OneLine)


class LineField(models.CharField):
    """One line of text; never NULL. The database refuses what its validators refuse."""

    default_validators = [NoControlCharacters(), OneLine()]

    def __init__(self, *args, max_length=300, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)

    def db_check(self, connection):
        return f"{connection.ops.quote_name(self.column)} !~ '[{UNSEEN_SQL}{BREAK_SQL}]'"


class ProseField(models.TextField):
    """Text of several paragraphs, at most 20,000 characters; never NULL. A line ends with a line feed alone."""

    default_validators = [NoControlCharacters()]

    def __init__(self, *args, max_length=20_000, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)

    def db_check(self, connection):
        return f"{connection.ops.quote_name(self.column)} !~ '[{UNSEEN_SQL}]'"

    def to_python(self, value):
        value = super().to_python(value)
        return value.replace("\r\n", "\n").replace("\r", "\n") if value else value


def not_blank(field: str, message) -> models.CheckConstraint:
    """The rule that a text says something; spaces alone do not."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_not_blank",
        condition=Q(**{f"{field}__regex": r"\S"}),
        violation_error_message=message,
    )


def valid_choice(field: str, choices: type[models.TextChoices], blank: bool = False) -> models.CheckConstraint:
    """The rule that a coded field holds one of its codes, whoever writes it."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_valid",
        condition=Q(**{f"{field}__in": [*choices.values, *([""] if blank else [])]}),
        violation_error_message=_("“%(field)s” holds a code that does not exist. Known: %(codes)s.")
        % {"field": field, "codes": ", ".join(choices.values)},
    )


def valid_slug(field: str = "slug") -> models.CheckConstraint:
    """The rule that an address part is made of small letters, digits and single hyphens."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_valid",
        condition=Q(**{f"{field}__regex": SLUG}),
        violation_error_message=_("An address part has small letters, digits and single hyphens only."),
    )


def on_the_web(field: str) -> models.CheckConstraint:
    """The rule that an address leads to a page of the web: nothing else may stand in a link."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_on_the_web",
        condition=Q(**{f"{field}__regex": r"^(https?://\S+)?$"}),
        violation_error_message=_("An address begins with https:// or http:// and holds no spaces."),
    )
