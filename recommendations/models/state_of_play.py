from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.formats import number_format

from recommendations.models.scales import Status

# Of the whole width: what is narrower could not be seen.
NARROWEST_SEGMENT = 0.02
# In pixels: the bar on the smallest phone, and what a shape and each figure of a number take there.
NARROWEST_BAR, SHAPE_WIDTH, FIGURE_WIDTH = 280, 24, 9


@dataclass
class Segment:
    """A status's part of the bar; its start and width are parts of the whole."""

    status: Status
    n: int
    start: float
    width: float

    @property
    def x(self) -> str:
        return f"{self.start:.2%}"

    @property
    def share(self) -> str:
        return f"{self.width:.2%}"

    @property
    def holds_its_number(self) -> bool:
        needed = SHAPE_WIDTH + FIGURE_WIDTH * len(number_format(self.n, force_grouping=True))
        return self.width * NARROWEST_BAR >= needed


@dataclass
class StateOfPlay:
    """How many of some recommendations stand where, in the order of the scale, without those where none stands.

    Where several rows of one recommendation are counted, it can stand in several places: then the numbers add up to
    more than the total.
    """

    counts: list[tuple[Status, int]]
    total: int
    assessed: int
    closed: int

    @classmethod
    def of(cls, counts: dict[str, int]) -> "StateOfPlay":
        """Of recommendations that stand in one place each."""
        return cls(
            in_order(counts),
            total=sum(counts.values()),
            assessed=sum(n for status, n in counts.items() if status != Status.NOT_ASSESSED),
            closed=sum(n for status, n in counts.items() if status in Status.CLOSED),
        )

    @property
    def overlaps(self) -> bool:
        """Whether a recommendation stands in more than one place."""
        return sum(n for _status, n in self.counts) > self.total

    @property
    def unassessed(self) -> int:
        return dict(self.counts).get(Status.NOT_ASSESSED, 0)

    @property
    def segments(self) -> list[Segment]:
        """The bar: a segment for each status, as wide as its share, none too narrow to be seen."""
        every = sum(n for _status, n in self.counts)
        widths = [max(n / every, NARROWEST_SEGMENT) for _status, n in self.counts]
        segments, start = [], 0.0
        for (status, n), width in zip(self.counts, widths, strict=True):
            share = width / sum(widths)
            segments.append(Segment(status, n, start, share))
            start += share
        return segments

    @property
    def assessed_query(self) -> str:
        """What asks the list for all that were assessed."""
        return urlencode([("status", status) for status in Status.values if status != Status.NOT_ASSESSED])


def in_order(counts: dict[str, int]) -> list[tuple[Status, int]]:
    return [(status, counts[status]) for status in Status if counts.get(status)]
