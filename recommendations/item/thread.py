"""The thread of a recommendation through the years: where it was asked first, asked again, changed and replaced."""

import re
from dataclasses import dataclass, field

from actors.wording import difference
from recommendations.models import LinkKind, Recommendation


@dataclass
class Continued:
    """An earlier recommendation that a stop of the thread continues, and what became of its words."""

    kind: LinkKind
    earlier: Recommendation
    wording: list[tuple[str, str]]

    @property
    def reworded(self) -> bool:
        return any(what != "same" for what, _words in self.wording)


@dataclass
class Stop:
    """One recommendation of the thread."""

    item: Recommendation
    current: bool
    continues: list[Continued] = field(default_factory=list)

    @property
    def year(self) -> int:
        return self.item.meeting.starts_on.year


@dataclass
class Thread:
    """The recommendations that one of them is joined to, the oldest first."""

    stops: list[Stop] = field(default_factory=list)
    since: int | None = None  # the year in which the current one was asked first; empty = not asked before
    superseded_by: list[Recommendation] = field(default_factory=list)


def thread(item: Recommendation, links, shown: dict[int, Recommendation]) -> Thread:
    """The thread of an item, made of links between any items. `shown` holds those that may be seen, by their id.

    One that may not be seen does not break the thread: what continues it continues what it continued.
    """
    kinds = {}
    for link in links:
        kinds.setdefault(link.later_id, {})[link.earlier_id] = link.kind
    earlier = {one: _continued(one, kinds, shown) for one in shown}
    joined = _reached(item.pk, _both_ways(earlier))
    if len(joined) == 1:
        return Thread()
    order = sorted((shown[one] for one in joined), key=_by_issue)
    stops = [Stop(one, one.pk == item.pk, _told(one, earlier[one.pk], shown)) for one in order]
    first = min((shown[one] for one in _reached(item.pk, earlier)), key=_by_issue)
    since = first.meeting.starts_on.year if first.pk != item.pk else None
    newer = [one for one in order if earlier[one.pk].get(item.pk) == LinkKind.SUPERSEDES]
    return Thread(stops, since, newer)


def _continued(one: int, kinds: dict, shown) -> dict[int, LinkKind]:
    """The nearest that may be seen of what an item continues, each with the kind of link to it."""
    found, seen, ahead = {}, {one}, [(one, LinkKind.REPEATS)]
    for behind, so_far in ahead:
        for earlier, kind in kinds.get(behind, {}).items():
            if earlier in seen:
                continue
            seen.add(earlier)
            kind = max(so_far, LinkKind(kind), key=LinkKind.CONTINUING.index)
            if earlier in shown:
                found[earlier] = kind
            else:
                ahead.append((earlier, kind))
    return found


def _both_ways(earlier: dict) -> dict[int, set[int]]:
    near = {one: set(those) for one, those in earlier.items()}
    for one, those in earlier.items():
        for other in those:
            near[other].add(one)
    return near


def _reached(start: int, near: dict) -> set[int]:
    reached, ahead = {start}, [start]
    for one in ahead:
        new = [other for other in near[one] if other not in reached]
        reached.update(new)
        ahead += new
    return reached


def _told(one, continues, shown) -> list[Continued]:
    earlier = sorted((shown[pk] for pk in continues), key=_by_issue)
    return [Continued(continues[other.pk], other, difference(other.text, one.text)) for other in earlier]


def _by_issue(item) -> tuple:
    return item.issued_on, [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", item.reference)]
