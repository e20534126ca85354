"""Fields for what people type, and the rules that every such text keeps."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

# Control characters but tab, line feed and carriage return: a reader never sees them and XML files cannot hold them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@deconstructible
class NoControlCharacters:
    """Refuses a text that holds characters which no page can show, and says where the first one stands."""

    def __call__(self, value):
        if found := CONTROL.search(value or ""):
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


class LineField(models.CharField):
    """One line of text; never NULL."""

    default_validators = [NoControlCharacters()]

    def __init__(self, *args, max_length=300, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)


class ProseField(models.TextField):
    """Text of several paragraphs, at most 20,000 characters; never NULL."""

    default_validators = [NoControlCharacters()]

    def __init__(self, *args, max_length=20_000, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)


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
