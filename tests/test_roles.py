"""The table of docs/roles.md, walked through real requests: who may does it, and for nobody else anything changes."""

import re

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client, override_settings

from meetings.admin.verbs import WithVerbs
from recommendations.admin import pages
from recommendations.roles import ROLES
from tests.roles import REGISTERED, World, everything

pytestmark = pytest.mark.django_db
DOCUMENT = settings.BASE_DIR / "docs" / "roles.md"


def table() -> tuple[list[str], dict[str, dict[str, str]]]:
    """The columns of the table, and for each name of what is walked what stands in them."""
    lines = [line for line in DOCUMENT.read_text().splitlines() if line.startswith("|")]
    head, _rule, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    people = head[1:-1]
    names = [
        (name, dict(zip(people, row[1:-1], strict=True))) for row in rows for name in re.findall("`(.+?)`", row[-1])
    ]
    assert len(dict(names)) == len(names)
    return people, dict(names)


PEOPLE, TABLE = table()


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once: whatever somebody does to it is taken back."""
    quick = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
    with quick, django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


def browser_of(user) -> Client:
    """With which somebody has logged in who has an account, before it was deactivated."""
    browser = Client()
    if user:
        browser.force_login(user)
    return browser


def walk(world, people, key) -> dict[str, str]:
    """What each of these people can do of a row of the table; everything is taken back after each."""
    could = {}
    shared = None if key.startswith("own.") else world.tried(key, None)
    for name, user in people.items():
        with transaction.atomic():
            tried = shared or world.tried(key, user)
            could[name] = "yes" if tried.by(browser_of(user)) else "–"
            transaction.set_rollback(True)
    return could


@pytest.mark.parametrize("key", TABLE)
def test_who_may_does_it_and_for_nobody_else_anything_changes(world, key):
    assert walk(world, world.people, key) == TABLE[key]


def offered() -> set[str]:
    """What the desk offers to do: with each kind of thing, each verb, each page of its own."""
    acts = {f"{kind}.{act}" for kind in REGISTERED for act in ("view", "add", "change", "delete")}
    verbs = {
        f"{model._meta.model_name}.{verb.name}"
        for model, desk in admin.site._registry.items()
        if isinstance(desk, WithVerbs)
        for verb in desk.verbs
    }
    return acts | verbs | {f"desk.{page.name}" for page in pages.urlpatterns}


def test_whatever_the_desk_offers_is_in_the_table():
    assert offered() - set(TABLE) == set()


BULK = [
    (model, verb)
    for model, desk in admin.site._registry.items()
    if isinstance(desk, WithVerbs)
    for verb in desk.verbs
    if verb.bulk
]


@pytest.mark.parametrize(("model", "verb"), BULK, ids=[f"{m._meta.model_name}.{v.name}" for m, v in BULK])
def test_verb_done_to_a_selection_is_for_the_same_people(world, model, verb):
    kind = model._meta.model_name
    thing, listed = world.subject(kind, verb.name), f"/admin/{model._meta.app_label}/{kind}/"
    could = {}
    for name, user in world.people.items():
        with transaction.atomic():
            browser = browser_of(user)
            before = everything()
            browser.post(listed, {"action": verb.name, "_selected_action": [thing.pk]})
            could[name] = "yes" if everything() != before else "–"
            transaction.set_rollback(True)

    assert could == TABLE[f"{kind}.{verb.name}"]


def test_superuser_may_touch_a_superuser(world):
    keys = ["user.change_superuser", "user.password_superuser", "user.delete_superuser"]

    assert [walk(world, {"root": world.root}, key) for key in keys] == [{"root": "yes"}] * 3


def test_permission_given_to_one_account_alone_counts(world):
    alone = world.people["no role"]
    alone.user_permissions.add(Permission.objects.get(codename="publish_challenge"))

    assert walk(world, {"alone": alone}, "challenge.publish") == {"alone": "yes"}


def test_table_has_a_column_for_every_role(world):
    assert list(world.people) == PEOPLE
    assert set(ROLES) <= set(PEOPLE)


def test_a_hole_in_the_roles_is_found(world):
    editors = Group.objects.get(name="Editors")
    editors.permissions.add(Permission.objects.get(codename="publish_challenge"))

    assert walk(world, world.people, "challenge.publish") != TABLE["challenge.publish"]
