"""The colours: every text can be read on every ground on which it stands, computed from the tokens themselves."""

import re

import pytest
from django.conf import settings

STYLES = settings.BASE_DIR / "config" / "static" / "css"
TOKENS = (STYLES / "tokens.css").read_text()
DARK = "screen and (prefers-color-scheme: dark)"

TEXT, DRAWING = 4.5, 3  # the least contrast of WCAG 2.1, level AA
GROUNDS = {
    "surface": ["text", "soft", "accent", "late"],
    "tint": ["text", "soft", "accent", "late"],
    "mark": ["text", "soft", "accent"],
    "accent": ["on-accent"],
    "late": ["on-accent"],
}
DRAWN = ["field", "accent", "text", "soft"]  # bounds of fields, the focus, shapes and bars


def tokens(*conditions) -> dict[str, str]:
    """The values of the tokens where these media conditions hold."""
    blocks = re.findall(r"(?:@media ([^{]+?) \{\s*)?:root \{(.*?)\}", TOKENS, re.S)
    held = [block for condition, block in blocks if not condition or condition in conditions]
    return dict(pair for block in held for pair in re.findall(r"--color-([\w-]+): ([^;]+);", block))


def rgb(name: str, values: dict[str, str]) -> tuple[float, ...]:
    """A token's colour, from 0 to 1 each."""
    value = values[name]
    if mix := re.fullmatch(r"color-mix\(in srgb, var\(--color-(\S+)\) (\d+)%, var\(--color-(\S+)\)\)", value):
        share = int(mix[2]) / 100
        return tuple(
            share * one + (1 - share) * other
            for one, other in zip(rgb(mix[1], values), rgb(mix[3], values), strict=True)
        )
    return tuple(int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))


def luminance(colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, values: dict[str, str]) -> float:
    darker, lighter = sorted(luminance(rgb(name, values)) for name in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_has_it():
    values = {"black": "#000000", "white": "#ffffff", "grey": "#767676", "half": ""}
    values["half"] = "color-mix(in srgb, var(--color-black) 50%, var(--color-white))"

    assert contrast("black", "white", values) == pytest.approx(21)
    assert contrast("grey", "white", values) == pytest.approx(4.54, abs=0.005)
    assert rgb("half", values) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("conditions", [(), (DARK,)], ids=["light", "dark"])
def test_every_text_can_be_read_where_it_stands(conditions):
    values = tokens(*conditions)

    found = {(text, ground): contrast(text, ground, values) for ground, texts in GROUNDS.items() for text in texts}

    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("conditions", [(), (DARK,)], ids=["light", "dark"])
def test_fields_and_shapes_stand_out(conditions):
    values = tokens(*conditions)

    found = {name: contrast(name, "surface", values) for name in DRAWN}

    assert {name: round(ratio, 2) for name, ratio in found.items() if ratio < DRAWING} == {}


def test_dark_is_dark():
    assert luminance(rgb("surface", tokens(DARK))) < 0.05 < 0.9 < luminance(rgb("surface", tokens()))


def test_paper_is_light():
    assert re.findall(r"@media (?!screen and )[^{]+", TOKENS) == []


def test_no_text_stands_on_a_ground_that_is_not_computed():
    rules = (STYLES / "site.css").read_text()

    grounds = set(re.findall(r"background(?:-color)?: var\(--color-([\w-]+)\)", rules))
    texts = set(re.findall(r"(?<![\w-])color: var\(--color-([\w-]+)\)", rules))

    assert grounds - GROUNDS.keys() == set()
    assert texts - {text for texts in GROUNDS.values() for text in texts} == set()
