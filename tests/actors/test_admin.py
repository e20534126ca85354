"""Actors and accounts at the desk."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from actors.models import Actor, User
from tests import factories
from tests.desk import change, errors, officer, send

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"


def test_actor_is_entered_with_aliases_groups_members_and_contacts(client):
    above, below = factories.actor("Europol"), factories.actor("Analysts")
    officer(client)

    send(
        client, "/admin/actors/actor/add/", name="European Migrant Smuggling Centre", acronym="EMSC", slug="emsc",
        kind="eu_agency", part_of=above.pk, website="https://example.org",
        **{"aliases-0-name": "Smuggling Centre", "groups-0-group": above.pk, "memberships-0-member": below.pk,
           "memberships-0-since": "2020-01-01", "contacts-TOTAL_FORMS": 1, "contacts-0-name": "Front desk",
           "contacts-0-email": "desk@example.org"},
    )  # fmt: skip

    made = Actor.objects.get(slug="emsc")
    assert [alias.name for alias in made.aliases.all()] == ["Smuggling Centre"]
    assert [one.group for one in made.groups.all()] == [above]
    assert [one.member for one in made.memberships.all()] == [below]
    assert [one.email for one in made.contacts.all()] == ["desk@example.org"]


def test_actor_that_others_name_is_not_deleted_and_the_page_says_why(client):
    body = factories.actor("Body")
    factories.recommendation(addressees=[body])
    officer(client)

    answer = client.post(reverse("admin:actors_actor_delete", args=[body.pk]), {"post": "yes"})

    assert len(answer.context["protected"]) == 1
    assert Actor.objects.filter(pk=body.pk).exists()


def test_actor_that_would_be_part_of_itself_is_refused_in_words(client):
    above = factories.actor("Above")
    below = factories.actor("Below", part_of=above)
    officer(client)

    answer = send(client, change(above), part_of=below.pk)

    assert errors(answer) == ["Below is itself part of this actor."]


def test_administrator_makes_an_account_that_logs_in_by_email(client):
    officer(client, "Administrators")
    body = factories.actor()

    send(client, "/admin/actors/user/add/", email="New@Example.org", name="New officer", password1=PASSWORD,
         password2=PASSWORD)  # fmt: skip
    made = User.objects.get(email="new@example.org")
    editors = Group.objects.get(name="Editors")
    send(client, change(made), is_staff="on", groups=[editors.pk], represents=[body.pk])
    client.logout()
    answer = client.post(
        reverse("admin:login"), {"username": "NEW@example.org", "password": PASSWORD, "next": "/admin/"}
    )

    made.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, "/admin/")
    assert (made.name, made.is_staff, list(made.groups.all()), list(made.represents.all())) == (
        "New officer", True, [editors], [body],
    )  # fmt: skip


def test_second_account_with_the_same_address_is_refused_in_words(client):
    officer(client, "Administrators")
    factories.user("new@example.org")

    answer = send(client, "/admin/actors/user/add/", email="NEW@example.org", password1=PASSWORD, password2=PASSWORD)

    assert errors(answer) == ["Account with this E-mail address already exists."]


def test_administrator_gains_no_rights_of_a_superuser(client):
    root = factories.user("root@example.org", is_staff=True, is_superuser=True)
    administrator = officer(client, "Administrators")

    send(client, change(administrator), is_superuser="on")
    password = client.post(f"/admin/actors/user/{root.pk}/password/", {"password1": PASSWORD, "password2": PASSWORD})
    page = client.post(change(root), {"email": "mine@example.org"})
    deleted = client.post(reverse("admin:actors_user_delete", args=[root.pk]), {"post": "yes"})

    administrator.refresh_from_db()
    assert not administrator.is_superuser
    assert (password.status_code, page.status_code, deleted.status_code) == (403, 403, 403)
    assert User.objects.filter(email="root@example.org").exists()


def test_account_of_somebody_who_recorded_things_can_go_and_the_records_stay(client):
    gone = factories.user("gone@example.org")
    row = factories.addressee()
    factories.assess(row, "in_progress", by=gone)
    officer(client, "Administrators")

    client.post(reverse("admin:actors_user_delete", args=[gone.pk]), {"post": "yes"})

    assert [change.recorded_by for change in row.status_changes.all()] == [None]
