"""Which files the register keeps as evidence."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

LARGEST = 10 * 1024 * 1024
# What such a file is called, and with which bytes it begins: a name alone proves nothing.
KINDS = {
    ".pdf": b"%PDF",
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), b"PK\x03\x04"),
    ".png": b"\x89PNG",
    **dict.fromkeys((".jpg", ".jpeg"), b"\xff\xd8\xff"),
}
NAMES = ", ".join(kind.removeprefix(".") for kind in KINDS)


def fit_to_keep(file):
    """Refuses a file that is too large, or not of a kind that documents have. What is kept already was looked at."""
    if file._committed:
        return
    if file.size > LARGEST:
        raise ValidationError(
            _("The file is too large: at most %(largest)s can be kept."), params={"largest": filesizeformat(LARGEST)}
        )
    begins = KINDS.get(PurePath(file.name).suffix.lower())
    file.seek(0)
    fits = begins and file.read(len(begins)) == begins
    file.seek(0)
    if not fits:
        raise ValidationError(
            _("This is not a document of a kind that can be kept (%(kinds)s)."), params={"kinds": NAMES}
        )
