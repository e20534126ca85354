"""One story of notes, answers and assessments: its order, and what each assessment changed."""

from datetime import date

import pytest

from meetings.models import Audience
from recommendations.item.timeline import latest_assessment, timeline
from recommendations.models import (
    FollowUpAction,
    Precision,
    ProgressNote,
    Response,
    ResponsePosition,
    Status,
    StatusChange,
)
from tests.factories import action, actor, addressee, assess, evidence, note, recommendation, respond

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY = date(2024, 5, 2), date(2024, 6, 2), date(2024, 7, 2)
PUBLIC = Audience.PUBLIC


@pytest.fixture
def row():
    return addressee(recommendation("MS2023-01", published=True), actor("Court"))


def told(item) -> list[tuple]:
    """The assessments of an item's timeline, the newest first: addressee, before, after."""
    changes = StatusChange.objects.for_item(item)
    return [(one.change.addressee.name, one.before, one.change.state) for one in timeline([], [], changes)]


def test_timeline_is_one_story_newest_first(row):
    respond(row, ResponsePosition.ACCEPTED, JUNE)
    assess(row, Status.IN_PROGRESS, JULY)
    note(row, "Noted.", date(2024, 6, 30), precision=Precision.MONTH)
    assess(row, Status.NOT_STARTED, MAY)
    assess(row, Status.IN_PROGRESS, MAY)
    item = row.recommendation

    entries = timeline(
        ProgressNote.objects.for_item(item, []), Response.objects.for_item(item), StatusChange.objects.for_item(item)
    )

    assert [(entry.day, entry.note or entry.answer or entry.change.state) for entry in entries] == [
        ("2 Jul 2024", Status.IN_PROGRESS),
        ("June 2024", ProgressNote.objects.get()),
        ("2 Jun 2024", Response.objects.get()),
        ("2 May 2024", Status.IN_PROGRESS),
        ("2 May 2024", Status.NOT_STARTED),
    ]


def test_assessment_is_shown_from_old_to_new_for_each_addressee(row):
    other = addressee(row.recommendation, actor("Police"))
    assess(row, Status.IN_PROGRESS, JUNE)
    assess(other, Status.NOT_STARTED, JULY)
    assess(row, Status.NOT_STARTED, MAY)  # recorded later, of an earlier day

    assert told(row.recommendation) == [
        ("Police", Status.NOT_ASSESSED, Status.NOT_STARTED),
        ("Court", Status.NOT_STARTED, Status.IN_PROGRESS),
        ("Court", Status.NOT_ASSESSED, Status.NOT_STARTED),
    ]


def test_correction_replaces_what_was_wrong_and_that_no_longer_counts(row):
    assess(row, Status.NOT_STARTED, MAY)
    wrong = assess(row, Status.IMPLEMENTED, JUNE)
    row.correct(wrong, status=Status.IN_PROGRESS, as_of=JUNE, basis="document")
    assess(row, Status.PARTLY_IMPLEMENTED, JULY)

    assert told(row.recommendation) == [
        ("Court", Status.IN_PROGRESS, Status.PARTLY_IMPLEMENTED),
        ("Court", Status.IMPLEMENTED, Status.IN_PROGRESS),
        ("Court", Status.NOT_STARTED, Status.IMPLEMENTED),
        ("Court", Status.NOT_ASSESSED, Status.NOT_STARTED),
    ]


def test_latest_assessment_is_the_newest_that_counts(row):
    changes = StatusChange.objects.for_item(row.recommendation)
    none = latest_assessment(changes)
    kept = assess(row, Status.NOT_STARTED, MAY)
    wrong = assess(row, Status.IN_PROGRESS, JULY)
    before = latest_assessment(changes.all())
    row.correct(wrong, status=Status.NOT_ASSESSED, as_of=JULY, basis="checked")

    assert [none, before, latest_assessment(changes.all())] == [None, wrong, kept]


def test_records_for_an_item_are_those_of_its_addressees(row):
    other = addressee(recommendation("MS2023-02"), row.actor)
    for one in (row, other):
        assess(one, Status.IN_PROGRESS)
        respond(one, ResponsePosition.ACCEPTED)

    assert [change.addressee for change in StatusChange.objects.for_item(row.recommendation)] == [row]
    assert [answer.addressee for answer in Response.objects.for_item(row.recommendation)] == [row]


def test_notes_for_an_item_are_its_own_its_addressees_and_those_of_the_actions_named(row):
    item = row.recommendation
    done, other = action("MS2023-A01"), action("MS2023-A02")
    for owner in (item, row, done, other, recommendation("MS2023-02")):
        note(owner, str(owner))

    assert {one.text for one in ProgressNote.objects.for_item(item, [done])} == {str(item), str(row), str(done)}


def test_actions_for_an_item_say_how_they_bear_on_it(row):
    other = recommendation("MS2023-02")
    action("MS2023-A01", answering=[row.recommendation], in_place=[other])
    action("MS2023-A02", answering=[other])

    found = FollowUpAction.objects.for_item(row.recommendation)

    assert [(one.reference, one.relation) for one in found] == [("MS2023-A01", "answering")]


def test_proofs_are_what_everybody_may_read(row):
    proofs = [evidence("Law", audience=PUBLIC), evidence("Letter"), evidence("Report", audience=PUBLIC)]
    law, report = ({"title": title, "url": "https://example.org/report"} for title in ("Law", "Report"))
    assess(row, Status.IMPLEMENTED, evidence=proofs)
    respond(row, ResponsePosition.ACCEPTED, MAY, evidence=[evidence("Law", audience=PUBLIC)])
    respond(row, ResponsePosition.ACCEPTED, JUNE, evidence=[evidence("Law", audience=PUBLIC)], audience=PUBLIC)
    done = action("MS2023-A01")
    evidence("Report", audience=PUBLIC, action=done).save()

    assert [change.proofs for change in StatusChange.objects.with_proofs()] == [[law, report]]
    assert [answer.proofs for answer in Response.objects.with_proofs().order_by("number")] == [[], [law]]
    assert [one.proofs for one in FollowUpAction.objects.with_proofs()] == [[report]]


def test_newer_reference_is_told_once_everybody_may_read_it(row):
    newer = recommendation("MS2024-01", addressees=[actor()])
    assess(row, Status.NO_LONGER_APPLICABLE, newer=newer)

    draft = StatusChange.objects.with_newer_reference().get().newer_reference
    newer.publish()

    assert [draft, StatusChange.objects.with_newer_reference().get().newer_reference] == [None, "MS2024-01"]
