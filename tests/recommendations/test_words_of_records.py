"""The words in which the public log asks for what was recorded: assessments, answers and notes."""

from datetime import UTC, date, datetime

import pytest

from meetings.models import Audience, Publication
from recommendations.models import ProgressNote, Response, Status, StatusChange
from tests import factories as make

pytestmark = pytest.mark.django_db

LATER = date(2025, 6, 1)
LATE_IN_THE_EVENING = datetime(2024, 5, 6, 22, 30, tzinfo=UTC)  # in Amsterdam it is the seventh


def row(reference="MS2023-01", **fields):
    return make.addressee(make.recommendation(reference, published=True, **fields))


def changed(of, status, as_of, recorded, **fields):
    """An assessment recorded on a day of May 2024."""
    number = of.status_changes.count() + 1
    recorded_at = datetime(2024, 5, recorded, tzinfo=UTC)
    given = {"status": status, "as_of": as_of, "basis": "checked", "recorded_at": recorded_at, **fields}
    return of.status_changes.create(number=number, **given)


def previous(of) -> list[tuple]:
    found = StatusChange.objects.filter(addressee=of).with_previous().order_by("number")
    return [(one.previous_state, one.state, one.overtaken) for one in found]


NOT_ASSESSED, NOT_STARTED = Status.NOT_ASSESSED, Status.NOT_STARTED
IN_PROGRESS, PARTLY = Status.IN_PROGRESS, Status.PARTLY_IMPLEMENTED


def test_previous_status_is_that_of_the_latest_day_recorded_before():
    of, other = row(), row("MS2023-02")
    changed(of, NOT_STARTED, date(2024, 1, 1), 1)
    changed(other, PARTLY, date(2024, 3, 1), 2)
    changed(of, IN_PROGRESS, date(2024, 2, 1), 3)
    changed(of, PARTLY, date(2024, 2, 1), 3)

    assert previous(of) == [
        (NOT_ASSESSED, NOT_STARTED, False),
        (NOT_STARTED, IN_PROGRESS, False),
        (IN_PROGRESS, PARTLY, False),
    ]


def test_entry_for_an_earlier_day_is_overtaken():
    of = row()
    changed(of, IN_PROGRESS, date(2024, 3, 1), 1)
    changed(of, NOT_STARTED, date(2024, 1, 1), 2)
    changed(of, PARTLY, date(2024, 4, 1), 3)

    assert previous(of) == [
        (NOT_ASSESSED, IN_PROGRESS, False),
        (IN_PROGRESS, NOT_STARTED, True),
        (IN_PROGRESS, PARTLY, False),
    ]


def test_wrong_entry_was_seen_until_its_correction_and_not_after():
    of = row()
    changed(of, NOT_STARTED, date(2024, 1, 1), 1)
    wrong = changed(of, PARTLY, date(2024, 3, 1), 2)
    changed(of, IN_PROGRESS, date(2024, 2, 1), 3, corrects=wrong)
    changed(of, NOT_STARTED, date(2024, 2, 15), 4)

    assert previous(of) == [
        (NOT_ASSESSED, NOT_STARTED, False),
        (NOT_STARTED, PARTLY, False),
        (PARTLY, IN_PROGRESS, False),
        (IN_PROGRESS, NOT_STARTED, False),
    ]


def kept(queryset) -> list[str]:
    return sorted(one.addressee.recommendation.reference for one in queryset)


def test_records_are_public_with_their_item():
    whole = make.recommendation("MS2023-09")
    archived = {"publication": Publication.ARCHIVED, "archived_on": LATER, "published_on": make.PUBLISHED_ON}
    hidden = make.session(make.meeting("MS2024"))
    items = [
        make.recommendation("MS2023-01", published=True),
        make.recommendation("MS2023-02"),
        make.recommendation("MS2023-03", **archived),
        make.recommendation("MS2023-09.1", part_of=whole, published=True),
        make.recommendation("MS2024-01", hidden, published=True),
    ]
    for of in map(make.addressee, items):
        make.assess(of, IN_PROGRESS)
        make.respond(of, "accepted")
        make.note(of, audience=Audience.PUBLIC)

    assert kept(StatusChange.objects.published()) == ["MS2023-01"]
    assert kept(Response.objects.published()) == ["MS2023-01"]
    assert kept(ProgressNote.objects.published()) == ["MS2023-01"]


def test_answer_that_waits_is_not_public():
    of = row()
    of.responses.create(number=1, received_on=LATER, position="accepted", text="Yes.", channel="letter")
    make.respond(of, "considering")

    assert [one.position for one in Response.objects.published()] == ["considering"]


def test_notes_are_public_with_their_audience_and_what_they_are_on():
    item, draft = make.recommendation(published=True), make.recommendation("MS2023-02")
    hidden = make.session(make.meeting("MS2024"))
    shown = make.action(published=True, answering=[draft])
    actions = [
        make.action("MS2023-A02", answering=[item]),
        make.action("MS2024-A01", published=True, reported_in=hidden),
    ]
    for n, owner in enumerate([item, shown, draft, *actions]):
        make.note(owner, f"Note {n}", audience=Audience.PUBLIC)
    make.note(item, "Network", audience=Audience.NETWORK)
    make.note(item, "Internal")

    assert sorted(note.text for note in ProgressNote.objects.published()) == ["Note 0", "Note 1"]


def test_day_of_entry_is_local_and_for_an_answer_that_of_its_acceptance():
    of = row()
    recorded = {"number": 1, "recorded_at": LATE_IN_THE_EVENING}
    answer = {"received_on": date(2024, 5, 1), "position": "accepted", "text": "Yes.", "channel": "letter"}
    of.status_changes.create(status=IN_PROGRESS, as_of=date(2024, 1, 1), basis="checked", **recorded)
    of.responses.create(accepted_on=date(2024, 5, 1), **answer, **recorded)
    of.responses.create(accepted_on=LATER, **answer, **recorded | {"number": 2})
    of.notes.create(noted_on=date(2024, 1, 1), text="Begun.", who_says="the chair", basis="checked", **recorded)

    def days(rows):
        return [one.entered_on for one in rows.with_entered_on().order_by("number")]

    assert days(StatusChange.objects) == [date(2024, 5, 7)]
    assert days(Response.objects) == [date(2024, 5, 7), LATER]
    assert days(ProgressNote.objects) == [date(2024, 5, 7)]
    for rows in (StatusChange.objects, Response.objects, ProgressNote.objects):
        entered = rows.filter(number=1).with_entered_on()
        assert [entered.entered_since(date(2024, 5, day)).count() for day in (6, 7, 8)] == [1, 1, 0]
        assert [entered.entered_until(date(2024, 5, day)).count() for day in (6, 7, 8)] == [0, 1, 1]


def test_records_are_of_their_item():
    one, other = row("MS2023-01"), row("MS2023-02")
    done = make.action(published=True, answering=[one.recommendation], in_place=[other.recommendation])
    for of in (one, other):
        make.assess(of, IN_PROGRESS)
        make.respond(of, "accepted")
        make.note(of, f"On {of.recommendation.reference}")
        make.note(of.recommendation, f"Of {of.recommendation.reference}")
    make.note(done, "On the action")

    assert kept(StatusChange.objects.of_reference("MS2023-02")) == ["MS2023-02"]
    assert kept(Response.objects.of_reference("MS2023-01")) == ["MS2023-01"]
    assert sorted(note.text for note in ProgressNote.objects.of_reference("MS2023-01")) == [
        "Of MS2023-01",
        "On MS2023-01",
        "On the action",
    ]


def test_records_are_of_the_meeting_of_their_item():
    earlier, later = row("MS2022-01"), row("MS2023-01")
    for of in (earlier, later):
        make.assess(of, IN_PROGRESS)
        make.respond(of, "accepted")
    meeting = later.recommendation.meeting

    assert kept(StatusChange.objects.of_meetings(meeting)) == ["MS2023-01"]
    assert kept(Response.objects.of_meetings(meeting, earlier.recommendation.meeting)) == ["MS2022-01", "MS2023-01"]


def test_note_on_an_action_is_of_the_meetings_that_reported_it_and_whose_items_it_bears_on():
    shown, draft, elsewhere = row("MS2022-01"), make.recommendation("MS2023-01"), row("MS2024-01")
    reported = make.session(make.meeting("MS2025", published=True))
    action = make.action(published=True, answering=[shown.recommendation, draft], reported_in=reported)
    make.note(action, "On the action")
    make.note(elsewhere, "On the row")
    make.note(elsewhere.recommendation, "On the item")

    def notes(*meetings):
        return sorted(note.text for note in ProgressNote.objects.of_meetings(*meetings))

    assert notes(shown.recommendation.meeting) == ["On the action"]
    assert notes(reported.meeting) == ["On the action"]
    assert notes(draft.meeting) == []
    assert notes(elsewhere.recommendation.meeting) == ["On the item", "On the row"]


def test_records_concern_an_actor_through_its_groups_and_members():
    union, france, germany = (make.actor(name) for name in ("Union", "France", "Germany"))
    for country in (france, germany):
        make.member(union, country)
    item = make.recommendation(published=True)
    other = make.recommendation("MS2023-02", published=True)
    for of, who in [(item, union), (other, france)]:
        line = make.addressee(of, who)
        make.assess(line, IN_PROGRESS)
        make.respond(line, "accepted")
        make.note(line, f"On {who.name}")
    make.note(other, "On an item of France")
    make.note(make.action(published=True, responsible=germany), "On an action of Germany")

    def concerning(*actors):
        notes = sorted(note.text for note in ProgressNote.objects.concerning(*actors))
        return kept(StatusChange.objects.concerning(*actors)), kept(Response.objects.concerning(*actors)), notes

    of_france, of_union = ["On France", "On Union", "On an item of France"], ["On Union", "On an action of Germany"]
    assert concerning(france) == (["MS2023-01", "MS2023-02"], ["MS2023-01", "MS2023-02"], of_france)
    assert concerning(germany) == (["MS2023-01"], ["MS2023-01"], of_union)
    assert concerning(union) == (*[["MS2023-01", "MS2023-02"]] * 2, sorted({*of_france, *of_union}))
