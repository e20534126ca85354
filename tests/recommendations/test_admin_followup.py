"""What is recorded at the desk after publication: asking, answers, assessments, notes and the progress of actions."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from actors.models import User
from recommendations.models import Addressee, Evidence, FollowUpAction, ProgressNote, Status, StatusChange
from tests import factories
from tests.desk import change, errors, form, officer, send, told, verb

pytestmark = pytest.mark.django_db
ASSESSMENT = {"status": "implemented", "as_of": "2024-05-01", "basis": "document"}
PROOF = {"evidence-0-title": "Official journal", "evidence-0-url": "https://example.org/journal"}
ANSWER = {"received_on": "2024-04-01", "position": "accepted", "channel": "letter", "text": "We agree."}


@pytest.fixture
def row():
    item = factories.recommendation(published=True, addressees=[factories.actor("Body")])
    return item.addressees.get()


def test_addressee_is_asked_answers_is_assessed_with_proof_and_corrected(client, row):
    editor = officer(client, "Editors")

    send(client, verb(row, "ask"), on="2024-03-01", due="2024-06-01")
    send(client, verb(row, "respond"), **ANSWER, claims="implemented")
    unproven = send(client, verb(row, "assess"), **ASSESSMENT)
    send(client, verb(row, "assess"), **ASSESSMENT, **PROOF)
    implemented = Addressee.objects.get()
    wrong = StatusChange.objects.get()
    send(client, f"{verb(row, 'correct')}?change={wrong.pk}", status="in_progress", as_of="2024-05-01", basis="checked")

    row.refresh_from_db()
    assert (row.requested_on, row.response_due_on, row.response) == (date(2024, 3, 1), date(2024, 6, 1), "accepted")
    assert errors(unproven) == ["“Implemented” needs evidence: an address or a document."]
    assert implemented.status == Status.IMPLEMENTED
    assert row.status == Status.IN_PROGRESS
    assert [(one.status, one.corrects, one.recorded_by) for one in row.status_changes.all()] == [
        ("implemented", None, editor),
        ("in_progress", wrong, editor),
    ]
    assert [proof.title for proof in Evidence.objects.all()] == ["Official journal"]


def test_what_was_typed_is_still_there_when_a_verb_refuses(client, row):
    officer(client)

    answer = send(client, verb(row, "assess"), **ASSESSMENT, remark="Ask again in June.")

    shown = answer.context["form"]
    assert [shown[name].value() for name in ("status", "as_of", "remark")] == [
        "implemented",
        "2024-05-01",
        "Ask again in June.",
    ]


@pytest.mark.parametrize(
    ("name", "typed", "messages"),
    [
        ("ask", {"on": "2024-03-02", "due": "2024-03-01"},
         ["An answer is due on or after the day on which it was requested, and only where it was."]),
        ("ask", {"on": "yesterday"}, ["Enter a valid date."]),
        ("respond", ANSWER | {"position": "not_accepted", "text": " "},
         ["An answer that accepts only partly, or not, says what and why."]),
        ("respond", ANSWER | {"text": "a\x00b"}, ["Null characters are not allowed."]),
        ("respond", ANSWER | {"evidence-0-title": "Letter"},
         ["Give the address of the document, or the document itself, not both."]),
        ("assess", ASSESSMENT | {"status": "not_implemented"},
         ["Give the reason; for “No longer applicable” the newer recommendation will do."]),
        ("assess", ASSESSMENT | {"status": "not_assessed"},
         ["Select a valid choice. not_assessed is not one of the available choices."]),
        ("assess", ASSESSMENT | {"status": "in_progress", "as_of": "2999-01-01"},
         ["This day is still to come."]),
        ("assess", ASSESSMENT | {"status": "in_progress", "session": "abc"},
         ["Select a valid choice. That choice is not one of the available choices."]),
        ("open_members", {}, ["Body has no members that are not named already."]),
        ("note", {"noted_on": "2024-03-01", "text": " ", "who_says": "the desk", "basis": "checked"},
         ["This field is required."]),
    ],
)  # fmt: skip
def test_verb_that_is_refused_says_why_and_records_nothing(client, row, name, typed, messages):
    officer(client)

    answer = send(client, verb(row, name), **typed)

    row.refresh_from_db()
    assert errors(answer) == messages
    assert (row.requested_on, row.response, row.status, row.notes.count()) == (None, "not_requested", "not_assessed", 0)


def test_nobody_can_be_asked_where_nobody_is_named(client):
    row = factories.addressee(factories.recommendation(), None)
    officer(client)

    answer = send(client, verb(row, "ask"), on="2024-03-01")

    assert errors(answer) == ["Nobody is named, so nobody can be asked. Add the addressee first."]


@pytest.mark.parametrize(
    ("name", "typed", "records"),
    [
        ("assess", {**ASSESSMENT, **PROOF}, "status_changes"),
        ("respond", ANSWER, "responses"),
        ("note", {"noted_on": "2024-03-01", "text": "Begun.", "who_says": "the desk", "basis": "checked"}, "notes"),
    ],
)
def test_form_sent_twice_is_recorded_once_unless_sent_again_on_purpose(client, row, name, typed, records):
    officer(client)
    data = form(client, verb(row, name)) | typed

    client.post(verb(row, name), data)
    refused = client.post(verb(row, name), data)
    once = getattr(row, records).count()
    client.post(verb(row, name), data | {"expected": refused.context["form"]["expected"].value()})

    assert errors(refused)[0].startswith("Something was recorded here since you opened this form")
    assert (once, getattr(row, records).count()) == (1, 2)


def test_group_is_opened_into_its_members_who_are_then_assessed(client):
    group = factories.actor("Member States")
    for name in ("Belgium", "Austria"):
        factories.member(group, factories.actor(name))
    row = factories.addressee(factories.recommendation(), group)
    officer(client)

    answer = client.post(verb(row, "open_members"), follow=True)

    assert told(answer) == ["MS2023-01: Member States: opened into its members"]
    assert [one.actor.name for one in row.members.order_by("actor__name")] == ["Austria", "Belgium"]
    assert [one["label"] for one in answer.context["verbs"]] == [
        "Record an answer",
        "Add a note",
        "Assess the members",
        "Ask the members",
    ]


def test_document_is_kept_and_its_page_names_it_without_an_address(client, row, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    officer(client)
    file = SimpleUploadedFile("letter.pdf", b"%PDF")

    send(client, verb(row, "assess"), **ASSESSMENT, **{"evidence-0-title": "Letter", "evidence-0-file": file})
    page = client.get(change(row)).content.decode()

    kept = Evidence.objects.get().file
    assert (tmp_path / kept.name).read_bytes() == b"%PDF"
    assert (page.count("Letter (letter.pdf)"), page.count(kept.name)) == (1, 0)


def test_name_of_an_addressee_stays_once_something_is_recorded(client, row):
    other = factories.actor("Other")
    factories.assess(row, "in_progress")
    officer(client)

    send(client, change(row), actor=other.pk, role="support")
    send(client, change(row.recommendation), **{"addressees-0-actor": other.pk})

    row.refresh_from_db()
    assert (row.actor.name, row.role) == ("Body", "support")


def test_records_are_shown_with_who_and_when_and_cannot_be_changed(client, row):
    editor = officer(client)
    editor.name = "An officer"
    editor.save()
    factories.respond(row, "accepted", by=editor)
    factories.assess(row, "in_progress", by=editor)
    factories.note(row, by=editor)

    page = client.get(change(row))

    rows = page.context["inline_admin_formsets"]
    assert [(one.has_add_permission, one.has_change_permission, one.has_delete_permission) for one in rows] == [
        (False, False, False)
    ] * 3
    assert page.content.decode().count(", An officer") == 3


def test_addressee_with_records_is_not_removed_from_its_item(client, row):
    factories.assess(row, "in_progress")
    officer(client)

    answer = send(client, change(row.recommendation), **{"addressees-0-DELETE": "on"})

    assert answer.status_code == 200
    assert Addressee.objects.count() == 1


def test_action_starts_is_paused_goes_on_and_ends(client):
    action = factories.action()
    officer(client)

    send(client, verb(action, "start"), on="2023-12-31", precision="year")
    send(client, verb(action, "hold"), reason="No money.")
    paused = FollowUpAction.objects.get()
    send(client, verb(action, "start"), on="2024-02-01")
    send(client, verb(action, "complete"), on="2024-03-31", precision="month")
    send(client, verb(action, "verify"), on="2024-04-02")
    again = send(client, verb(action, "cancel"), reason="Too late.")

    action.refresh_from_db()
    assert str(action.verified_on) == "2024-04-02"
    assert (paused.status, paused.reason, paused.started) == ("on_hold", "No money.", "2023")
    assert (action.status, action.completed, action.reason) == ("completed", "March 2024", "")
    assert errors(again) == ["MS2023-A01 is “Completed” and cannot become “Cancelled”."]


def test_date_known_by_month_is_its_last_day(client):
    action = factories.action()
    officer(client)

    answer = send(client, verb(action, "complete"), on="2024-03-30", precision="month")

    assert errors(answer) == [
        "A date known only by month or year is stored as its last day, e.g. 31 July or 31 December."
    ]


def test_action_has_items_and_documents_on_its_page(client):
    item = factories.recommendation()
    body = factories.actor()
    officer(client)

    send(
        client, "/admin/recommendations/followupaction/add/",
        reference="MS2023-A01", title="Handbook", responsible=body.pk,
        **{"links-0-recommendation": item.pk, "links-0-relation": "answering", "evidence-TOTAL_FORMS": 2,
           "evidence-0-title": "Cover", "evidence-0-url": "https://example.org/1", "evidence-0-audience": "public",
           "evidence-1-title": "Text", "evidence-1-url": "https://example.org/2", "evidence-1-audience": "internal"},
    )  # fmt: skip

    action = FollowUpAction.objects.get()
    assert [link.recommendation for link in action.links.all()] == [item]
    assert [(proof.number, proof.title, proof.audience) for proof in action.evidence.all()] == [
        (1, "Cover", "public"),
        (2, "Text", "internal"),
    ]


@pytest.mark.parametrize("thing", [factories.recommendation, factories.action, factories.addressee])
def test_note_is_added_to_what_it_is_about(client, thing):
    thing = thing()
    editor = officer(client)

    send(client, verb(thing, "note"), noted_on="2024-03-01", text="Begun.", who_says="the desk", basis="checked")

    note = ProgressNote.objects.get()
    assert (note.owner, note.number, note.text, note.recorded_by, note.audience) == (
        thing,
        1,
        "Begun.",
        editor,
        "internal",
    )
    assert client.get(change(thing)).content.decode().count("Begun.") == 1


def test_verb_stands_in_the_history_of_what_it_was_done_to(client, row):
    officer(client)

    send(client, verb(row, "ask"), on=timezone.localdate())

    moments = client.get(verb(row, "history")).context["moments"]
    assert [moment.where for moment in moments if moment.where] == ["by “Ask for an answer”"]


def test_verb_on_what_does_not_exist_is_not_found(client):
    officer(client)

    assert client.get("/admin/recommendations/addressee/99999999999999999999/assess/").status_code == 404


def test_verbs_need_their_permission(client, row):
    contributor = officer(client, "Contributors")

    answers = [
        client.post(verb(row, name)).status_code for name in ("ask", "respond", "assess", "open_members", "note")
    ]

    assert answers == [403] * 5
    assert User.objects.get(pk=contributor.pk).get_all_permissions() == {"recommendations.answer_addressee"}
