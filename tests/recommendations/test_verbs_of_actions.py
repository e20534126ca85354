"""What happens to follow-up actions, and how things become public. Each refusal changes nothing."""

from datetime import date

import pytest
from django.utils import timezone

from recommendations.models import FollowUpAction
from tests import factories as make
from tests.refusal import codes, refusal

pytestmark = pytest.mark.django_db

DAY, LATER = date(2024, 3, 1), date(2024, 6, 1)

VERBS = {
    "start": {"on": DAY},
    "complete": {"on": LATER},
    "hold": {"reason": "No money."},
    "cancel": {"reason": "No need."},
}
STATES = {
    "planned": {},
    "in_progress": {"started_on": DAY},
    "on_hold": {"reason": "No money."},
    "completed": {"completed_on": DAY},
    "cancelled": {"reason": "No need."},
}
BECOMES = {
    ("planned", "start"): "in_progress",
    ("planned", "complete"): "completed",
    ("planned", "hold"): "on_hold",
    ("planned", "cancel"): "cancelled",
    ("in_progress", "complete"): "completed",
    ("in_progress", "hold"): "on_hold",
    ("in_progress", "cancel"): "cancelled",
    ("on_hold", "start"): "in_progress",
    ("on_hold", "complete"): "completed",
    ("on_hold", "cancel"): "cancelled",
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", STATES)
def test_action_goes_from_state_to_state(state, verb):
    action = make.action(status=state, **STATES[state])

    if expected := BECOMES.get((state, verb)):
        getattr(action, verb)(**VERBS[verb])
    else:
        assert codes(refusal(getattr(action, verb), **VERBS[verb])) == ["state"]

    assert action.status == (expected or state)
    assert FollowUpAction.objects.get().status == action.status


def test_start_records_the_date_as_exactly_as_it_is_known():
    action = make.action(status="on_hold", reason="No money.")

    action.start(on=date(2024, 7, 31), precision="month")

    action.refresh_from_db()
    assert (action.started, action.reason) == ("July 2024", "")


def test_complete_records_the_date_as_exactly_as_it_is_known():
    action = make.action(status="on_hold", reason="No money.")

    action.complete(on=date(2024, 12, 31), precision="year")

    action.refresh_from_db()
    assert (action.completed, action.reason) == ("2024", "")


@pytest.mark.parametrize(("verb", "status"), [("hold", "on_hold"), ("cancel", "cancelled")])
def test_action_stops_with_a_reason_and_keeps_its_dates(verb, status):
    action = make.action(status="in_progress", started_on=DAY, due_on=LATER)

    getattr(action, verb)(reason="No money.")

    action.refresh_from_db()
    assert (action.status, action.reason, action.started_on, action.due_on) == (status, "No money.", DAY, LATER)


@pytest.mark.parametrize("verb", ["hold", "cancel"])
def test_action_does_not_stop_without_a_reason(verb):
    action = make.action()

    assert refusal(getattr(action, verb), reason=" ").messages == ["Say why the action is on hold or was cancelled."]
    assert action.status == "planned"


def test_complete_before_the_start_is_refused():
    action = make.action(status="in_progress", started_on=LATER)

    assert refusal(action.complete, on=DAY).messages == [
        "An action is completed on or after the day on which it started."
    ]
    assert (action.status, action.completed_on) == ("in_progress", None)


def test_complete_by_month_needs_the_last_day_of_it():
    action = make.action()

    assert len(refusal(action.complete, on=DAY, precision="month").messages) == 1


def test_action_moves_on_from_where_it_is_not_from_where_it_was_read():
    action = make.action()
    FollowUpAction.objects.get().cancel(reason="No need.")

    assert codes(refusal(action.start, on=DAY)) == ["state"]


# Publication: meetings, items, actions and challenges alike.


def sound_item(**fields):
    return make.recommendation(addressees=[None], **fields)


PUBLISHABLE = [make.meeting, sound_item, make.action, make.challenge]
WAYS = {
    ("draft", "submit"): "in_review",
    ("draft", "publish"): "published",
    ("in_review", "send_back"): "draft",
    ("in_review", "publish"): "published",
    ("published", "archive"): "archived",
}
FROM = {
    "draft": {},
    "in_review": {"publication": "in_review"},
    "published": {"published": True},
    "archived": {"publication": "archived", "published_on": DAY, "archived_on": DAY},
}


@pytest.mark.parametrize("maker", PUBLISHABLE)
@pytest.mark.parametrize("verb", ["submit", "send_back", "publish", "archive"])
@pytest.mark.parametrize("state", FROM)
def test_publication_goes_from_state_to_state(maker, state, verb):
    thing = maker(**FROM[state])
    arguments = {"reason": "Mend the date."} if verb == "send_back" else {}

    if expected := WAYS.get((state, verb)):
        getattr(thing, verb)(**arguments)
    else:
        assert codes(refusal(getattr(thing, verb), **arguments)) == ["state"]

    assert thing.publication == (expected or state)
    assert type(thing).objects.get(pk=thing.pk).publication == thing.publication


@pytest.mark.parametrize("maker", PUBLISHABLE)
def test_published_and_archived_things_say_since_when(maker):
    thing = maker()

    thing.publish(on=DAY)
    thing.archive(on=LATER)

    thing.refresh_from_db()
    assert (thing.published_on, thing.archived_on) == (DAY, LATER)


@pytest.mark.parametrize("maker", PUBLISHABLE)
def test_publication_and_archiving_happen_today_unless_said(maker):
    thing = maker()

    thing.publish()
    thing.archive()

    assert (thing.published_on, thing.archived_on) == (timezone.localdate(), timezone.localdate())


@pytest.mark.parametrize("maker", PUBLISHABLE)
def test_archive_before_publication_is_refused(maker):
    thing = maker()
    thing.publish(on=LATER)

    assert refusal(thing.archive, on=DAY).messages == ["A thing is archived on or after the day of its publication."]
    assert (thing.publication, thing.archived_on) == ("published", None)


def test_send_back_says_why_until_it_is_sent_again():
    item = sound_item()
    item.submit()

    item.send_back(reason="Mend the date.")
    item.refresh_from_db()
    assert item.sent_back_because == "Mend the date."

    item.submit()
    item.refresh_from_db()
    assert item.sent_back_because == ""


def test_send_back_without_a_reason_is_refused():
    item = sound_item()
    item.submit()

    assert codes(refusal(item.send_back, reason=" ")) == ["reason"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"addressees": [None], "position": " "}, "MS2023-01: say where in the report it stands."),
        ({}, "MS2023-01: name an addressee, or choose “nobody named”."),
    ],
)
def test_publish_names_what_is_missing(fields, problem):
    error = refusal(make.recommendation(**fields).publish)

    assert (codes(error), error.messages) == (["incomplete"], [problem])


def test_publish_a_divided_item_with_addressees_is_refused():
    whole = sound_item()
    make.recommendation("MS2023-01.1", part_of=whole, addressees=[None])

    error = refusal(whole.publish)

    assert error.messages == ["MS2023-01 is divided; its addressees belong to its parts."]


def test_publish_a_whole_publishes_the_parts_that_wait():
    whole = make.recommendation()
    draft, reviewed, archived = (
        make.recommendation(f"MS2023-01.{n}", part_of=whole, addressees=[None], **fields)
        for n, fields in enumerate([{}, FROM["in_review"], FROM["archived"]], 1)
    )

    whole.publish(on=LATER)

    for item in (draft, reviewed, archived):
        item.refresh_from_db()
    assert (draft.publication, reviewed.publication, archived.publication) == ("published", "published", "archived")
    assert (draft.published_on, reviewed.published_on, archived.published_on) == (LATER, LATER, DAY)


def test_publish_a_whole_with_an_incomplete_part_publishes_nothing():
    whole = make.recommendation()
    make.recommendation("MS2023-01.1", part_of=whole, addressees=[None])
    make.recommendation("MS2023-01.2", part_of=whole)

    error = refusal(whole.publish)

    assert (codes(error), error.messages) == (
        ["incomplete"],
        ["MS2023-01.2: name an addressee, or choose “nobody named”."],
    )


def test_publish_what_restates_another_needs_no_addressee_but_the_other_to_be_public():
    lead = sound_item()
    again = make.recommendation("MS2023-02", restates=lead)

    assert refusal(again.publish).messages == ["MS2023-02 restates MS2023-01; publish that first."]

    lead.publish()
    again.publish()
    assert again.publication == "published"


def test_action_is_verified_once_and_only_when_completed():
    action, officer = make.action(), make.user()

    assert codes(refusal(action.verify, on=LATER)) == ["state"]

    action.complete(on=date(2024, 3, 1))
    action.verify(on=LATER, by=officer)

    action.refresh_from_db()
    assert (action.verified_on, action.verified_by) == (LATER, officer)
    assert codes(refusal(action.verify, on=LATER)) == ["state"]


def test_action_is_not_verified_before_its_completion():
    action = make.action()
    action.complete(on=LATER)

    assert "on or after the day of its completion" in str(refusal(action.verify, on=date(2024, 3, 1)))
