"""What an officer pastes from a report, a mail or a table, as one row for each statement. Knows no database.

No word is lost: what may be a heading, or the sentence that introduces a list, is a row too, which a person leaves out.
"""

import re
from dataclasses import dataclass, field

from recommendations.intake.plain import PAGE_BREAK, flow, hyphenated, signs
from recommendations.intake.report import BULLET, FINISHED, SUB_BULLETS, SUBHEADING_LENGTH

NUMBER = re.compile(r"(\s*)(\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{2,5})[.)])(?:\s+(.*)|$)")
# In the first cell of a table also without a point.
FIRST_CELL = re.compile(r"(\s*)([0-9]{1,3})\t(.*)")
# After which a new statement may begin; nothing at all ends, too.
ENDED = re.compile(r"(?:^|[.:;!?…,][”’\"')\]]*|\b(?:and|or))\s*$")
COUNTED = re.compile(r"(?:no|nr|n°|#|number)?\.?", re.IGNORECASE)
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
# How far back the mark is looked for that a number follows: sub-bullets stand between.
NEAR = 30
BETWEEN_CELLS = " | "
# Lines of a page are broken by its margin where the longest of them is between these.
MARGIN = range(50, 120)
# A line this much shorter than the longest was ended by its author.
SHORT = 0.75


@dataclass
class Pasted:
    """One statement as it was pasted, where it seems to stand, and what further columns of a table say of it."""

    text: str
    position: str = ""
    level: int = 0
    cells: dict[str, str] = field(default_factory=dict)


@dataclass
class _Piece:
    """The lines of one bullet, paragraph or row of a table; a paragraph has no mark."""

    mark: str
    indent: int
    lines: list[str]
    level: int = 0


def read(text: str, *, headings: dict[str, str] | None = None, bullets: int = 0) -> list[Pasted]:
    """The statements of a pasted text, in its order.

    `headings` says which words at the head of a table's column stand for which cell; `bullets` is how many were
    counted before.
    """
    # Word ends the cells of a table with BEL.
    plain = signs(re.sub(r"\x07+", "\t", text))
    known = hyphenated(plain)
    pieces = _levelled(_pieces(plain.split("\n")))
    marked = any(piece.mark for piece in pieces)
    columns, rows = [], []
    count = {"paragraph": 0, "bullet": bullets, "sub-bullet": 0}
    for piece in pieces:
        cells = [flow(cell, known) for cell in "\n".join(piece.lines).split("\t")]
        if head := _columns(cells, headings or {}):
            columns = head
            continue
        found, rest = _sorted_out(cells, columns)
        if not re.search(r"\w", rest + "".join(found.values())):
            continue
        heading = marked and not piece.mark and len(rest) <= SUBHEADING_LENGTH and not FINISHED.search(rest)
        position = "" if heading else _position(piece, count, table=len(cells) > 1)
        rows.append(Pasted(rest, position, piece.level, found))
    return rows


def _position(piece: _Piece, count: dict[str, int], table: bool) -> str:
    """Where a piece stands, as positions are counted: bullets through the section, sub-bullets within theirs."""
    if piece.level:
        count["sub-bullet"] += 1
        return f"bullet {count['bullet']}, sub-bullet {count['sub-bullet']}"
    kind = "bullet" if piece.mark or table else "paragraph"
    count[kind] += 1
    if kind == "bullet":
        count["sub-bullet"] = 0
    return f"{kind} {count[kind]}"


def _columns(cells: list[str], headings: dict[str, str]) -> list[str]:
    """The names of a table's columns, where these cells are its head: two of them at least are known.

    A first column of numbers is none: the numbers are the marks of the rows.
    """
    names = [headings.get(cell.casefold(), "") for cell in cells]
    if len(set(filter(None, names))) < 2:
        return []
    return names[1:] if COUNTED.fullmatch(cells[0]) else names


def _sorted_out(cells: list[str], columns: list[str]) -> tuple[dict[str, str], str]:
    """What stands below a known heading, and the rest, which is the statement."""
    found, rest = {}, []
    names = [""] * max(0, len(cells) - len(columns)) + columns
    for name, cell in zip(names, cells, strict=False):
        if name not in ("", "text", *found) and cell:
            found[name] = cell
        elif cell:
            rest.append(cell)
    return found, BETWEEN_CELLS.join(rest)


def _pieces(lines: list[str]) -> list[_Piece]:
    """The lines of each bullet, paragraph and row of a table."""
    widest = max(map(len, lines), default=0)
    pieces, gap = [], False
    for line in lines:
        if not line.strip() or line == PAGE_BREAK:
            gap = gap or line != PAGE_BREAK
            continue
        before = pieces[-1] if pieces else None
        bullet = BULLET.fullmatch(line) or FIRST_CELL.fullmatch(line) or _numbered(line, pieces, gap)
        if bullet:
            pieces.append(_Piece(bullet[2], len(bullet[1].expandtabs(4)), [(bullet[3] or "").rstrip()]))
        elif before and _goes_on(before, gap, line.strip(), widest):
            before.lines.append(line.strip())
        else:
            pieces.append(_Piece("", 0, [line.strip(" ").rstrip()]))
        gap = False
    return pieces


def _numbered(line: str, pieces: list[_Piece], gap: bool):
    """A number or letter that begins a statement, not one that a broken line brought to its beginning."""
    found = NUMBER.fullmatch(line)
    if not found or not pieces or gap or ENDED.search(pieces[-1].lines[-1]):
        return found
    return found if any(_follows(piece.mark, found[2]) for piece in pieces[-NEAR:]) else None


def _follows(before: str, mark: str) -> bool:
    """Whether a mark is a first one, or the next after another: 3. after 2., c) after b), iv. after iii."""
    old, new = before.strip("().").lower(), mark.strip("().").lower()
    if new in ("1", "a", "i"):
        return True
    if old.isdecimal() and new.isdecimal():
        return int(new) == int(old) + 1
    if old in ROMAN and new in ROMAN:
        return ROMAN.index(new) == ROMAN.index(old) + 1
    return len(old) == len(new) == 1 and ord(new) == ord(old) + 1


def _goes_on(before: _Piece, gap: bool, text: str, widest: int) -> bool:
    """Whether a line without a mark belongs to what stands before it."""
    last = before.lines[-1]
    if not last:
        return True
    if "\t" in text or "\t" in last:
        return not gap and "\t" not in text
    if gap:
        return not FINISHED.search(last) and text[0].islower()
    by_author = len(last) < SHORT * widest or widest not in MARGIN
    if before.mark:
        return not (FINISHED.search(last) and by_author and text[0].isupper())
    return text[0].islower() or not by_author


def _kind(mark: str) -> str:
    """Marks of one kind stand on one level."""
    if mark in SUB_BULLETS:
        return "o"
    inner = mark.strip("().")
    return "1" if inner.isdecimal() else "a" if inner.isalpha() and inner else mark


def _levelled(pieces: list[_Piece]) -> list[_Piece]:
    """A bullet further in than the first of its list, or with another mark, is beneath the one above."""
    top = None
    for piece in pieces:
        if not piece.mark:
            top = None
            continue
        if top is None or piece.indent < top.indent:
            top = piece
        elif piece.indent > top.indent or _kind(piece.mark) != _kind(top.mark):
            piece.level = 1
    return pieces
