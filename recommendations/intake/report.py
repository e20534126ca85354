"""A report as a person sees it: sections, in them paragraphs and bullets, in those sentences. Knows no database."""

import re
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise, takewhile

from recommendations.intake.plain import PAGE_BREAK, Unreadable, flow, hyphenated, lines

HEADING = re.compile(r"\s*(?:([0-9]{1,2})\.\s+(\S.*)|(introduction))", re.IGNORECASE)
# What stands behind a title in a table of contents.
LEADER = " \t.…·_0123456789"
BULLET = re.compile(r"(\s*)([-–—•‣▪●■◦○*·]|o(?=\s|$))(?:\s+(.*)|$)")
SUB_BULLETS = "◦○o"
# A line of its own, no longer than this, that does not end like a sentence is a subheading.
SUBHEADING_LENGTH = 80
FINISHED = re.compile(r"[.:;!?…][”’\"')\]]*$")

SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9À-ÖØ-Þ])")
# A full stop that ends no sentence, or none before a number. “etc.” is not here: where a capital letter follows it, a
# sentence has ended.
LONGEST = 12  # characters of any of them
ABBREVIATION = re.compile(
    r"(?<![^\s(“‘\"'])(?:(?i:e\.g|i\.e|cf|vs|viz|approx|incl|esp|resp|mr|mrs|ms|dr|prof|st)|(?:[A-Z]\.)*[A-Z])\.$"
)
BEFORE_NUMBER = re.compile(r"(?<![^\s(])(?:arts?|nos?|pp?|paras?|figs?|chs?|secs?|vols?|ca)\.$", re.IGNORECASE)

Heading = tuple[int, str]


@dataclass
class Block:
    """A paragraph or a bullet: its text, the block that introduces it, and the bullets beneath it."""

    text: str
    under: "Block | None" = field(default=None, repr=False, compare=False)
    bullets: list["Block"] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        return sentences(self.text)

    @property
    def unfinished(self) -> bool:
        """Whether its last sentence goes on in its bullets, as the first of them shows."""
        if not (self.text.endswith(":") and self.bullets):
            return False
        first = self.bullets[0].text
        return first[0].islower() or first.endswith((";", ","))

    @property
    def rest(self) -> list[str]:
        """The bullets in which its last sentence goes on."""
        return [bullet.whole for bullet in self.bullets] if self.unfinished else []

    @property
    def whole(self) -> str:
        return " ".join([self.text, *self.rest])


@dataclass
class Section:
    """A numbered section; paragraphs and bullets are each counted through it. The introduction is number 0."""

    paragraphs: list[Block] = field(default_factory=list)
    bullets: list[Block] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        """All that holds sentences, sub-bullets too."""
        beneath = [block for bullet in self.bullets for block in bullet.bullets]
        return [*self.paragraphs, *self.bullets, *beneath]


def read(text: str) -> dict[int, Section]:
    """The sections of a report by number. Raises Unreadable where there are none."""
    sections = _split(lines(text))
    if not sections:
        raise Unreadable("no section was found: neither “Introduction” nor “1. …” stands on a line of its own")
    known = hyphenated(text)
    return {number: _section(body, known) for number, body in sections.items()}


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    found, begin = [], 0
    for end in SENTENCE_END.finditer(text):
        tail = max(begin, end.start() - LONGEST), end.start() + len(end.group().rstrip())
        if ABBREVIATION.search(text, *tail) or (text[end.end()].isdigit() and BEFORE_NUMBER.search(text, *tail)):
            continue
        found.append(text[begin : end.end()].rstrip())
        begin = end.end()
    return [*found, text[begin:]]


def _split(found: list[str]) -> dict[int, list[str]]:
    """The lines of each section.

    A heading before the body that another follows at once, and that comes again, is an entry of the table of contents;
    where there is one, it says which lines are headings. One that comes again in the body is the header of a page.
    """
    headings = {place: heading for place, line in enumerate(found) if (heading := _heading(line))}
    contents = _contents(found, headings)
    listed = {headings[place] for place in contents}
    sections, begun = {}, []
    for place, line in enumerate(found):
        heading = headings.get(place)
        if place in contents:
            continue
        if heading and _is_due(heading, begun[-1][0] if begun else -1, listed):
            begun.append(heading)
            sections[heading[0]] = []
        elif begun:
            sections[begun[-1][0]].append(PAGE_BREAK if heading in begun else line)
    return sections


def _heading(line: str) -> Heading | None:
    """Number and title of a line that may be a heading."""
    match = HEADING.fullmatch(line.rstrip(LEADER))
    if not match or line.endswith((":", ";", ",")) or re.search(r"[^.]\.$", line):
        return None
    number, title, introduction = match.groups()
    return int(number or 0), " ".join((title or introduction).casefold().split())


def _contents(found: list[str], headings: dict[int, Heading]) -> set[int]:
    """The places of the entries of the table of contents."""
    written = [place for place, line in enumerate(found) if line.strip()]
    following = dict(pairwise(written))
    from_first = dropwhile(lambda place: headings[place][0] > 1, headings)
    entries = list(takewhile(lambda place: following.get(place) in headings, from_first))
    if entries:
        entries.append(following[entries[-1]])
    last = {heading: place for place, heading in headings.items()}
    return {place for place in entries if last[headings[place]] > place}


def _is_due(heading: Heading, last: int, listed: set[Heading]) -> bool:
    number = heading[0]
    if listed:
        return heading in listed and last < number and not any(last < other < number for other, _ in listed)
    return number == last + 1 or (last, number) == (-1, 1)


def _section(body: list[str], known: set[str]) -> Section:
    """The blocks of a section, its subheadings left out.

    A bullet further in than the one above, or with a lesser mark, is beneath it.
    """
    section = Section()
    paragraph = above = None
    for mark, indent, written in _pieces(body):
        text = flow("\n".join(written), known)
        if not re.search(r"\w", text):
            continue
        if not mark:
            paragraph = above = None
            if FINISHED.search(text) or len(text) > SUBHEADING_LENGTH:
                paragraph = Block(text)
                section.paragraphs.append(paragraph)
        elif above and (indent > above[1] or (mark in SUB_BULLETS and above[0] not in SUB_BULLETS)):
            _beneath(section.bullets[-1], text)
        else:
            above = mark, indent
            section.bullets.append(_beneath(paragraph, text) if paragraph else Block(text))
    return section


def _beneath(block: Block, text: str) -> Block:
    block.bullets.append(Block(text, under=block))
    return block.bullets[-1]


def _pieces(body: list[str]) -> list[tuple[str, int, list[str]]]:
    """Mark, indentation and lines of each bullet; a paragraph has no mark.

    A line belongs to the one before it; over a blank line or a page break, only where a sentence goes on.
    """
    pieces, gap = [], ""
    for line in body:
        text = line.strip()
        if not text:
            gap = PAGE_BREAK if PAGE_BREAK in (gap, line) else "\n"
            continue
        if bullet := BULLET.fullmatch(line):
            pieces.append((bullet[2], len(bullet[1]), [bullet[3] or ""]))
        elif pieces and _goes_on(pieces[-1][2][-1], gap, text):
            pieces[-1][2].append(text)
        else:
            pieces.append(("", 0, [text]))
        gap = ""
    return pieces


def _goes_on(before: str, gap: str, text: str) -> bool:
    if not gap or not before:
        return True
    return not FINISHED.search(before) and (gap == PAGE_BREAK or text[0].islower())
