"""What became of a recommendation, as one story: notes, answers and changes of status."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import formats

from recommendations.models import ProgressNote, Response, Status, StatusChange


@dataclass
class Entry:
    """Something that was noted, answered or found on a day; one of the three is there."""

    on: date
    day: str  # as exactly as its source gives it
    recorded_at: datetime
    note: ProgressNote | None = None
    answer: Response | None = None
    change: StatusChange | None = None
    before: Status | None = None  # which status the change replaced


def timeline(notes, answers, changes) -> list[Entry]:
    """The newest first; of one day, what was recorded last."""
    entries = [
        *(Entry(note.noted_on, note.noted, note.recorded_at, note=note) for note in notes),
        *(_entry(answer.received_on, answer, answer=answer) for answer in answers),
        *(_entry(change.as_of, change, change=change, before=before) for change, before in _from_to(changes)),
    ]
    return sorted(entries, key=lambda entry: (entry.on, entry.recorded_at), reverse=True)


def latest_assessment(changes) -> StatusChange | None:
    """The newest finding that counts."""
    counting = [change for change in changes if _counts(change) and change.status != Status.NOT_ASSESSED]
    return max(counting, key=_order, default=None)


def _entry(on, record, **what) -> Entry:
    return Entry(on, formats.date_format(on), record.recorded_at, **what)


def _from_to(changes):
    """Each change with the status that its addressee had until then. A correction replaces what was wrong."""
    held = {}
    for change in sorted(changes, key=_order):
        before = held.get(change.addressee_id, Status.NOT_ASSESSED)
        yield change, change.corrects.state if change.corrects else before
        if _counts(change):
            held[change.addressee_id] = change.state


def _counts(change) -> bool:
    return not hasattr(change, "corrected_by")


def _order(change) -> tuple:
    return change.as_of, change.recorded_at, change.number
