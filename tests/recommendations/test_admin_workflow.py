"""On the way to the public at the desk: who submitted, sent back, published; what a meeting takes along; references."""

import pytest
from django.utils import timezone

from meetings.models import Meeting, Publication
from recommendations.models import Challenge, FollowUpAction, Recommendation
from tests import factories
from tests.desk import ADD_ITEM, ITEM, addressed_to, change, errors, form, officer, send, verb

pytestmark = pytest.mark.django_db


def told(client, thing) -> str:
    return client.get(change(thing)).context["stands"]


def test_submission_says_who_and_when_until_it_is_sent_back_and_that_until_it_is_submitted_again(client):
    item = factories.recommendation(addressees=[None])
    editor = officer(client, "Editors")
    drafted = told(client, item)
    send(client, verb(item, "submit"))
    submitted = told(client, item)
    publisher = officer(client, "Publishers")
    send(client, verb(item, "send_back"), reason="The page is missing.")
    sent_back = told(client, item)
    item.refresh_from_db()
    before = (item.submitted_by, item.moved_by, list(Recommendation.objects.sent_back().submitted_by(editor)))
    send(client, verb(item, "submit"))

    item.refresh_from_db()
    assert drafted == ""
    assert submitted.startswith("Submitted for review by editors@example.org on ")
    assert sent_back.startswith("Sent back by publishers@example.org on ")
    assert sent_back.endswith(": The page is missing.")
    assert before == (editor, publisher, [item])
    assert (item.submitted_by, item.moved_by, item.sent_back_because) == (publisher, publisher, "")
    assert list(Recommendation.objects.sent_back()) == []


@pytest.mark.parametrize("make", [factories.recommendation, factories.challenge, factories.action, factories.meeting])
def test_every_verb_keeps_who_and_when(make):
    thing = make(**{"addressees": [None]} if make == factories.recommendation else {})
    one, two = factories.user("one@example.org"), factories.user("two@example.org")
    kept = []

    for name, who in [("submit", one), ("publish", two), ("archive", one)]:
        before = timezone.now()
        getattr(thing, name)(by=who)
        thing.refresh_from_db()
        kept.append((thing.publication, thing.submitted_by, thing.moved_by, before <= thing.moved_at <= timezone.now()))

    assert kept == [
        ("in_review", one, one, True),
        ("published", one, two, True),
        ("archived", one, one, True),
    ]


def test_published_thing_says_that_what_is_saved_stands_at_once(client):
    item = factories.recommendation(published=True, addressees=[None])
    officer(client, "Editors")

    assert told(client, item) == "Published. There is no second draft: what is saved here stands at once."


def test_queue_is_in_the_order_of_submission_with_ones_own_last():
    one, two = factories.user("one@example.org"), factories.user("two@example.org")
    items = [factories.recommendation(f"MS2023-{n:02}") for n in range(1, 5)]
    for item, by in [(items[2], one), (items[1], two), (items[0], two)]:
        item.submit(by=by)

    assert list(Recommendation.objects.awaiting_review(by=one)) == [items[1], items[0], items[2]]
    assert list(Recommendation.objects.awaiting_review()) == [items[2], items[1], items[0]]
    assert set(Recommendation.objects.waiting()) == set(items)


# A meeting with drafts inside.


@pytest.fixture
def meeting():
    """In review, with two items and a challenge that are ready, and two items that are not."""
    meeting = factories.meeting(publication=Publication.IN_REVIEW)
    session = factories.session(meeting)
    lead = factories.recommendation("MS2023-02", session, order=20, addressees=[None])
    factories.recommendation("MS2023-01", session, order=10, restates=lead)
    factories.recommendation("MS2023-03", session, order=30)
    whole = factories.recommendation("MS2023-04", session, order=40)
    factories.recommendation("MS2023-04.1", session, part_of=whole, addressees=[None], position=" ")
    factories.challenge(session=session)
    factories.action(reported_in=session)
    return meeting


LACKING = [
    ("MS2023-03", ["MS2023-03: name an addressee, or choose “nobody named”."]),
    ("MS2023-04", ["MS2023-04.1: say where in the report it stands."]),
]


def public() -> list[str]:
    kinds = [Recommendation, Challenge, FollowUpAction]
    return sorted(thing.reference for kind in kinds for thing in kind.objects.published())


def test_publishing_a_meeting_names_what_stays_behind_and_takes_along_what_is_ready(client, meeting):
    publisher = officer(client, "Publishers")
    shown = client.get(verb(meeting, "publish")).context["form"]

    send(client, verb(meeting, "publish"))

    assert [(one["name"].reference, one["why"]) for one in shown.remarks] == LACKING
    assert str(shown.fields["with_contents"].help_text) == "4 drafts are ready. Not ticked, they stay drafts."
    assert public() == ["MS2023-01", "MS2023-02", "MS2023-A01", "MS2023-C01"]
    assert Recommendation.objects.get(reference="MS2023-02").moved_by == publisher


def test_publishing_a_meeting_leaves_its_drafts_where_that_is_chosen(client, meeting):
    officer(client, "Publishers")
    typed = form(client, verb(meeting, "publish"))

    client.post(verb(meeting, "publish"), {name: value for name, value in typed.items() if name != "with_contents"})

    meeting.refresh_from_db()
    assert (meeting.publication, public()) == ("published", [])


def test_publishing_a_meeting_of_the_list_leaves_its_drafts(client, meeting):
    officer(client, "Publishers")

    client.post("/admin/meetings/meeting/", {"action": "publish", "_selected_action": [meeting.pk]})

    assert list(Meeting.objects.published()) == [meeting]
    assert public() == []


def test_what_restates_a_lead_that_is_not_ready_stays_behind(meeting):
    Recommendation.objects.get(reference="MS2023-02").addressees.all().delete()

    ready, lacking = meeting.contents_by_readiness()

    assert sorted(thing.reference for thing in ready) == ["MS2023-A01", "MS2023-C01"]
    assert {thing.reference: why for thing, why in lacking}["MS2023-01"] == [
        "MS2023-01 restates MS2023-02; publish that first."
    ]


def test_readiness_costs_the_same_for_3_items_as_for_30(meeting, django_assert_num_queries):
    session = meeting.sessions.get()
    for n in range(10, 40):
        lead = factories.recommendation(f"MS2023-{n}", session, addressees=[None] if n % 2 else [])
        factories.recommendation(f"MS2023-{n}.1", session, part_of=lead)
        factories.recommendation(f"MS2023-{n + 40}", session, restates=lead)

    with django_assert_num_queries(6):
        Recommendation.objects.filter(session=session).waiting().sorted_by_readiness()


def test_inconsistent_addressees_are_of_what_was_published_past_the_verbs():
    factories.recommendation("MS2023-01", published=True)
    lead = factories.recommendation("MS2023-02", published=True, addressees=[None])
    factories.recommendation("MS2023-03", published=True, restates=lead)
    whole = factories.recommendation("MS2023-04", published=True)
    factories.recommendation("MS2023-04.1", published=True, part_of=whole, addressees=[None])
    factories.recommendation("MS2023-05")

    assert [item.reference for item in Recommendation.objects.inconsistent_addressees()] == ["MS2023-01"]


# References.


def test_reference_of_a_published_item_stays_whatever_is_sent(client):
    item = factories.recommendation(published=True, addressees=[None])
    officer(client, "Administrators")

    send(client, change(item), reference="MS2023-77", headline="Another headline")

    item.refresh_from_db()
    assert (item.reference, item.headline) == ("MS2023-01", "Another headline")


def test_reference_of_an_archived_item_is_neither_proposed_nor_taken_again(client):
    item = factories.recommendation("MS2023-03", published=True, addressees=[None])
    item.archive()
    officer(client, "Administrators")
    page = f"{ADD_ITEM}?session={item.session_id}"

    proposed = form(client, page)["reference"]
    refused = send(client, page, **ITEM, **addressed_to(None), reference="MS2023-03")
    deleted = client.post(f"/admin/recommendations/recommendation/{item.pk}/delete/", {"post": "yes"})

    assert proposed == "MS2023-04"
    assert errors(refused) == ["Recommendation with this Reference already exists."]
    assert deleted.status_code == 403
    assert [one.reference for one in Recommendation.objects.all()] == ["MS2023-03"]
