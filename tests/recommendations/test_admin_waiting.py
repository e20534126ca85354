"""At the desk somebody says a word on what waits: answers that came by a form, and closings that were proposed."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from recommendations.models import Addressee, ClosingProposal, Status, StatusChange
from tests import factories as make
from tests.desk import change, errors, form, officer, send, told, verb

pytestmark = pytest.mark.django_db
CLOSED = {"status": "implemented", "as_of": "2024-05-01", "basis": "document"}
PROOF = {"evidence-0-title": "Official journal", "evidence-0-url": "https://example.org/journal"}


@pytest.fixture
def row():
    return make.addressee(make.recommendation(published=True), make.actor("Court"))


@pytest.fixture
def urgent():
    return make.addressee(make.recommendation("MS2023-02", published=True, priority=True), make.actor("Bar"))


@pytest.fixture
def answer(row):
    make.assess(row, "in_progress")
    return make.respond(row, "accepted", claims="implemented", text="All is done.", accepted=False)


def offered(client, thing) -> list:
    return [one["label"] for one in client.get(change(thing)).context["verbs"]]


def listed(client, model, query="") -> list:
    page = client.get(reverse(f"admin:recommendations_{model}_changelist") + query)
    return list(page.context["cl"].queryset)


def test_waiting_answer_is_accepted_with_its_claim_beside_the_assessment(client, row, answer):
    editor = officer(client)

    shown = client.get(verb(answer, "accept")).context["form"].facts()
    send(client, verb(answer, "accept"), on="2024-03-02")

    answer.refresh_from_db()
    row.refresh_from_db()
    facts = {str(label): str(said) for label, said in shown}
    assert (facts["Claims to be"], facts["Was assessed as"]) == ("Implemented", "In progress as of 1 Mar 2024")
    assert (facts["Text"], facts["Answer"]) == ("All is done.", "Accepted")
    assert (str(answer.accepted_on), answer.accepted_by) == ("2024-03-02", editor)
    assert (row.response, row.status) == ("accepted", "in_progress")


def test_waiting_answer_is_set_aside_with_a_reason_that_the_desk_shows(client, row, answer):
    officer(client)

    without = send(client, verb(answer, "set_aside"), because=" ")
    send(client, verb(answer, "set_aside"), because="It came twice.")

    answer.refresh_from_db()
    assert errors(without) == ["This field is required."]
    assert answer.set_aside_because == "It came twice."
    assert client.get(change(row)).content.decode().count("Set aside: It came twice.") == 1
    assert offered(client, answer) == []


def test_answer_accepted_in_two_tabs_is_accepted_once(client, answer):
    officer(client)
    data = form(client, verb(answer, "accept")) | {"on": "2024-03-02"}

    client.post(verb(answer, "accept"), data)
    again = client.post(verb(answer, "accept"), data)

    answer.refresh_from_db()
    assert (again.status_code, answer.accepted_on) == (302, date(2024, 3, 2))  # answered as the first


def test_what_waits_is_found_in_the_lists(client, row, answer, urgent):
    other = make.addressee(row.recommendation)
    accepted = make.respond(other, "accepted")
    aside = make.respond(other, "accepted", accepted=False)
    aside.set_aside(because="It came twice.")
    make.propose(urgent)
    officer(client)

    assert offered(client, answer) == ["Accept the answer", "Set the answer aside"]
    assert listed(client, "response", "?stands=waiting") == [answer]
    assert listed(client, "response", "?stands=accepted") == [accepted]
    assert listed(client, "response", "?stands=set_aside") == [aside]
    assert listed(client, "addressee", "?waits=answer") == [row]
    assert listed(client, "addressee", "?waits=closing") == [urgent]
    assert client.get(change(row)).content.decode().count(change(answer)) == 1


@pytest.mark.parametrize("made", [lambda row: make.respond(row, "accepted", accepted=False), make.propose])
def test_what_was_recorded_is_read_only_at_the_desk(client, urgent, made):
    thing = made(urgent)
    officer(client, "Administrators")
    add = reverse(f"admin:recommendations_{thing._meta.model_name}_add")

    refused = [client.post(change(thing), {"text": "Other."}), client.post(verb(thing, "delete")), client.get(add)]

    assert [one.status_code for one in refused] == [403, 403, 403]


def test_editor_proposes_and_publisher_confirms(client, urgent):
    editor = officer(client, "Editors")
    direct = send(client, verb(urgent, "assess"), **CLOSED, **PROOF)
    unproven = send(client, verb(urgent, "propose_closing"), **CLOSED)
    send(client, verb(urgent, "propose_closing"), **CLOSED, **PROOF, remark="Seen in print.")
    proposal = ClosingProposal.objects.get()
    own = client.post(verb(proposal, "confirm"))
    before = Addressee.objects.get().status

    publisher = officer(client, "Publishers")
    facts = {str(label): str(said) for label, said in client.get(verb(proposal, "confirm")).context["form"].facts()}
    answer = client.post(verb(proposal, "confirm"))

    made = StatusChange.objects.get()
    assert errors(direct) == ["Select a valid choice. implemented is not one of the available choices."]
    assert errors(unproven) == ["“Implemented” needs evidence: an address or a document."]
    assert [*unproven.context["form"].evidence[0].errors] == ["title"]
    assert (own.status_code, before) == (403, "not_assessed")
    assert (facts["Proposed"], facts["Remark"]) == ("Implemented", "Seen in print.")
    assert facts["Evidence"] == "Official journal https://example.org/journal"
    assert told(client.get(answer.url)) == ["MS2023-02: Bar: Implemented: confirmed"]
    assert (made.status, made.recorded_by, proposal.recorded_by) == ("implemented", publisher, editor)


def test_publisher_does_not_confirm_what_she_proposed_and_withdraws_it(client, urgent):
    officer(client, "Publishers")
    send(client, verb(urgent, "propose_closing"), **CLOSED, **PROOF)
    proposal = ClosingProposal.objects.get()

    buttons = offered(client, proposal)
    own = client.post(verb(proposal, "confirm"))
    send(client, verb(proposal, "withdraw"), because="Too early.")

    proposal.refresh_from_db()
    assert buttons == ["Withdraw it"]
    assert errors(own) == ["Somebody else confirms what you propose."]
    assert (proposal.decision, proposal.declined_because) == ("declined", "Too early.")


def test_publisher_declines_and_says_why(client, urgent):
    proposal = make.propose(urgent)
    officer(client, "Publishers")

    buttons = offered(client, proposal)
    send(client, verb(proposal, "decline"), because="The law is not in force.")

    proposal.refresh_from_db()
    assert buttons == ["Confirm the closing", "Decline it"]
    assert (proposal.decision, proposal.declined_because) == ("declined", "The law is not in force.")
    assert offered(client, proposal) == []


def test_assessing_a_priority_offers_open_statuses_and_the_way_to_propose(client, urgent):
    officer(client)
    way = verb(urgent, "propose_closing")

    found = client.get(verb(urgent, "assess")).context["form"]
    proposed = client.get(way).context["form"]

    assert [code for code, _ in found.fields["status"].choices] == ["not_started", "in_progress", "partly_implemented"]
    assert found.intro.count(way) == 1
    assert [code for code, _ in proposed.fields["status"].choices] == [*Status.CLOSED]


def test_correction_to_a_closing_is_proposed_for_the_same_entry(client, urgent):
    wrong = make.assess(urgent, "in_progress")
    officer(client)
    way = f"{verb(urgent, 'propose_closing')}?corrects={wrong.pk}"

    intro = client.get(f"{verb(urgent, 'correct')}?change={wrong.pk}").context["form"].intro
    send(client, way, **CLOSED, **PROOF)

    assert intro.count(way) == 1
    assert ClosingProposal.objects.get().corrects == wrong


def test_proposal_is_offered_for_priorities_on_which_none_waits(client, row):
    officer(client)
    plain = offered(client, row)
    row.recommendation.priority = True
    row.recommendation.save()
    urgent = offered(client, row)
    make.propose(row)

    assert ["Propose the closing" in labels for labels in (plain, urgent, offered(client, row))] == [False, True, False]


def test_form_says_beside_each_status_what_it_needs(client, row):
    officer(client)

    choices = dict(client.get(verb(row, "assess")).context["form"].fields["status"].choices)

    assert choices["implemented"] == (
        "<strong>Implemented</strong> Closed. Done, with evidence. Needs an address or a document as evidence below."
    )
    assert choices["in_progress"].endswith("it is being applied. ")


def test_file_that_a_browser_does_not_keep_is_asked_for_again(client, row, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    officer(client)
    file = SimpleUploadedFile("letter.pdf", b"%PDF")
    again = "A browser does not keep a chosen file: choose it again."

    lost = send(client, verb(row, "assess"), **{"evidence-0-file": file})
    without = send(client, verb(row, "assess"))

    assert [page.content.decode().count(again) for page in (lost, without)] == [1, 0]


@pytest.mark.parametrize("model", ["response", "closingproposal", "addressee"])
def test_lists_ask_the_database_no_more_for_more_rows(client, model, django_assert_max_num_queries):
    item = make.recommendation(priority=True)
    by = make.user()
    for number in range(20):
        row = make.addressee(item, make.actor(f"Body-{model}-{number}"))
        make.respond(row, "accepted", accepted=False)
        make.propose(row, by=by)
    officer(client)

    with django_assert_max_num_queries(12):
        assert len(listed(client, model)) == 20
