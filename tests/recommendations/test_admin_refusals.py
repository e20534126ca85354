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
