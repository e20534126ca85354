"""The session sheet keeps what was typed, records it once, and gives nobody a reference twice."""

import threading

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections

from meetings.models import Publication
from recommendations.admin.sheet.recording import RecordedSheet
from recommendations.models import Recommendation
from tests import factories
from tests.desk import form, officer
from tests.sheet import FIRST, address, save, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(db):
    return factories.session(factories.meeting("MS2023"))


def test_rows_left_out_are_kept_and_not_recorded(client, session):
    officer(client)

    save(client, session, FIRST, {**FIRST, "headline": "Out", "omit": "on"}, {**FIRST, "headline": "In"})

    assert [*Recommendation.objects.order_by("reference").values_list("reference", "headline")] == [
        ("MS2023-01", "Map the caves"),
        ("MS2023-02", "In"),
    ]


def test_row_is_inserted_in_its_place_and_the_others_stay(client, session):
    officer(client)

    answer = save(client, session, FIRST, {**FIRST, "headline": "Light"}, insert="1", button="insert")

    assert [(row.value("headline"), row.value("position")) for row in answer.context["sheet"].rows] == [
        ("Map the caves", "bullet 1"),
        ("", "bullet 1"),
        ("Light", "bullet 1"),
    ]


@pytest.mark.parametrize("place", ["-1", "x", "9" * 30, "", "99"])
def test_row_at_a_forged_place_comes_last(client, session, place):
    officer(client)

    answer = client.post(address(session), {"expected": "0", **typed(FIRST), "insert": place})

    assert [row.value("headline") for row in answer.context["sheet"].rows] == ["Map the caves", ""]


def test_sheet_that_is_sent_twice_is_recorded_once_and_keeps_what_was_typed(client, session):
    officer(client)
    sent = {**form(client, address(session)), **typed(FIRST), "save": "1"}

    client.post(address(session), sent)
    answer = client.post(address(session), sent)

    again = answer.context["sheet"]
    assert Recommendation.objects.count() == 1
    assert "had 0 statements, now it has 1" in str(again.errors[0])
    assert (again.rows[0].value("headline"), again.form["expected"].value()) == ("Map the caves", 1)

    client.post(address(session), {**sent, "expected": "1"})

    assert [*Recommendation.objects.order_by("pk").values_list("reference", flat=True)] == ["MS2023-01", "MS2023-02"]


@pytest.mark.parametrize("expected", ["", "x", "-1", "9" * 40])
def test_sheet_that_says_nothing_of_what_was_there_is_looked_at_again(client, session, expected):
    officer(client)

    client.post(address(session), {**typed(FIRST), "expected": expected, "save": "1"})

    assert Recommendation.objects.count() == 0


def test_published_reference_stays_and_is_not_used_again(client, session):
    public = {"publication": Publication.PUBLISHED, "published_on": factories.PUBLISHED_ON}
    kept = factories.recommendation("MS2023-07", session, addressees=[None], **public)
    kept.archive()
    officer(client)

    save(client, session, FIRST)

    assert [*Recommendation.objects.order_by("pk").values_list("reference", flat=True)] == ["MS2023-07", "MS2023-08"]


def test_more_rows_than_a_sheet_takes_are_refused_and_kept(client, session):
    officer(client)
    many = "\n".join(f"• Statement {n}" for n in range(201))

    pasted = save(client, session, FIRST, pasted=many, button="paste")
    forged = save(client, session, *[{"headline": "More"}] * 201)

    assert pasted.context["sheet"].form["pasted"].value() == many
    assert [row.value("headline") for row in pasted.context["sheet"].rows] == ["Map the caves"]
    assert len(pasted.context["sheet"].form.errors["pasted"]) == 1
    assert len(forged.context["sheet"].rows) == 201
    assert Recommendation.objects.count() == 0


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"rows": "x"},
        {"rows": "9" * 30},
        {"rows": "-1"},
        {"rows": ["1", "2"], "row-0-kind": ["call", "need"]},
        {"rows": "1", "row-0-headline": "\x00\ud800", "row-0-part": "\x00"},
        {"pasted": "\x00\x07", "paste": "1"},
        {"pasted": "x" * 500_001, "paste": "1"},
    ],
)
@pytest.mark.parametrize("button", ["save", "check", "paste", "none"])
def test_forged_sheet_is_answered_and_records_nothing(client, session, data, button):
    officer(client)
    data = {
        name: [one.encode("utf-8", "surrogatepass") for one in [value] * isinstance(value, str) or value]
        for name, value in data.items()
    }

    answer = client.post(address(session), {**data, button: "1"})

    assert answer.status_code == 200
    assert Recommendation.objects.count() == 0


@pytest.mark.parametrize("role", ["Contributors", None])
def test_nobody_but_who_may_add_items_opens_the_sheet(client, session, role):
    user = factories.user("other@example.org", is_staff=True)
    if role:
        user.groups.add(Group.objects.get(name=role))
    client.force_login(user)

    assert [client.get(address(session)).status_code, client.post(address(session), {}).status_code] == [403, 403]


def test_session_that_is_not_there_is_not_found(client):
    officer(client)

    assert client.get("/admin/sessions/999/sheet/").status_code == 404


def queries(client, session, rows: int, assert_num) -> int:
    opened = form(client, address(session))
    with assert_num as counted:
        client.post(address(session), {**opened, **typed(*[FIRST] * rows), "save": "1"})
    return len(counted)


def test_queries_of_a_save_do_not_grow_with_its_rows(client, session, django_assert_max_num_queries):
    factories.actor("Clubs")
    officer(client)

    few = queries(client, session, 2, django_assert_max_num_queries(40))
    many = queries(client, session, 20, django_assert_max_num_queries(40))

    assert few == many


@pytest.mark.django_db(transaction=True)
def test_two_sheets_of_one_meeting_at_once_get_different_references():
    meeting = factories.meeting("MS2023")
    user = factories.user()
    together = threading.Barrier(2)

    def enter(session):
        sheet = RecordedSheet(session, {**typed(FIRST, FIRST), "expected": "0"})
        together.wait()
        sheet.save(by=user)
        connections.close_all()

    sessions = [factories.session(meeting, 1), factories.session(meeting, 2)]
    officers = [threading.Thread(target=enter, args=[session]) for session in sessions]
    for one in officers:
        one.start()
    for one in officers:
        one.join()

    assert sorted(Recommendation.objects.values_list("reference", flat=True)) == [f"MS2023-0{n}" for n in range(1, 5)]
    assert connection.settings_dict["NAME"].startswith("test_")
