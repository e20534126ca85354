"""The report's own words at a position.

A position is counted within a section and is one of

    paragraph N [to K]
    paragraph N, sentence M [to K]
    bullet N [to K]
    bullet N, sentence M [to K]
    bullet N, sub-bullet M [to K]
    bullet N, sub-bullet M, sentence L [to K]

where paragraphs are all that is neither bullet nor heading, bullets are counted through the section, and sub-bullets
within their bullet.

What is quoted can be understood alone. A sentence that goes on in a list is quoted with all of its list; a piece of
such a list with the sentence that introduces it, “[…]” for the pieces left out between, and without “; and” at its end.
"""

import re

from recommendations.intake.report import Block, Section

COUNT = r"[0-9]{1,3}"
POSITION = re.compile(
    rf"(?:paragraph {COUNT}|bullet {COUNT}(?:, sub-bullet {COUNT})?)(?:, sentence {COUNT})?(?: to {COUNT})?"
)
# Where a section or a block keeps what is counted in it.
HELD = {"paragraph": "paragraphs", "bullet": "bullets", "sub-bullet": "bullets", "sentence": "sentences"}
LOOSE_END = re.compile(r"[;,]?(?:\s(?:and|or))?$")


class NotThere(LookupError):
    """The report has no such place; the message says why."""


def passage(report: dict[int, Section], number: int, position: str) -> str:
    """What a section of the report says at a position. Raises NotThere."""
    if not POSITION.fullmatch(position):
        raise NotThere(f"“{position}” is not a position such as “bullet 3, sentence 2”")
    if number not in report:
        raise NotThere(f"the report has no section {number}")
    place, _, to = position.partition(" to ")
    *outer, (kind, first) = [step.rsplit(" ", 1) for step in place.split(", ")]
    within = report[number]
    for step, count in outer:
        [within] = _counted(within, step, count, count)
    found = _counted(within, kind, first, to or first)
    if kind != "sentence":
        return _introduced(found[0], " ".join(block.whole for block in found))
    ends = int(to or first) == len(within.sentences)
    text = " ".join([*found, *within.rest] if ends else found)
    return _introduced(within, text) if int(first) == 1 else text


def _counted(within: Section | Block, kind: str, first: str, last: str) -> list:
    """The things of a kind, counted from one."""
    things = getattr(within, HELD[kind])
    if not 1 <= int(first) <= int(last) <= len(things):
        raise NotThere(f"there is no {kind} {first}{f' to {last}' if last != first else ''}, only {len(things)}")
    return things[int(first) - 1 : int(last)]


def _introduced(block: Block, text: str) -> str:
    """The beginning of a block with the sentence that it completes, if it does."""
    above = block.under
    if not (above and above.unfinished):
        return text
    gap = "" if block is above.bullets[0] else "[…] "
    return f"{above.sentences[-1]} {gap}{LOOSE_END.sub('', text)}"
