"""Two people edit the same thing at the desk: nobody's change is lost, and who changed the same chooses."""

import pytest

from meetings.models import Contribution
from recommendations.models import Recommendation
from tests import factories
from tests.desk import addressed_to, change, errors, form, officer, read, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return factories.recommendation(
        headline="As it was", text="The text as it was.", addressees=[factories.actor("Body")]
    )


@pytest.fixture
def seen(client, item):
    """The item's page as it was when both opened it."""
    officer(client)
    return form(client, change(item))


def kept(item) -> dict:
    return Recommendation.objects.values("headline", "text", "page").get(pk=item.pk)


def taken(answer) -> list[str]:
    """What the page told of somebody else's changes."""
    return [one.partition("kept: ")[2] for one in told(answer) if one.startswith("Somebody else changed")]


def where(page) -> list[str]:
    """The fields that wait for a choice."""
    return [conflict.where for conflict in page.context["conflicts"]]


def chosen(page, name: str, which: str) -> dict:
    """The page as it stands, with one choice made."""
    conflict = next(one for one in page.context["conflicts"] if one.name == name)
    return read(page) | {conflict.choice: getattr(conflict, which)}


def test_changes_in_different_fields_are_both_kept_and_the_second_is_told(client, item, seen):
    client.post(change(item), seen | {"headline": "Of the first", "page": "7"})

    answer = client.post(change(item), seen | {"text": "Of the second."}, follow=True)

    assert kept(item) == {"headline": "Of the first", "text": "Of the second.", "page": 7}
    assert taken(answer) == ["Page: 7; Headline: Of the first."]


def test_change_of_the_same_field_is_refused_and_shows_both_versions(client, item, seen):
    client.post(change(item), seen | {"headline": "Of the first"})

    page = client.post(change(item), seen | {"headline": "Of the second", "page": "7"})

    again = read(page)
    assert where(page) == ["Headline"]
    assert page.content.decode().count("<mark>first</mark>") == page.content.decode().count("<mark>second</mark>") == 1
    assert (again["headline"], again["page"]) == ("Of the second", "7")
    assert kept(item) == {"headline": "Of the first", "text": "The text as it was.", "page": None}


@pytest.mark.parametrize(("which", "headline"), [("taken", "Of the first"), ("kept", "Of the second")])
def test_choice_between_two_versions_is_kept(client, item, seen, which, headline):
    client.post(change(item), seen | {"headline": "Of the first"})
    page = client.post(change(item), seen | {"headline": "Of the second", "page": "7"})

    client.post(change(item), chosen(page, "headline", which))

    assert kept(item) == {"headline": headline, "text": "The text as it was.", "page": 7}


def test_save_without_a_choice_asks_again(client, item, seen):
    client.post(change(item), seen | {"headline": "Of the first"})
    page = client.post(change(item), seen | {"headline": "Of the second"})

    again = client.post(change(item), read(page))

    assert where(again) == ["Headline"]
    assert kept(item)["headline"] == "Of the first"


def test_choice_holds_only_for_the_version_beside_which_it_stood(client, item, seen):
    client.post(change(item), seen | {"headline": "Of the first"})
    page = client.post(change(item), seen | {"headline": "Of the second"})
    Recommendation.objects.update(headline="Of a third")

    again = client.post(change(item), chosen(page, "headline", "kept"))

    assert [one.now for one in again.context["conflicts"]] == ["Of a third"]
    assert kept(item)["headline"] == "Of a third"


def test_same_change_by_both_is_no_conflict(client, item, seen):
    data = seen | {"headline": "Of both"}

    answers = [client.post(change(item), data, follow=True) for _ in range(2)]

    assert [len(told(answer)) for answer in answers] == [1, 1]
    assert kept(item)["headline"] == "Of both"


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"headline": 1}', "0" * 64, "[" * 100_000])
def test_form_of_another_release_loses_nothing_and_asks_for_what_differs(client, item, seen, broken):
    item.headline = "Of the first"
    item.save()

    page = client.post(change(item), seen | {"headline": "Of the second", "seen": broken})
    saved = client.post(change(item), chosen(page, "headline", "kept"))

    assert where(page) == ["Headline"]
    assert (saved.status_code, kept(item)["headline"]) == (302, "Of the second")


def test_choices_dates_ticks_and_several_topics_are_told_as_people_read_them(client, item, seen):
    factories.topic("Training")
    other = factories.topic("Borders")
    client.post(change(item), seen | {"topics": [other.pk], "due_on": "2025-01-02", "priority": "on"})

    answer = client.post(change(item), seen, follow=True)

    item.refresh_from_db()
    assert taken(answer) == ["Topics: Borders; To be done by: 2 Jan 2025; Priority: yes."]
    assert (list(item.topics.all()), str(item.due_on), item.priority) == ([other], "2025-01-02", True)


def test_assessments_and_notes_by_others_are_no_conflict(client, item, seen):
    factories.assess(item.addressees.get(), "in_progress")
    factories.note(item)

    answer = client.post(change(item), seen | {"headline": "New"}, follow=True)

    assert taken(answer) == []
    assert kept(item)["headline"] == "New"


def test_actor_of_a_row_that_was_assessed_meanwhile_can_no_longer_change(client, item, seen):
    factories.assess(item.addressees.get(), "in_progress")
    other = factories.actor("Other")

    page = client.post(change(item), seen | {"addressees-0-actor": other.pk})

    assert errors(page) == ["“Actor” can no longer be changed here. You wrote: Other"]


def test_reference_of_an_item_that_was_published_meanwhile_can_no_longer_change(client, item, seen):
    Recommendation.objects.update(publication="published", published_on="2024-01-01")

    page = client.post(change(item), seen | {"reference": "MS2023-77", "headline": "New"})
    client.post(change(item), read(page))

    assert errors(page) == ["“Reference” can no longer be changed here. You wrote: MS2023-77"]
    assert Recommendation.objects.values_list("reference", "headline").get() == ("MS2023-01", "New")


def test_item_that_was_deleted_meanwhile_can_be_entered_anew_as_typed(client, item, seen):
    item.delete()

    page = client.post(change(item), seen | {"headline": "Typed"})
    client.post(page.context["form_url"], read(page))

    assert errors(page)[0].startswith("Somebody deleted this since you opened it.")
    made = Recommendation.objects.get()
    assert (made.reference, made.headline, [row.actor.name for row in made.addressees.all()]) == (
        "MS2023-01", "Typed", ["Body"],
    )  # fmt: skip


def test_addressee_that_was_removed_meanwhile_leaves_what_was_typed(client, item):
    row = item.addressees.get()
    officer(client)
    typed = form(client, change(row)) | {"naming": "inferred", "inferred_because": "It runs the network."}
    row.delete()

    answer = client.post(change(row), typed, follow=True)

    assert ["It runs the network." in message for message in told(answer)].count(True) == 1


# Rows.


def test_row_that_somebody_else_changed_is_taken_over_and_told(client, item, seen):
    client.post(change(item), seen | {"addressees-0-role": "support"})

    answer = client.post(change(item), seen | {"headline": "New"}, follow=True)

    assert taken(answer) == ["Addressee: MS2023-01: Body, Role: In support."]
    assert item.addressees.get().role == "support"


def test_row_that_both_changed_waits_for_a_choice(client, item, seen):
    inferred = {"addressees-0-naming": "inferred", "addressees-0-inferred_because": "So says the first."}
    client.post(change(item), seen | inferred)

    page = client.post(change(item), seen | inferred | {"addressees-0-inferred_because": "So says the second."})
    client.post(change(item), chosen(page, "inferred_because", "kept"))

    assert where(page) == ["MS2023-01: Body: Inferred because"]
    assert item.addressees.get().inferred_because == "So says the second."


def test_row_that_somebody_else_added_stays_and_is_told(client, item, seen):
    factories.addressee(item, factories.actor("Added"))

    answer = client.post(change(item), seen | {"headline": "New"}, follow=True)

    assert taken(answer) == ["Addressee: added: MS2023-01: Added."]
    assert sorted(row.actor.name for row in item.addressees.all()) == ["Added", "Body"]


def test_row_that_somebody_else_added_is_looked_at_with_those_typed(client, seen, item):
    client.post(change(item), seen | {"addressees-0-DELETE": "on"} | _new_row(None))

    page = client.post(change(item), seen | _new_row(factories.actor("Mine")))

    assert errors(page) == ["“Nobody named” stands alone: remove it, or the actors beside it."]


def test_row_that_both_added_is_there_once(client, item, seen):
    other = factories.actor("Other")
    data = seen | _new_row(other)

    for _ in range(2):
        client.post(change(item), data)

    assert sorted(row.actor.name for row in item.addressees.all()) == ["Body", "Other"]


def test_rows_without_a_rule_against_doubles_are_there_once_too(client):
    session = factories.session()
    officer(client)
    data = form(client, change(session)) | {"contributions-0-who": "a judge", "contributions-0-on_what": "a case"}

    for _ in range(2):
        client.post(change(session), data)

    assert list(Contribution.objects.values_list("order", "who")) == [(1, "a judge")]


def test_row_that_somebody_else_removed_goes_and_is_told(client, item, seen):
    item.addressees.all().delete()

    answer = client.post(change(item), seen | {"headline": "New"}, follow=True)

    assert taken(answer) == ["Addressee: removed: Body, no, Lead, Stated in the text."]
    assert item.addressees.count() == 0


def test_row_that_i_changed_and_somebody_else_removed_is_entered_again_by_a_second_save(client, item, seen):
    item.addressees.all().delete()

    page = client.post(change(item), seen | {"addressees-0-role": "support"})
    before = item.addressees.count()
    client.post(change(item), read(page))

    assert errors(page)[0].startswith("Somebody removed this row since you opened it.")
    assert (before, item.addressees.get().role) == (0, "support")


def test_row_that_i_removed_and_somebody_else_changed_stays_until_it_is_removed_again(client, item, seen):
    item.addressees.update(role="support")

    page = client.post(change(item), seen | {"addressees-0-DELETE": "on"})
    before = item.addressees.count()
    client.post(change(item), read(page) | {"addressees-0-DELETE": "on"})

    assert errors(page)[0].startswith("Somebody changed this row since you opened it.")
    assert (before, item.addressees.count()) == (1, 0)


def test_row_that_both_removed_is_gone(client, item, seen):
    data = seen | {"addressees-0-DELETE": "on"}

    answers = [client.post(change(item), data).status_code for _ in range(2)]

    assert (answers, item.addressees.count()) == ([302, 302], 0)


def _new_row(who) -> dict:
    """One more row at the end, as a browser with its script sends it."""
    return {name.replace("-0-", "-1-"): value for name, value in addressed_to(who).items()} | {
        "addressees-TOTAL_FORMS": 2
    }
