from dataclasses import dataclass

from recommendations.models.scales import Status


@dataclass
class StateOfPlay:
    """How many of some recommendations stand where, in the order of the scale, without those where none stands."""

    counts: list[tuple[Status, int]]

    @classmethod
    def of(cls, counts: dict[str, int]) -> "StateOfPlay":
        return cls([(status, counts[status]) for status in Status if status in counts])

    @property
    def total(self) -> int:
        return sum(n for _, n in self.counts)

    @property
    def unassessed(self) -> int:
        return dict(self.counts).get(Status.NOT_ASSESSED, 0)

    @property
    def assessed(self) -> int:
        return self.total - self.unassessed
