"""What is sent twice, by a double click or from a page gone back to, happens once."""

import json

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from actors.models import Actor
from recommendations.models import Recommendation
from tests import factories
from tests.desk import ADD_ITEM, ITEM, addressed_to, change, errors, form, officer, read, rows, told, verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def entered(client):
    """A new item, typed but not sent; its reference is left to the desk."""
    session = factories.session(factories.meeting("MS2023"))
    officer(client)
    proposers = rows("proposers", {"in_whose_words": "the chair", "capacity": "body"})
    typed = form(client, f"{ADD_ITEM}?session={session.pk}") | ITEM | {"reference": "", "order": ""}
    return typed | addressed_to(factories.actor("Body")) | proposers


def test_item_sent_twice_is_there_once_and_both_answers_are_the_same(client, entered):
    answers = [client.post(ADD_ITEM, entered | {"_addanother": "1"}) for _ in range(2)]

    item = Recommendation.objects.get()
    assert {(answer.status_code, answer.url) for answer in answers} == {(302, f"{ADD_ITEM}?session={item.session_id}")}
    assert item.reference == "MS2023-01"
    assert (item.addressees.count(), item.proposers.count()) == (1, 1)


def test_two_items_typed_on_two_pages_are_two(client, entered):
    other = form(client, ADD_ITEM)["seen"]

    client.post(ADD_ITEM, entered)
    client.post(ADD_ITEM, entered | {"seen": other})

    assert sorted(Recommendation.objects.values_list("reference", flat=True)) == ["MS2023-01", "MS2023-02"]


def test_page_gone_back_to_and_changed_asks_before_it_changes_what_was_saved(client, entered):
    client.post(ADD_ITEM, entered)

    page = client.post(ADD_ITEM, entered | {"headline": "Something else"})
    (conflict,) = page.context["conflicts"]
    before = Recommendation.objects.get().headline
    client.post(ADD_ITEM, read(page) | {conflict.choice: conflict.kept})

    assert (before, conflict.name) == (ITEM["headline"], "headline")
    assert "You sent this form before" in page.content.decode()
    assert Recommendation.objects.get().headline == "Something else"


def test_key_that_the_desk_did_not_give_is_no_key(client, entered):
    old = factories.recommendation("MS2023-07")

    client.post(ADD_ITEM, entered | {"seen": json.dumps({"": f"{old.pk}:forged"}), "reference": "MS2023-08"})

    assert sorted(Recommendation.objects.values_list("reference", flat=True)) == ["MS2023-07", "MS2023-08"]


def test_key_of_one_kind_of_thing_is_none_of_another(client, entered):
    typed = form(client, "/admin/actors/actor/add/") | {"name": "New body", "slug": "new-body", "kind": "network"}

    client.post("/admin/actors/actor/add/", typed | {"seen": entered["seen"]})

    assert Actor.objects.filter(slug="new-body").count() == 1


def test_second_of_two_at_the_same_moment_is_told_that_it_is_saved(client, entered, monkeypatch):
    """The look before comes too early, and the key is refused."""
    client.post(ADD_ITEM, entered)
    from actors.admin.desk import Desk

    real, asked = Desk._sent_before, []
    monkeypatch.setattr(
        Desk, "_sent_before", lambda self, request: asked.append(1) or (real(self, request) if asked[1:] else None)
    )
    answer = client.post(ADD_ITEM, entered, follow=True)

    assert "was added successfully" in told(answer)[-1]
    assert Recommendation.objects.count() == 1


def test_popup_sent_twice_adds_once_and_gives_the_same_choice(client):
    officer(client)
    address = "/admin/actors/actor/add/?_popup=1"
    typed = form(client, address) | {"name": "New body", "slug": "new-body", "kind": "network"}

    answers = [client.post(address, typed).content for _ in range(2)]

    assert answers[0] == answers[1]
    assert Actor.objects.filter(slug="new-body").count() == 1


def test_deletion_sent_twice_says_that_it_is_gone(client):
    item = factories.recommendation()
    officer(client)
    address = reverse("admin:recommendations_recommendation_delete", args=[item.pk])

    client.post(address, {"post": "yes"})
    again = client.post(address, {"post": "yes"}, follow=True)

    assert "Perhaps it was deleted?" in told(again)[-1]
    assert Recommendation.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "thing", "typed"),
    [
        ("submit", lambda: factories.recommendation(), {}),
        ("publish", lambda: factories.recommendation(addressees=[None]), {}),
        ("send_back", lambda: factories.recommendation(publication="in_review"), {"reason": "Mend it."}),
        ("archive", lambda: factories.recommendation(published=True, addressees=[None]), {}),
        ("complete", lambda: factories.action(), {}),
        ("cancel", lambda: factories.action(), {"reason": "No money."}),
    ],
)
def test_verb_sent_twice_happens_once_and_both_answers_are_the_same(client, name, thing, typed):
    officer(client, "Publishers")
    thing = thing()
    data = form(client, verb(thing, name)) | typed

    answers = [client.post(verb(thing, name), data) for _ in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(302, change(thing))] * 2
    assert LogEntry.objects.filter(object_id=thing.pk).count() == 1


def test_note_sent_twice_is_recorded_once_and_says_so(client):
    item = factories.recommendation()
    officer(client)
    data = form(client, verb(item, "note")) | {"text": "Said so.", "who_says": "a judge", "basis": "checked"}

    client.post(verb(item, "note"), data)
    again = client.post(verb(item, "note"), data)

    assert [one.startswith("Something was recorded here since") for one in errors(again)] == [True]
    assert item.notes.count() == 1


def test_verb_that_somebody_else_did_a_moment_ago_is_refused_in_words(client):
    item = factories.recommendation(addressees=[None])
    officer(client, "Publishers", "one@example.org")
    data = form(client, verb(item, "publish"))
    client.post(verb(item, "publish"), data)

    officer(client, "Publishers", "two@example.org")
    answer = client.post(verb(item, "publish"), data)

    assert (answer.status_code, len(errors(answer))) == (200, 1)


def test_request_that_dies_in_mid_save_leaves_nothing(client, entered, monkeypatch):
    def dies(*args, **kwargs):
        raise SystemExit

    monkeypatch.setattr("recommendations.admin.recommendation.RecommendationAdmin.log_addition", dies)

    with pytest.raises(SystemExit):
        client.post(ADD_ITEM, entered)

    assert Recommendation.objects.count() == 0


def test_text_of_ten_megabytes_is_no_broken_page(client, entered):
    client.raise_request_exception = False

    answer = client.post(ADD_ITEM, entered | {"text": "x" * 10_000_000})

    assert (answer.status_code, Recommendation.objects.count()) == (400, 0)
