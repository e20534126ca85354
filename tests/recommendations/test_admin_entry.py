"""What an officer enters, from the meeting to the published item, through the pages of the desk."""

import pytest
from django.urls import reverse

from meetings.models import Meeting, Publication, Session
from recommendations.models import Challenge, FollowUpAction, Recommendation
from tests import factories
from tests.desk import ADD_ITEM, ITEM, addressed_to, change, errors, form, officer, rows, send, told, verb

pytestmark = pytest.mark.django_db


def test_officer_enters_a_meeting_its_sessions_and_an_item_and_a_publisher_publishes_it(client):
    editor = officer(client, "Editors")
    host, one, two = factories.actor("Host"), factories.actor("One"), factories.actor("Two")
    series = factories.series()

    send(
        client,
        "/admin/meetings/meeting/add/",
        series=series.pk,
        title="Seventh meeting",
        code="MS2023",
        slug="seventh",
        starts_on="2023-11-08",
        ends_on="2023-11-09",
        format="hybrid",
        organiser=host.pk,
        participants=[one.pk, two.pk],
        **rows("documents", {"kind": "outcome_report", "title": "Outcome report", "doi": "10.2812/788806"}),
        **rows(
            "sessions",
            {"number": 0, "kind": "introduction", "title": "Introduction"},
            {"number": 1, "kind": "plenary", "title": "Routes"},
        ),
    )
    meeting = Meeting.objects.get()
    session = Session.objects.get(number=1)
    send(
        client,
        f"{ADD_ITEM}?session={session.pk}",
        **ITEM,
        **addressed_to(one, two),
        **rows("proposers", {"in_whose_words": "the chair", "actor": host.pk, "capacity": "body"}),
    )
    item = Recommendation.objects.get()
    send(client, verb(item, "submit"))
    send(client, verb(meeting, "submit"))
    officer(client, "Publishers")
    send(client, verb(item, "publish"))
    send(client, verb(meeting, "publish"))

    item.refresh_from_db()
    assert [document.doi for document in meeting.documents.all()] == ["10.2812/788806"]
    assert [(one.number, one.title) for one in meeting.sessions.all()] == [(0, "Introduction"), (1, "Routes")]
    assert (item.reference, item.order, item.owner, item.issued_on) == ("MS2023-01", 10, editor, meeting.ends_on)
    assert {row.actor for row in item.addressees.all()} == {one, two}
    assert [proposer.in_whose_words for proposer in item.proposers.all()] == ["the chair"]
    assert list(Recommendation.objects.published()) == [item]


@pytest.mark.parametrize("name", ["publish", "send_back", "archive"])
def test_editor_cannot_publish_send_back_or_archive(client, name):
    item = factories.recommendation(addressees=[None], publication=Publication.IN_REVIEW)
    officer(client, "Editors")

    answer = client.post(verb(item, name), {"reason": "No."})

    item.refresh_from_db()
    assert (answer.status_code, item.publication) == (403, Publication.IN_REVIEW)


def test_button_of_a_verb_stands_where_it_is_possible_and_allowed(client):
    item = factories.recommendation(addressees=[None], publication=Publication.IN_REVIEW)

    officer(client, "Editors")
    to_editors = [one["label"] for one in client.get(change(item)).context["verbs"]]
    officer(client, "Publishers")
    to_publishers = [one["label"] for one in client.get(change(item)).context["verbs"]]

    assert to_editors == ["Add a note"]
    assert to_publishers == ["Publish", "Send back", "Add a note"]


def test_item_without_addressee_is_not_published_and_the_page_says_what_to_mend(client):
    item = factories.recommendation()
    officer(client, "Publishers")

    answer = send(client, verb(item, "publish"))

    assert errors(answer) == ["MS2023-01: name an addressee, or choose “nobody named”."]


def test_whole_takes_its_parts_along_or_is_not_published_at_all(client):
    whole = factories.recommendation()
    part = factories.recommendation("MS2023-01.1", part_of=whole)
    officer(client, "Publishers")

    refused = send(client, verb(whole, "publish"))
    factories.addressee(part, None)
    send(client, verb(whole, "publish"))

    assert errors(refused) == ["MS2023-01.1: name an addressee, or choose “nobody named”."]
    assert list(Recommendation.objects.published()) == [whole, part]


def test_sent_back_item_shows_the_reason(client):
    item = factories.recommendation(addressees=[None], publication=Publication.IN_REVIEW)
    officer(client, "Publishers")

    empty = send(client, verb(item, "send_back"), reason=" ")
    send(client, verb(item, "send_back"), reason="The page is missing.")

    page = client.get(change(item)).content.decode()
    assert errors(empty) == ["This field is required."]
    assert page.count("Sent back by publishers@example.org on ") == 1
    assert page.count(": The page is missing.") == 1


def test_list_publishes_what_it_can_and_says_what_it_cannot(client):
    whole = factories.recommendation("MS2023-01")
    part = factories.recommendation("MS2023-01.1", part_of=whole, addressees=[None])
    bare = factories.recommendation("MS2023-02")
    officer(client, "Publishers")

    answer = client.post(
        reverse("admin:recommendations_recommendation_changelist"),
        {"action": "publish", "_selected_action": [whole.pk, part.pk, bare.pk]},
        follow=True,
    )

    assert told(answer) == ["MS2023-02: name an addressee, or choose “nobody named”.", "Published: 2."]
    assert list(Recommendation.objects.published()) == [whole, part]


def test_list_offers_editors_no_publishing(client):
    factories.recommendation()
    officer(client, "Editors")

    page = client.get(reverse("admin:recommendations_recommendation_changelist"))

    offered = [name for name, _ in page.context["action_form"].fields["action"].choices]
    assert offered == ["", "delete_selected", "carry_forward", "submit"]


def test_form_proposes_the_next_free_reference_and_order(client):
    session = factories.session(factories.meeting("MS2023"))
    factories.recommendation("MS2023-03", session, order=40)
    factories.recommendation("MS2023-03.1", part_of=Recommendation.objects.get())
    officer(client)

    proposed = form(client, f"{ADD_ITEM}?session={session.pk}")
    part = form(client, f"{ADD_ITEM}?part_of={Recommendation.objects.get(part_of=None).pk}")

    assert (proposed["reference"], proposed["order"]) == ("MS2023-04", str(Recommendation.objects.last().order + 10))
    assert (part["reference"], part["order"], part["session"]) == ("MS2023-03.2", "40", str(session.pk))


def test_reference_and_order_left_empty_become_the_next_free_ones(client):
    session = factories.session(factories.meeting("MS2023"))
    factories.recommendation("MS2023-09", session, order=90)
    officer(client)

    send(client, ADD_ITEM, session=session.pk, **ITEM, **addressed_to(None))
    send(
        client,
        "/admin/recommendations/challenge/add/",
        session=session.pk,
        position="bullet 2",
        in_whose_words="a judge",
        headline="Slow answers",
        text="Answers come slowly.",
    )
    send(
        client,
        "/admin/recommendations/followupaction/add/",
        reported_in=session.pk,
        title="A handbook",
        responsible=factories.actor().pk,
    )

    item = Recommendation.objects.order_by("pk").last()
    assert (item.reference, item.order) == ("MS2023-10", 100)
    assert [(one.reference, one.order) for one in Challenge.objects.all()] == [("MS2023-C01", 10)]
    assert [one.reference for one in FollowUpAction.objects.all()] == ["MS2023-A01"]


def test_saving_and_adding_another_stays_in_the_session(client):
    session = factories.session(factories.meeting("MS2023"))
    officer(client)

    answer = send(client, f"{ADD_ITEM}?session={session.pk}", **ITEM, **addressed_to(None), _addanother="1")

    assert answer.url == f"{ADD_ITEM}?session={session.pk}"
    assert form(client, answer.url)["reference"] == "MS2023-02"


def test_nobody_named_is_a_choice_and_a_blank_row_is_none(client):
    session = factories.session(factories.meeting("MS2023"))
    officer(client)

    send(client, f"{ADD_ITEM}?session={session.pk}", **ITEM, **addressed_to(None))
    send(client, f"{ADD_ITEM}?session={session.pk}", **ITEM)

    named = [[row.actor for row in item.addressees.all()] for item in Recommendation.objects.order_by("reference")]
    assert named == [[None], []]


ALONE = "“Nobody named” stands alone: remove it, or the actors beside it."


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["body", None], ALONE),
        ([None, None], ALONE),
        (["body", "body"], "Please correct the duplicate data for actor."),
    ],
)
def test_addressees_that_contradict_each_other_are_refused_in_words(client, given, message):
    session = factories.session(factories.meeting("MS2023"))
    body = factories.actor()
    officer(client)

    answer = send(
        client, f"{ADD_ITEM}?session={session.pk}", **ITEM, **addressed_to(*(body if one else None for one in given))
    )

    assert errors(answer)[-1] == message
    assert Recommendation.objects.count() == 0


def test_row_with_a_role_and_no_name_asks_for_one(client):
    session = factories.session(factories.meeting("MS2023"))
    officer(client)

    answer = send(
        client,
        f"{ADD_ITEM}?session={session.pk}",
        **ITEM,
        **rows("addressees", {"actor": "", "role": "support", "naming": "stated"}),
    )

    assert errors(answer) == ["Choose an actor, or tick “nobody named”."]


def test_nobody_named_gives_way_to_an_actor_in_one_step(client):
    item = factories.recommendation(addressees=[None])
    body = factories.actor()
    officer(client)
    data = form(client, change(item))
    pk = data["addressees-0-id"]

    client.post(
        change(item),
        data
        | {
            "addressees-TOTAL_FORMS": 2,
            "addressees-0-DELETE": "on",
            "addressees-1-actor": body.pk,
            "addressees-1-recommendation": item.pk,
        },
    )

    assert [row.actor for row in item.addressees.all()] == [body]
    assert not item.addressees.filter(pk=pk).exists()


def test_view_on_site_stands_on_published_items_only(client):
    public = factories.recommendation("MS2023-01", published=True, addressees=[None])
    draft = factories.recommendation("MS2023-02")
    officer(client)

    shown = [client.get(change(item)).context["absolute_url"] for item in (public, draft)]

    assert shown == [public.get_absolute_url(), None]


def test_contributions_are_counted_where_their_order_is_left_empty(client):
    session = factories.session(factories.meeting())
    officer(client)

    send(
        client,
        change(session),
        **rows("contributions", {"who": "a judge", "on_what": "a case"}, {"who": "a prosecutor", "on_what": "a law"}),
    )

    assert list(session.contributions.values_list("order", "who")) == [(1, "a judge"), (2, "a prosecutor")]
