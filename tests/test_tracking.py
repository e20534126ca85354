"""No change of the register escapes its history, whoever makes it and in whichever way."""

import psycopg
import pytest
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from pghistory.models import Event

from actors.models import Actor, Contact, User
from actors.models.tracking import belongs_to
from meetings.models import Meeting
from recommendations.models import Recommendation, SearchDocument, SearchWord
from tests import factories as make

APPS = ["actors", "meetings", "recommendations"]
APART = {User, SearchDocument, SearchWord}
OURS = [model for app in APPS for model in apps.get_app_config(app).get_models() if model._meta.managed]
EVENTS = [model for model in OURS if issubclass(model, Event)]
TRACKED = [event.pgh_tracked_model for event in EVENTS]


def events(model, **fields) -> list:
    """What happened to the rows of a model, in this order."""
    return list(model.pgh_event_model.objects.filter(**fields).order_by("pgh_id"))


def labels(model, **fields) -> list[str]:
    return [event.pgh_label for event in events(model, **fields)]


def pairs(model, name: str):
    """The table between two models, as the history knows it."""
    through = getattr(model, name).through
    return next(one for one in TRACKED if one._meta.proxy and one._meta.concrete_model is through)


def test_every_table_of_the_register_has_a_history():
    between = {
        relation.remote_field.through
        for model in OURS
        for relation in model._meta.local_many_to_many
        if relation.remote_field.through._meta.auto_created and model not in APART
    }
    tables = {model for model in OURS if not model._meta.proxy and not issubclass(model, Event)}

    assert {model._meta.concrete_model for model in TRACKED} == (tables | between) - APART


def test_history_holds_every_column():
    columns = {model: {field.column for field in model._meta.concrete_model._meta.fields} for model in TRACKED}

    assert {
        event.pgh_tracked_model: {field.column for field in event._meta.fields if not field.name.startswith("pgh_")}
        for event in EVENTS
    } == columns


def test_history_of_every_table_is_told_on_a_page():
    assert [model for model in TRACKED if not admin.site.is_registered(model) and not belongs_to(model)] == []


def test_history_knows_accounts_by_their_keys_alone():
    personal = {field.name for field in User._meta.fields} - {"id"}
    fields = {field.name for event in EVENTS for field in event._meta.fields if field.related_model is User}

    assert fields == {
        "accepted_by",
        "decided_by",
        "moved_by",
        "owner",
        "recorded_by",
        "requested_by",
        "set_aside_by",
        "submitted_by",
        "verified_by",
    }
    assert personal & {field.name for field in Recommendation.pgh_event_model._meta.fields} == set()


@pytest.mark.django_db
def test_row_is_told_from_its_entry_to_its_deletion():
    body = make.actor("Network")
    body.name = "Network of judges"
    body.save()
    pk = body.pk
    body.delete()

    assert [(event.pgh_label, event.name) for event in events(Actor, id=pk)] == [
        ("insert", "Network"),
        ("update", "Network of judges"),
        ("delete", "Network of judges"),
    ]


@pytest.mark.django_db
def test_save_that_changes_nothing_leaves_no_event():
    item = make.recommendation(addressees=[None])
    before = labels(Recommendation, id=item.pk)

    item.save()
    item.addressees.get().save()

    assert labels(Recommendation, id=item.pk) == before
    assert labels(Recommendation.addressees.rel.related_model, recommendation=item.pk) == ["insert"]


@pytest.mark.django_db
def test_bulk_update_is_told_of_each_row():
    one, two = make.actor("One"), make.actor("Two")

    Actor.objects.filter(pk__in=[one.pk, two.pk]).update(website="https://example.org/")

    changed = events(Actor, pgh_label="update")
    assert [(event.id, event.website) for event in changed] == [
        (one.pk, "https://example.org/"),
        (two.pk, "https://example.org/"),
    ]


@pytest.mark.django_db
def test_relation_between_two_things_is_told():
    of, body = make.meeting(), make.actor("Network")

    of.participants.add(body)
    of.participants.remove(body)

    told = events(pairs(Meeting, "participants"))
    assert [(event.pgh_label, event.meeting_id, event.actor_id) for event in told] == [
        ("insert", of.pk, body.pk),
        ("delete", of.pk, body.pk),
    ]


@pytest.mark.django_db(transaction=True)
def test_change_that_goes_past_the_site_is_told():
    body = make.actor("Network")

    with psycopg.connect(**{**connection.get_connection_params(), "cursor_factory": None}) as elsewhere:
        elsewhere.execute("UPDATE actors_actor SET name = 'Changed by hand' WHERE id = %s", [body.pk])

    told = events(Actor, id=body.pk)
    assert [(event.pgh_label, event.name, event.pgh_context) for event in told] == [
        ("insert", "Network", None),
        ("update", "Changed by hand", None),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["UPDATE actors_actorevent SET name = 'Other'", "DELETE FROM actors_actorevent"])
def test_history_itself_is_neither_changed_nor_deleted(change):
    make.actor("Network")

    with pytest.raises(DatabaseError, match="Cannot update or delete rows"), transaction.atomic():
        connection.cursor().execute(change)

    assert [event.name for event in events(Actor)] == ["Network"]


@pytest.mark.django_db
def test_history_is_no_fixture(tmp_path):
    Contact.objects.create(actor=make.actor("Network"), name="A clerk", email="clerk@example.org")

    call_command("dumpdata", *APPS, output=str(tmp_path / "all.json"))

    assert "event" not in (tmp_path / "all.json").read_text().lower()
