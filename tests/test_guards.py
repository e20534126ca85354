"""What the database guards by triggers, against raw SQL too: recorded rows, published references, derived columns."""

from datetime import date

import pytest
from django.core import serializers
from django.db import IntegrityError, connection, transaction

from recommendations.models import Evidence, ProgressNote, Response, StatusChange
from tests import factories as make

pytestmark = pytest.mark.django_db

RECORDS = {
    "statuschange": ("reason", "a better one"),
    "response": ("text", "another answer"),
    "progressnote": ("text", "another note"),
    "evidence": ("title", "another title"),
}
PUBLISHED = {
    "recommendations_recommendation": (make.recommendation, "reference", "MS2023-99"),
    "recommendations_followupaction": (make.action, "reference", "MS2023-A99"),
    "recommendations_challenge": (make.challenge, "reference", "MS2023-C99"),
    "meetings_meeting": (make.meeting, "code", "MS2099"),
}


def execute(sql: str, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(sql: str, *values) -> str:
    """The name of the rule that refuses a statement."""
    with pytest.raises(IntegrityError) as refusal:
        execute(sql, *values)
    return refusal.value.__cause__.diag.constraint_name


@pytest.fixture
def recorded():
    """One row of everything that is recorded for good."""
    officer = make.user()
    row = make.addressee(make.recommendation())
    change = make.assess(row, "implemented", by=officer)
    make.respond(row, "accepted", by=officer)
    make.note(row, by=officer)
    return change


@pytest.mark.parametrize("table", RECORDS)
def test_recorded_row_cannot_be_changed(recorded, table):
    column, value = RECORDS[table]

    assert refused(f"UPDATE recommendations_{table} SET {column} = %s", value) == f"recommendations_{table}_append_only"


@pytest.mark.parametrize("table", RECORDS)
def test_recorded_row_cannot_be_deleted(recorded, table):
    assert refused(f"DELETE FROM recommendations_{table}") == f"recommendations_{table}_append_only"


@pytest.mark.parametrize("table", RECORDS)
def test_recorded_row_can_be_written_again_as_it_is(recorded, table):
    column, _ = RECORDS[table]

    execute(f"UPDATE recommendations_{table} SET {column} = {column}")


@pytest.mark.parametrize("model", [StatusChange, Response, ProgressNote, Evidence])
def test_recorded_row_loaded_twice_is_there_once(recorded, model):
    before = serializers.serialize("python", model.objects.all())

    for again in serializers.deserialize("python", before):
        again.save()

    assert serializers.serialize("python", model.objects.all()) == before


@pytest.mark.parametrize("table", ["response", "progressnote", "evidence"])
def test_audience_of_a_recorded_row_can_change(recorded, table):
    execute(f"UPDATE recommendations_{table} SET audience = 'network'")

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT audience FROM recommendations_{table}")
        assert cursor.fetchall() == [("network",)]


def test_account_behind_recorded_rows_can_go_and_leaves_them(recorded):
    recorded.recorded_by.delete()

    assert list(StatusChange.objects.values_list("recorded_by", flat=True)) == [None]
    assert list(Response.objects.values_list("recorded_by", "accepted_by")) == [(None, None)]
    assert list(ProgressNote.objects.values_list("recorded_by", flat=True)) == [None]


@pytest.mark.parametrize("table", ["statuschange", "response", "progressnote"])
def test_account_behind_a_recorded_row_cannot_be_exchanged(recorded, table):
    other = make.user("other@example.org")

    name = refused(f"UPDATE recommendations_{table} SET recorded_by_id = %s", other.pk)

    assert name == f"recommendations_{table}_append_only"


def test_answer_that_waits_does_not_count_until_it_is_accepted_once():
    row = make.addressee(make.recommendation())
    answer = Response.objects.create(
        addressee=row, number=1, received_on=date(2024, 1, 1), position="accepted", channel="form"
    )

    row.refresh_from_db()
    assert row.response == "not_requested"

    execute("UPDATE recommendations_response SET accepted_on = '2024-01-02'")

    row.refresh_from_db()
    answer.refresh_from_db()
    assert (row.response, answer.accepted_on) == ("accepted", date(2024, 1, 2))
    assert refused("UPDATE recommendations_response SET accepted_on = '2024-01-03'") == (
        "recommendations_response_append_only"
    )
    assert refused("UPDATE recommendations_response SET accepted_on = NULL") == "recommendations_response_append_only"


def test_evidence_of_an_action_can_be_corrected_and_deleted():
    Evidence.objects.create(action=make.action(), title="Reprot", url="https://example.org/")

    execute("UPDATE recommendations_evidence SET title = 'Report'")
    assert Evidence.objects.get().title == "Report"

    execute("DELETE FROM recommendations_evidence")
    assert list(Evidence.objects.all()) == []


def test_evidence_of_a_recorded_row_cannot_pass_to_an_action(recorded):
    other = make.action()

    name = refused("UPDATE recommendations_evidence SET status_change_id = NULL, action_id = %s", other.pk)

    assert name == "recommendations_evidence_append_only"


def test_implemented_without_evidence_is_refused_when_the_transaction_ends():
    row = make.addressee(make.recommendation())

    name = refused(
        "INSERT INTO recommendations_statuschange"
        " (addressee_id, number, status, as_of, basis, reason, remark, source_words, recorded_at)"
        " VALUES (%s, 1, 'implemented', '2024-01-01', 'checked', '', '', '', now())",
        row.pk,
    )

    assert name == "recommendations_statuschange_implemented_has_evidence"


def test_implemented_may_come_before_its_evidence_in_one_transaction():
    row = make.addressee(make.recommendation())

    with transaction.atomic():
        change = StatusChange.objects.create(
            addressee=row, number=1, status="implemented", as_of=date(2024, 1, 1), basis="checked"
        )
        Evidence.objects.create(status_change=change, title="Law", url="https://example.org/")
        execute("SELECT")  # judges what is deferred

    row.refresh_from_db()
    assert row.status == "implemented"


@pytest.mark.parametrize("table", PUBLISHED)
def test_published_reference_cannot_change(table):
    maker, column, value = PUBLISHED[table]
    thing = maker(published=True)

    name = refused(f"UPDATE {table} SET {column} = %s WHERE id = %s", value, thing.pk)

    assert name == f"{table}_reference_stays"


def test_address_of_a_published_meeting_cannot_change():
    make.meeting(published=True)

    assert refused("UPDATE meetings_meeting SET slug = 'other'") == "meetings_meeting_reference_stays"


@pytest.mark.parametrize("table", PUBLISHED)
def test_published_thing_cannot_be_deleted_even_when_archived(table):
    maker, _, _ = PUBLISHED[table]
    thing = maker(published=True)
    thing.archive()

    assert refused(f"DELETE FROM {table} WHERE id = %s", thing.pk) == f"{table}_published_stays"


@pytest.mark.parametrize("table", PUBLISHED)
def test_published_thing_can_change_otherwise(table):
    maker, column, _ = PUBLISHED[table]
    thing = maker(published=True)

    execute(f"UPDATE {table} SET {column} = {column}, sent_back_because = 'x' WHERE id = %s", thing.pk)

    thing.refresh_from_db()
    assert thing.sent_back_because == "x"


@pytest.mark.parametrize("table", PUBLISHED)
def test_draft_can_change_its_reference_and_be_deleted(table):
    maker, column, value = PUBLISHED[table]
    thing = maker()

    execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", value, thing.pk)
    thing.refresh_from_db()
    assert getattr(thing, column) == value

    execute(f"DELETE FROM {table} WHERE id = %s", thing.pk)
    assert list(type(thing).objects.filter(pk=thing.pk)) == []


def test_derived_columns_of_an_addressee_ignore_what_is_written_to_them():
    row = make.addressee(
        make.recommendation(), status="implemented", response="accepted", status_as_of=date(2024, 1, 1)
    )
    made = (row.status, row.response, row.status_as_of)

    execute("UPDATE recommendations_addressee SET status = 'implemented', response = 'accepted', status_as_of = now()")

    row.refresh_from_db()
    assert made == ("not_assessed", "not_requested", None)
    assert (row.status, row.response, row.status_as_of) == made


def test_derived_columns_of_an_item_ignore_what_is_written_to_them():
    item = make.recommendation(status="implemented", status_as_of=date(2024, 1, 1), addressees=[make.actor()])
    made = (item.status, item.status_as_of, item.version)

    execute("UPDATE recommendations_recommendation SET status = 'implemented', status_as_of = now(), version = 99")

    item.refresh_from_db()
    assert made == ("not_assessed", None, 1)
    assert (item.status, item.status_as_of, item.version) == made


def test_version_counts_changes_of_what_was_entered_and_not_assessments():
    item = make.recommendation(addressees=[make.actor()])

    make.assess(item.addressees.get(), "in_progress")
    execute("UPDATE recommendations_recommendation SET headline = headline")
    item.refresh_from_db()
    assert (item.status, item.version) == ("in_progress", 1)

    execute("UPDATE recommendations_recommendation SET headline = 'Do it now'")
    item.refresh_from_db()
    assert item.version == 2


def test_date_of_issue_is_the_last_day_of_the_meeting_unless_given():
    of = make.session(make.meeting(starts_on=date(2023, 5, 1), ends_on=date(2023, 5, 3)))

    left_out = make.recommendation("MS2023-01", of)
    given = make.recommendation("MS2023-02", of, issued_on=date(2023, 5, 2))

    assert (left_out.issued_on, given.issued_on) == (date(2023, 5, 3), date(2023, 5, 2))


@pytest.mark.parametrize("table", PUBLISHED)
def test_what_was_published_does_not_become_a_draft_again(table):
    maker, *_ = PUBLISHED[table]
    thing = maker(published=True)

    rule = refused(f"UPDATE {table} SET publication = 'draft', published_on = NULL WHERE id = %s", thing.pk)

    assert rule == f"{table}_published_stays"
