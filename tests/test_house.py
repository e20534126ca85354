"""The house inspects itself: rules that every module, template and stylesheet keeps, also those written tomorrow."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import models

from recommendations.models import DefinedChoices, Status

ROOT = settings.BASE_DIR
APPS = ["actors", "meetings", "recommendations"]
CODE = [path for folder in [*APPS, "config"] for path in sorted((ROOT / folder).rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "config" / "static" / "css").rglob("*.css"))
SCRIPTS = sorted((ROOT / "config" / "static" / "js").rglob("*.js"))
TOKENS = ROOT / "config" / "static" / "css" / "tokens.css"


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(paths, kind):
    return (node for path in paths for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, kind))


# Models.


def querysets() -> set[type]:
    """Every QuerySet class of ours, the ones that others are made from included."""
    ours = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    managed = {getattr(model._default_manager, "_queryset_class", models.QuerySet) for model in ours}
    return {one for kind in managed for one in kind.__mro__ if one.__module__.partition(".")[0] in APPS}


def words(queryset) -> list[str]:
    return [name for name, value in vars(queryset).items() if callable(value) and not name.startswith("_")]


def test_every_word_of_a_queryset_is_spoken_in_a_test():
    spoken = {node.attr for node in nodes(TESTS, ast.Attribute)}

    silent = {f"{kind.__name__}.{word}" for kind in querysets() for word in words(kind) if word not in spoken}

    assert silent == set()


def test_words_of_querysets_are_found():
    found = {kind.__name__: words(kind) for kind in querysets()}

    assert found["MembershipQuerySet"] == ["get_by_natural_key", "on"]
    assert found["PublishableQuerySet"] == ["published", "readable", "awaiting_review"]


def choices(kind) -> list[type]:
    return [one for child in kind.__subclasses__() for one in (child, *choices(child))]


OURS = [kind for kind in choices(models.TextChoices) if kind.__module__.partition(".")[0] in APPS and list(kind)]


@pytest.mark.parametrize("kind", OURS)
def test_every_code_has_a_label_of_its_own(kind):
    labels = [str(member.label).strip() for member in kind]

    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", choices(DefinedChoices))
def test_every_word_of_the_register_has_a_definition_of_its_own(kind):
    definitions = [str(member.definition).strip() for member in kind]

    assert [definition for definition in definitions if not definition.endswith(".")] == []
    assert len(set(definitions)) == len(definitions)


def test_status_is_open_or_closed_and_says_so():
    assert {*Status.OPEN} | {*Status.CLOSED} == {*Status.values}
    assert {*Status.OPEN} & {*Status.CLOSED} == set()
    assert [
        status for status in Status if not str(status.definition).startswith("Open" if status.is_open else "Closed")
    ] == []


@pytest.mark.django_db
def test_migrations_are_made():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_django_finds_nothing_to_say():
    call_command("check", fail_level="DEBUG")


# Budgets: over budget means split by noun.


@pytest.mark.parametrize(
    ("paths", "budget"),
    [([path for path in CODE if "migrations" not in path.parts], 300), (TESTS, 400), (TEMPLATES, 80)],
    ids=["modules", "tests", "templates"],
)
def test_no_file_is_over_its_budget(paths, budget):
    lengths = {place(path): len(path.read_text().splitlines()) for path in paths}

    assert {name: length for name, length in lengths.items() if length > budget} == {}


# Templates.

# Django looks for these by itself.
BY_DJANGO = {"400.html", "403.html", "404.html", "500.html"}


def test_every_include_says_what_it_passes():
    includes = [
        (place(path), tag) for path in TEMPLATES for tag in re.findall(r"{%-?\s*include\s.*?%}", path.read_text(), re.S)
    ]

    assert [one for one in includes if not re.search(r"\sonly\s*%}$", one[1])] == []


def test_every_template_is_reached_from_python_or_from_another():
    named = {node.value for node in nodes(CODE, ast.Constant) if isinstance(node.value, str)}
    for path in TEMPLATES:
        named |= set(re.findall(r"""{%-?\s*(?:include|extends)\s+["']([^"']+)["']""", path.read_text()))
    own = {path.relative_to(ROOT / "templates").as_posix() for path in TEMPLATES}

    unreached = own - named - BY_DJANGO

    assert {name for name in unreached if not name.startswith("admin/")} == set()


def test_every_template_that_is_named_is_there():
    own = {path.relative_to(ROOT / "templates").as_posix() for path in TEMPLATES}
    named = {
        node.value
        for node in nodes(CODE, ast.Constant)
        if isinstance(node.value, str) and re.fullmatch(r"[\w/]+\.html", node.value) and "admin/" not in node.value
    }

    assert named - own == set()


# Colours.

HEX = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!-)", re.IGNORECASE)


def test_colours_stand_among_the_tokens_alone():
    elsewhere = [path for path in [*STYLES, *SCRIPTS, *TEMPLATES] if path != TOKENS]
    # An address within a page is no colour: href="#add".
    texts = {place(path): re.sub(r"""(href|for)="[^"]*\"""", "", path.read_text()) for path in elsewhere}

    assert {name: found for name, text in texts.items() if (found := HEX.findall(text))} == {}
    assert HEX.findall(TOKENS.read_text()) != []


def test_every_token_that_is_used_is_defined():
    texts = [path.read_text() for path in [*STYLES, *TEMPLATES]]
    used = {name for text in texts for name in re.findall(r"var\(\s*(--[\w-]+)", text)}
    # The desk's own pages take the colours of Django's admin.
    texts.append(Path(finders.find("admin/css/base.css")).read_text())
    defined = {name for text in texts for name in re.findall(r"(--[\w-]+)\s*:", text)}

    assert used - defined == set()
    assert used != set()


def test_no_page_has_a_style_or_a_script_of_its_own():
    inline = re.compile(r"""<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=["']|javascript:""", re.IGNORECASE)

    assert {place(path): found for path in TEMPLATES if (found := inline.findall(path.read_text()))} == {}


def test_every_status_has_a_shape():
    shapes = (ROOT / "templates" / "_components" / "shape.html").read_text()

    assert [status.token for status in Status if f'"{status.token}"' not in shapes] == []
