"""A login that ends in the middle of the work takes nothing along that was typed."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from recommendations.models import Topic
from tests import factories
from tests.desk import _Form, form, officer

pytestmark = pytest.mark.django_db

ADD = "/admin/recommendations/topic/add/"
TYPED = {"name": "Maps & “caves”", "slug": "maps", "description": "One line.\nAnother <line>."}
PASSWORD = "of many words 7"


@pytest.fixture
def editor(db):
    user = factories.user("editor@example.org", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def kept(answer) -> dict:
    return {name: value for name, value in _Form(answer.content.decode()).data.items() if name != "csrfmiddlewaretoken"}


def credentials(password=PASSWORD) -> dict:
    return {"kept-username": "editor@example.org", "kept-password": password}


def test_what_is_sent_without_a_login_waits_for_the_password_and_goes_on(client, editor):
    answer = client.post(ADD, TYPED)
    wrong = client.post(ADD, kept(answer) | credentials("wrong"))
    client.post(ADD, kept(wrong) | credentials())

    assert (answer.status_code, wrong.status_code) == (403, 403)
    assert {name: kept(wrong)[name] for name in TYPED} == TYPED
    assert [(one.name, one.description.replace("\r", "")) for one in Topic.objects.all()] == [
        (TYPED["name"], TYPED["description"])
    ]


def test_password_that_was_typed_is_not_in_the_page_again(client, editor):
    answer = client.post(ADD, TYPED | credentials("wrong one"))

    assert "wrong one" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/admin/password_change/", "/admin/actors/user/add/"])
def test_page_of_passwords_is_not_kept(client, address):
    answer = client.post(address, {"new_password1": "secret", "password1": "secret"})

    assert (answer.status_code, answer.url) == (302, f"/admin/login/?next={address}")


def test_login_of_somebody_without_a_desk_is_refused(client, editor):
    factories.user("reader@example.org", password=PASSWORD)

    answer = client.post(ADD, TYPED | credentials() | {"kept-username": "reader@example.org"})

    assert answer.status_code == 403
    assert Topic.objects.count() == 0


def test_token_of_an_earlier_login_is_answered_with_what_was_typed_and_a_new_one(editor):
    client = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    client.force_login(editor)
    old = form(client, ADD)
    client.cookies.pop("csrftoken", None)
    for name in [name for name in client.cookies if name.startswith("csrftoken")]:
        del client.cookies[name]

    answer = client.post(ADD, old | TYPED)
    client.post(ADD, _Form(answer.content.decode()).data)

    assert answer.status_code == 403
    assert [one.name for one in Topic.objects.all()] == [TYPED["name"]]


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "null"])
def test_what_comes_from_elsewhere_is_not_kept(editor, origin):
    client = Client(enforce_csrf_checks=True, headers={"origin": origin} if origin else {})
    client.force_login(editor)

    answer = client.post(ADD, TYPED)

    assert answer.status_code == 403
    assert TYPED["slug"] not in kept(answer).values()


def test_who_may_not_add_is_refused_as_ever(client):
    officer(client, "Contributors")

    assert client.post(ADD, TYPED).status_code == 403
    assert Topic.objects.count() == 0
