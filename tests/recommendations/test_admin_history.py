"""The history at the desk: who changed what, from what to what, through which page, and whether it is public."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Actor, Contact
from meetings.models import Contribution
from recommendations.models import LinkKind, Recommendation, RecommendationLink
from tests import factories as make
from tests.desk import change, officer, send, verb

pytestmark = pytest.mark.django_db
EVERYTHING = "/admin/history/"


@pytest.fixture
def anna(client):
    user = officer(client)
    user.name = "Anna Editor"
    user.save()
    return user


def page(client, thing, **asked):
    answer = client.get(verb(thing, "history"), asked)
    assert answer.status_code == 200
    return answer


def told(answer, who: str = "") -> list[tuple]:
    """Each sentence of the page in short, of one person or of all."""
    return [
        (line.what, line.kind, line.name, line.label, line.old, line.new, line.public)
        for moment in answer.context["moments"]
        if moment.who == who or not who
        for line in moment.lines
    ]


def item(**fields):
    return make.recommendation("MS2023-01", make.session(make.meeting(published=True)), True, [None], **fields)


def test_edit_says_who_and_through_which_page(client, anna):
    one = item(headline="Train judges")

    send(client, change(one), headline="Train judges and prosecutors")

    answer = page(client, one)
    assert told(answer, "Anna Editor") == [
        ("changed", "", "", "Headline", "Train judges", "Train judges and prosecutors", True)
    ]
    assert [moment.where for moment in answer.context["moments"] if moment.who == "Anna Editor"] == ["on its page"]


def test_page_is_kept_without_what_was_typed_into_its_address(client, anna):
    one = item()

    typed = send(client, change(one), headline="Other")
    client.post(f"{change(one)}?secret=1", {"headline": ""})

    contexts = [event.pgh_context for event in Recommendation.pgh_event_model.objects.filter(headline="Other")]
    assert typed.status_code == 302
    assert contexts == [{"user": anna.pk, "url": change(one)}]


def test_what_belongs_to_an_item_is_told_with_it_also_when_it_is_gone(client, anna):
    one, money = item(), make.topic("Money")
    judge = make.proposer(one, "a judge")
    one.topics.add(money)
    judge.delete()
    one.topics.remove(money)

    sentences = [line[:3] for line in told(page(client, one))]

    assert ("entered", "Proposer", "a judge") in sentences
    assert ("removed", "Proposer", "a judge") in sentences
    assert [line for line in sentences if line[1] == "Topics"] == [
        ("entered", "Topics", "Money"),
        ("removed", "Topics", "Money"),
    ]


def test_link_between_two_items_is_told_of_both(client, anna):
    one = item()
    before = make.recommendation("MS2022-01", make.session(make.meeting("MS2022")), addressees=[None])
    RecommendationLink.objects.create(later=one, earlier=before, kind=LinkKind.REPEATS)

    links = [[line[:2] for line in told(page(client, thing)) if "Link" in line[1]] for thing in (one, before)]

    assert links == [[("entered", "Link to another meeting")]] * 2


def test_assessment_and_its_correction_are_told_with_their_evidence(client, anna):
    one = item()
    row = one.addressees.get()
    wrong = make.assess(row, "implemented", evidence=[make.evidence("Programme")], remark="By telephone.")
    row.correct(wrong, status="in_progress", as_of=date(2024, 5, 1), basis="checked")

    lines = [line for moment in page(client, one).context["moments"] for line in moment.lines]
    held = [(line.public, dict(line.held)) for line in lines if line.kind == "Status change"]

    assert [(public, values.get("Status"), values.get("Corrects")) for public, values in held] == [
        (True, "Implemented", None),
        (False, None, None),
        (True, "In progress", str(wrong)),
    ]
    assert held[1][1] == {"Remark": "By telephone."}
    assert [line.name for line in lines if line.kind == "Evidence"] == ["Programme"]


def test_internal_is_what_only_the_desk_may_read(client, anna):
    one, row = item(), None
    row = one.addressees.get()
    make.note(one, audience="internal", text="Only for us.")
    make.respond(row, "accepted", audience="internal", by=anna)
    send(client, change(one), owner=anna.pk, text="Train judges everywhere.")

    marks = {(line[1], line[3]): line[6] for line in told(page(client, one))}

    assert marks[("Progress note", "")] is False
    assert marks[("Response", "")] is False
    assert (marks[("", "Owner")], marks[("", "Text")]) == (False, True)


@pytest.mark.django_db(transaction=True)
def test_what_was_changed_in_a_draft_stays_internal_once_it_is_published(client):
    draft = make.recommendation("MS2023-01", make.session(make.meeting(published=True)), addressees=[None])
    draft.headline = "Changed as a draft"
    draft.save()
    draft.publish()
    Recommendation.objects.update(text="Changed in public.")
    officer(client)

    moments = page(client, draft).context["moments"]

    changed = [line for moment in moments for line in moment.lines if line.what == "changed"]
    assert [(line.label, line.public) for line in changed] == [
        ("Text", True),
        ("Publication", True),
        ("Published on", True),
        ("Moved at", False),
        ("Headline", False),
    ]


@pytest.mark.django_db(transaction=True)
def test_change_past_the_site_is_told_as_such(client):
    body = make.actor("Network")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE actors_actor SET name = 'Network of judges'")
    officer(client)

    moments = page(client, body).context["moments"]

    assert [(moment.who, moment.where, len(moment.lines)) for moment in moments] == [
        ("Past the site, in the database", "", 1),
        ("Past the site, in the database", "", 1),
    ]
    assert told(page(client, body))[0] == ("changed", "", "", "Name", "Network", "Network of judges", True)


def test_command_says_its_name(client, anna):
    call_command("loaddata", "topics", verbosity=0)

    moments = client.get(EVERYTHING, {"who": "commands"}).context["moments"]

    assert {moment.who for moment in moments} == {"The command “loaddata”"}


def test_account_that_is_gone_leaves_its_key_alone(client, anna):
    one = item(headline="Train judges")
    send(client, change(one), headline="Train prosecutors")
    anna.delete()
    officer(client, email="other@example.org")

    answer = page(client, one)

    assert [line[3] for line in told(answer, "somebody whose account is gone")] == ["Headline"]
    assert "Anna" not in answer.content.decode()


def test_verb_is_named_by_its_button(client, anna):
    one = item()
    row = one.addressees.get()
    send(client, verb(row, "note"), noted_on="2024-05-01", text="A call.", who_says="The body", basis="checked")

    by_anna = [moment for moment in page(client, row).context["moments"] if moment.who == "Anna Editor"]
    of_item = [moment for moment in page(client, one).context["moments"] if moment.who == "Anna Editor"]

    assert [moment.where for moment in by_anna] == ["by “Add a note”"]
    assert [moment.where for moment in of_item] == [f"by “Add a note”, addressee {row}"]


def test_deleted_record_is_found_and_keeps_its_history(client, anna):
    body = make.actor("Network")
    address = verb(body, "history")
    client.post(verb(body, "delete"), {"post": "yes"})

    found = client.get(EVERYTHING, {"kind": "actors.actor", "who": anna.pk})
    answer = client.get(address)

    assert [(one.name, one.where, one.url) for one in found.context["moments"]] == [
        ("Network", "on the page “Delete: actor”", address)
    ]
    assert answer.context["is_gone"] is True
    assert {line[0] for line in told(answer)} == {"entered", "removed"}


def test_record_that_never_was_has_no_history(client, anna):
    answers = [client.get(f"/admin/actors/actor/{key}/history/").status_code for key in ("999", "x%00", "9" * 30)]

    assert answers == [302, 302, 302]


def test_names_of_what_was_deleted_are_known(client, anna):
    of, body = make.session(make.meeting()), make.actor("Network of judges")
    said = Contribution.objects.create(session=of, order=1, who="a judge", on_what="a case")
    said.actors.add(body)
    said.actors.clear()
    connection.check_constraints()  # taking the name away and deleting what it named are two acts
    body.delete()

    assert [line[:3] for line in told(page(client, of)) if line[1] == "Actors"] == [
        ("entered", "Actors", "Network of judges"),
        ("removed", "Actors", "Network of judges"),
    ]


def test_hostile_text_is_escaped_and_short(client, anna):
    one = item(headline="Train judges")
    Recommendation.objects.filter(pk=one.pk).update(text="<script>alert(1)</script> " * 4000)

    answer = page(client, one)

    html = answer.content.decode()
    assert [line.wording for moment in answer.context["moments"] for line in moment.lines if line.wording] == []
    assert ("<script>alert" in html, "&lt;script&gt;alert(1)" in html, len(html) < 40_000) == (False, True, True)


def test_long_text_is_told_by_the_words_that_changed(client, anna):
    begin, end = "The register says this. " * 20, "And it says that. " * 20
    one = item(text=f"{begin}Judges train. {end}")
    Recommendation.objects.filter(pk=one.pk).update(text=f"{begin}Prosecutors train. {end}")

    (line,) = [line for moment in page(client, one).context["moments"] for line in moment.lines if line.wording]

    assert line.wording == [
        ("same", "… The register says this. The register says this."),
        ("gone", "Judges"),
        ("added", "Prosecutors"),
        ("same", "train. And it says that. And it says …"),
    ]


def test_text_that_was_written_anew_is_told_by_its_beginnings(client, anna):
    one = item(text=" ".join(f"same same same old{n}" for n in range(40)))
    Recommendation.objects.filter(pk=one.pk).update(text=" ".join(f"same same same new{n}" for n in range(40)))

    (line,) = [line for moment in page(client, one).context["moments"] for line in moment.lines if line.label]

    assert (line.old[:19], line.new[:19], line.wording) == ("same same same old0", "same same same new0", [])


def test_contact_is_internal(client, anna):
    body = make.actor("Network")
    Contact.objects.create(actor=body, name="A clerk", email="clerk@example.org")

    assert [line[6] for line in told(page(client, body)) if line[1] == "Contact"] == [False]


@pytest.mark.parametrize(
    ("role", "status"), [("Administrators", 200), ("Publishers", 200), ("Editors", 200), ("Contributors", 403)]
)
def test_history_is_for_whoever_may_change_the_register(client, role, status):
    officer(client, role)
    one = item()

    answers = [client.get(EVERYTHING).status_code, client.get(verb(one, "history")).status_code]

    assert answers == [status, status]


def test_history_is_not_for_the_public(client):
    one = item()

    answers = [client.get(address) for address in (EVERYTHING, verb(one, "history"))]

    assert [answer.url.partition("?")[0] for answer in answers] == [reverse("admin:login")] * 2


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ({"day": "yesterday"}, "day"),
        ({"day": "\x00"}, "day"),
        ({"kind": "actors.user"}, "kind"),
        ({"who": "9" * 40}, "who"),
        ({"who": "\ud800"}, "who"),
    ],
)
def test_question_that_cannot_be_read_finds_nothing_and_says_so(client, anna, asked, wrong):
    item()

    answer = client.get(EVERYTHING, {name: value.encode("utf-8", "surrogatepass") for name, value in asked.items()})

    assert (answer.status_code, answer.context["moments"], list(answer.context["form"].errors)) == (200, [], [wrong])


def test_changes_are_found_by_day(client, anna):
    make.actor("Network")

    found = [
        len(client.get(EVERYTHING, {"kind": "actors.actor", "day": day}).context["moments"])
        for day in (date.today().isoformat(), "2020-01-01", "0001-01-01", "9999-12-31")
    ]

    assert found == [1, 0, 0, 0]


def queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_history_costs_the_same_for_ten_events_as_for_a_thousand(client, anna):
    one, body = item(), make.actor("Network")
    addresses = [verb(one, "history"), verb(body, "history"), f"{EVERYTHING}?kind=actors.actor"]
    Actor.objects.update(website="https://example.org/")
    Recommendation.objects.update(headline="First")
    few = [queries(client, address) for address in addresses]

    for n in range(100):
        Actor.objects.update(description=f"Description {n}")
        Recommendation.objects.update(headline=f"Headline {n}")

    assert [queries(client, address) for address in addresses] == few
    assert page(client, one, page=2).context["page"].number == 2
