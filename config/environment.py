"""Reads settings from the environment, loudly: what cannot be read is an error that names the variable."""

import os
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured

ON, OFF = {"on", "1", "true", "yes"}, {"off", "0", "false", "no"}


def text(name: str, default: str | None = None) -> str:
    """The variable as text. Raises ImproperlyConfigured where it is unset and has no default."""
    value = os.environ.get(name) or default
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. Set it, or set DEVELOPMENT=on on a machine of your own.")
    return value


def switch(name: str, default: bool = False) -> bool:
    """The variable as on or off. Raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name, "").strip().lower()
    if value and value not in ON | OFF:
        raise ImproperlyConfigured(f"{name}={value!r} is neither “on” nor “off”.")
    return value in ON if value else default


def number(name: str, default: int, most: int | None = None) -> int:
    """The variable as a whole number from 0 to `most`. Raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name) or str(default)
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name}={value!r} is not a whole number.")
    if most is not None and int(value) > most:
        raise ImproperlyConfigured(f"{name}={value} is more than {most}.")
    return int(value)


def time_zone(name: str, default: str) -> str:
    """The variable as the name of a time zone. Raises ImproperlyConfigured where there is none of that name."""
    value = text(name, default)
    if value not in available_timezones():
        raise ImproperlyConfigured(f"{name}={value!r} is no time zone such as Europe/Amsterdam.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """The variable as a list, its items apart by commas or spaces."""
    return os.environ.get(name, default).replace(",", " ").split()
