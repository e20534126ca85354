"""What the modules of the example share: its days, and what they have entered so far."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import yaml

from meetings.models import Publishable
from recommendations.models import Evidence, Precision

FOLDER = Path(__file__).parent
MEETINGS = 4
SINCE_LAST_MEETING = timedelta(days=400)
WEDNESDAY = 2
TO_PUBLICATION = 95  # days from a meeting to its report


def table(name: str):
    """What one of the YAML files says."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@dataclass
class Register:
    """The example as far as it is entered, by the keys of the YAML files: `2-07` is the second meeting's item 07."""

    on: date
    actors: dict = field(default_factory=dict)
    officers: dict = field(default_factory=dict)  # who proposes, and who confirms
    topics: dict = field(default_factory=dict)
    instruments: dict = field(default_factory=dict)
    sessions: dict = field(default_factory=dict)  # by meeting and number
    items: dict = field(default_factory=dict)
    courses: dict = field(default_factory=dict)  # by item and addressee

    def first_day(self, meeting: int) -> date:
        """The second Wednesday of the month in which the network meets."""
        last = self.on - SINCE_LAST_MEETING
        first = date(last.year - MEETINGS + meeting, last.month, 1)
        return first + timedelta(days=(WEDNESDAY - first.weekday()) % 7 + 7)

    def last_day(self, meeting: int) -> date:
        return self.first_day(meeting) + timedelta(days=1)

    def code(self, meeting: int) -> str:
        return f"EX{self.first_day(meeting).year}"

    def reference(self, key: str, letter: str = "") -> str:
        """`2-07` → EX2023-07, or with the letter of its noun EX2023-A07."""
        meeting, number = key.split("-")
        return f"{self.code(int(meeting))}-{letter}{number}"

    def around(self, days: int) -> date:
        """Days after the day of the example, or before it."""
        return self.on + timedelta(days=days)

    def day(self, meeting: int, days: int) -> date:
        """From 0 up after the meeting; below 0 before the day of the example."""
        return self.around(days) if days < 0 else self.last_day(meeting) + timedelta(days=days)

    def rough(self, meeting: int, said: int | str) -> tuple[date, Precision]:
        """`300`, or `300 month` for a day of which only the month is known."""
        days, _, precision = str(said).partition(" ")
        return roughly(self.day(meeting, int(days)), Precision(precision or "day"))

    def publish(self, thing: Publishable, meeting: int, leave: str = "published") -> None:
        """Bring a draft to where it is to be left on its way to the public and back."""
        public, gone = self.day(meeting, TO_PUBLICATION), self.day(meeting, TO_PUBLICATION + 60)
        match leave:
            case "published" | "archived":
                thing.publish(on=public, moved_at=entered(public))
            case "in_review":
                thing.submit(moved_at=entered(public))
        if leave == "archived":
            thing.archive(on=gone, moved_at=entered(gone))


def roughly(day: date, precision: Precision) -> tuple[date, Precision]:
    """The day as it is stored where only its month or its year is known: the last of it."""
    match precision:
        case Precision.MONTH:
            day = (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        case Precision.YEAR:
            day = day.replace(month=12, day=31)
    return day, precision


def entered(day: date, later: int = 0) -> datetime:
    """The moment at which the secretariat recorded what happened on a day."""
    return datetime.combine(day + timedelta(days=later), time(9 + later, 10 * later), UTC)


def proof(title: str, path: str, audience: str) -> Evidence:
    """Evidence not saved yet, as the verbs take it."""
    return Evidence(title=title, url=f"https://evidence.example.org/{path.lower()}", audience=audience)
