"""What the environment may say, and how it is told that it may not."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import number, switch, text, time_zone, words


@pytest.mark.parametrize(
    ("read", "value", "refusal"),
    [
        (lambda: number("NAME", 1), "80a", "NAME='80a' is not a whole number."),
        (lambda: number("NAME", 1), "-1", "NAME='-1' is not a whole number."),
        (lambda: number("NAME", 1, most=65_534), "65535", "NAME=65535 is more than 65534."),
        (lambda: switch("NAME"), "maybe", "NAME='maybe' is neither “on” nor “off”."),
        (lambda: time_zone("NAME", "UTC"), "Mars", "NAME='Mars' is no time zone such as Europe/Amsterdam."),
        (lambda: text("NAME"), "", "NAME is not set. Set it, or set DEVELOPMENT=on on a machine of your own."),
    ],
)
def test_value_that_cannot_be_read_is_refused_by_its_name(monkeypatch, read, value, refusal):
    monkeypatch.setenv("NAME", value)

    with pytest.raises(ImproperlyConfigured) as told:
        read()

    assert str(told.value) == refusal


def test_values_are_read(monkeypatch):
    monkeypatch.setenv("NAME", "65534")
    monkeypatch.setenv("ZONE", "Europe/Paris")
    monkeypatch.setenv("LIST", "a, b c")

    assert (number("NAME", 1, most=65_534), number("OTHER", 7)) == (65_534, 7)
    assert (time_zone("ZONE", "UTC"), time_zone("OTHER", "UTC")) == ("Europe/Paris", "UTC")
    assert words("LIST") == ["a", "b", "c"]
