"""What the desk refuses, always in words and with nothing that was typed lost."""

import pytest
from django.urls import reverse

from recommendations.models import Recommendation
from tests import factories
from tests.desk import change, errors, form, officer, rows, send

pytestmark = pytest.mark.django_db


def test_published_item_keeps_an_addressee(client):
    item = factories.recommendation(published=True, addressees=[None])
    officer(client)

    answer = send(client, change(item), **{"addressees-0-DELETE": "on"})

    assert errors(answer) == ["A published item keeps an addressee; where the text names none, “nobody named”."]


def test_draft_can_be_deleted_and_what_was_published_cannot(client):
    draft = factories.recommendation("MS2023-01", addressees=[None])
    public = factories.recommendation("MS2023-02", published=True, addressees=[None])
    officer(client, "Publishers")
    listed = reverse("admin:recommendations_recommendation_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [draft.pk, public.pk], "post": "yes"}

    together = client.post(listed, chosen)
    alone = client.post(reverse("admin:recommendations_recommendation_delete", args=[public.pk]), {"post": "yes"})
    client.post(reverse("admin:recommendations_recommendation_delete", args=[draft.pk]), {"post": "yes"})

    assert [str(one) for one in together.context["protected"]] == [f"{public} was published: archive it instead"]
    assert alone.status_code == 403
    assert list(Recommendation.objects.all()) == [public]


def test_item_with_a_record_is_not_deleted_and_the_page_says_why(client):
    item = factories.recommendation(addressees=[factories.actor("Body")])
    factories.assess(item.addressees.get(), "in_progress")
    officer(client)

    answer = client.post(reverse("admin:recommendations_recommendation_delete", args=[item.pk]), {"post": "yes"})

    assert answer.context["protected"] == ["Status change: MS2023-01: Body: In progress"]


@pytest.mark.parametrize(
    ("thing", "kept"),
    [
        (lambda: factories.recommendation(published=True, addressees=[None]), ["reference"]),
        (lambda: factories.action(published=True), ["reference"]),
        (lambda: factories.challenge(published=True), ["reference"]),
        (lambda: factories.meeting(published=True), ["code", "slug"]),
    ],
)
def test_name_of_what_was_published_cannot_be_edited(client, thing, kept):
    officer(client)
    thing = thing()

    assert [name for name in kept if name in form(client, change(thing))] == []


def test_code_of_a_meeting_with_items_stays(client):
    item = factories.recommendation("MS2023-01", factories.session(factories.meeting("MS2023")))
    officer(client)

    answer = send(client, change(item.meeting), code="XX2023")

    assert errors(answer) == ["Items have references that begin with MS2023 already; it can no longer change."]


def test_published_item_cannot_move_to_another_meeting(client):
    item = factories.recommendation(published=True, addressees=[None])
    other = factories.session(factories.meeting("MS2024"))
    officer(client)

    answer = send(client, change(item), session=other.pk)

    assert errors(answer) == ["References here begin with MS2024-"]


@pytest.mark.parametrize("name", ["headline", "text", "official_wording", "position"])
def test_character_that_no_page_can_show_is_refused_at_its_field(client, name):
    item = factories.recommendation()
    officer(client)

    answers = [send(client, change(item), **{name: f"Word{character}"}) for character in "\x00\x08"]

    assert [list(answer.context["adminform"].form.errors) for answer in answers] == [[name], [name]]


def test_text_that_is_too_long_is_refused(client):
    item = factories.recommendation()
    officer(client)

    answer = send(client, change(item), headline="x" * 161, text="x" * 20_001, page="99999")

    assert sorted(answer.context["adminform"].form.errors) == ["headline", "page", "text"]


def test_rule_between_rows_that_only_the_database_knows_is_said_in_words(client):
    group, one = factories.actor("Group"), factories.actor("One")
    officer(client)
    twice = rows("memberships", {"member": one.pk, "since": "2020-01-01"}, {"member": one.pk, "since": "2021-01-01"})

    answer = send(client, change(group), **twice)

    assert errors(answer) == ["The member is in this group already during that time."]
    assert [str(row.cleaned_data["since"]) for row in answer.context["inline_admin_formsets"][2].formset] == [
        "2020-01-01",
        "2021-01-01",
    ]


def test_choice_that_is_none_is_refused_in_words(client):
    item = factories.recommendation()
    officer(client)

    answer = send(client, change(item), session="abc", part_of="9" * 30, topics=["x"])

    assert sorted(answer.context["adminform"].form.errors) == ["part_of", "session", "topics"]


def test_address_of_a_topic_that_something_public_names_stays_and_the_page_says_why(client):
    topic = factories.topic("Training")
    factories.recommendation(published=True, addressees=[None], topics=[topic])
    officer(client)

    answer = send(client, change(topic), slug="learning", name="Learning")

    assert errors(answer) == ["Something public names “training”; the address part can no longer change."]
    assert answer.context["adminform"].form["name"].value() == "Learning"


def test_topic_that_an_item_names_is_not_deleted_and_the_page_says_why(client):
    topic = factories.topic("Training")
    item = factories.recommendation(topics=[topic])
    officer(client)

    answer = client.post(reverse("admin:recommendations_topic_delete", args=[topic.pk]), {"post": "yes"})

    assert answer.context["protected"] == [f"Recommendation: {item}"]


@pytest.mark.parametrize("character", ["\u202e", "\u2066"])
def test_character_that_turns_letters_around_is_refused_at_its_field(client, character):
    item = factories.recommendation()
    officer(client)

    answer = send(client, change(item), headline=f"Word{character}", text=f"Word{character}")

    assert sorted(answer.context["adminform"].form.errors) == ["headline", "text"]


def test_line_break_in_one_line_is_refused_and_in_prose_is_a_line_feed(client):
    item = factories.recommendation()
    officer(client)

    refused = send(client, change(item), headline="One\r\ntwo")
    send(client, change(item), text="One\r\ntwo\rthree")

    assert errors(refused) == ["Line breaks and tabs have no place here; write one line."]
    assert Recommendation.objects.get().text == "One\ntwo\nthree"


def test_lone_surrogate_is_no_broken_page(client):
    item = factories.recommendation()
    officer(client)
    data = form(client, change(item))
    body = "&".join(f"{name}={value}" for name, value in data.items() if name not in {"headline", "seen"})

    answer = client.post(change(item), f"{body}&headline=%ED%A0%80", content_type="application/x-www-form-urlencoded")

    assert answer.status_code in {200, 302}


@pytest.mark.parametrize("count", ["", "-1", "99999999999999", "x", None])
def test_counts_of_rows_that_say_nothing_lose_no_row(client, count):
    item = factories.recommendation(addressees=[factories.actor("Body")])
    officer(client)
    data = form(client, change(item)) | {"addressees-0-role": "support"}
    counts = {name: count for name in data if name.endswith("_FORMS")}

    data = {name: value for name, value in (data | counts).items() if value is not None}
    answer = client.post(change(item), data)

    assert answer.status_code == 302
    assert [(row.actor.name, row.role) for row in item.addressees.all()] == [("Body", "support")]


def test_row_of_another_thing_cannot_be_taken_changed_or_removed(client):
    mine = factories.recommendation("MS2023-01", addressees=[factories.actor("Mine")])
    other = factories.recommendation("MS2023-02", addressees=[factories.actor("Theirs")])
    officer(client)
    data = form(client, change(mine)) | {"addressees-0-id": other.addressees.get().pk}

    client.post(change(mine), data | {"addressees-0-role": "support"})
    client.post(change(mine), data | {"addressees-0-DELETE": "on"})

    assert [(row.actor.name, row.role) for row in other.addressees.all()] == [("Theirs", "lead")]
    assert [row.actor.name for row in mine.addressees.all()] == ["Mine"]


@pytest.mark.parametrize("key", ["0", "-1", "x", "9" * 30, "\x00", ""])
def test_selected_key_that_is_none_is_no_broken_page(client, key):
    factories.recommendation()
    officer(client, "Publishers")
    listed = reverse("admin:recommendations_recommendation_changelist")

    answers = [
        client.post(listed, {"action": action, "_selected_action": [key]}) for action in ("publish", "delete_selected")
    ]

    assert {answer.status_code for answer in answers} <= {200, 302, 400}
    assert Recommendation.objects.count() == 1
