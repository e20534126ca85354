"""From the bytes of a file to the lines of a text, without what word processors and converters leave behind."""

import re
from collections import Counter

# How files begin that people take for a text.
NOT_TEXT = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word document or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\xff\xfe": "a text in UTF-16",
    b"\xfe\xff": "a text in UTF-16",
}
# Hyphens that only show where a word is broken; some converters write them as U+0002.
SOFT_HYPHENS = "\xad\x02"
PAGE_BREAK = "\f"
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?\W*", re.IGNORECASE)
# A line that stands so often in a report is a header or footer of its pages.
RECURS, HEADER_LENGTH = 3, 100
# Unless it is empty, a bullet, or the heading of a section.
KEPT = re.compile(r"\s*(?:.?$|\W\s|\d+\.\s|introduction\b)", re.IGNORECASE)


class Unreadable(ValueError):
    """What was given is not the plain text of a report; the message says in one line what it is."""


def decode(data: bytes) -> str:
    """The text of a file. Raises Unreadable where it is empty, not text, or not in UTF-8."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, kind in NOT_TEXT.items():
        if start.startswith(signature):
            raise Unreadable(f"this is {kind}; save it as plain text in UTF-8")
    if b"\0" in data:
        raise Unreadable(f"this is not text: the byte at offset {data.index(0)} is zero")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"this is not UTF-8: the byte at offset {error.start} is 0x{data[error.start]:02X}; "
            "save it as plain text in UTF-8"
        ) from None
    if not re.search(r"\w", text):
        raise Unreadable("this is empty")
    return text


def signs(text: str) -> str:
    """The text with line feeds and plain spaces, without control characters, and with bullets that every font has.

    Soft hyphens stay where a line ends, for `flow`; page breaks stand on lines of their own.
    """
    text = re.sub(r"\r\n|[\r\v\u2028\u2029]", "\n", text).replace("\f", f"\n{PAGE_BREAK}\n")
    text = re.sub(r"[\x80-\x9f]", _windows, text)
    text = re.sub(r"[^\S\n\t\f]", " ", text)
    text = re.sub(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]", "", text)
    # A font of symbols draws its bullets with private characters.
    text = re.sub(r"^([ \t]*)[\ue000-\uf8ff]", r"\1• ", text, flags=re.MULTILINE)
    text = re.sub(r"[\ue000-\uf8ff]", "", text)
    return re.sub(rf"[{SOFT_HYPHENS}](?![ \t]*$)", "", text, flags=re.MULTILINE)


def lines(text: str) -> list[str]:
    """Its lines, indented as they were, without control characters and without the marks of links and bold.

    Page numbers and headers of pages become page breaks. Soft hyphens stay where a line ends, for `flow`.
    """
    text = re.sub(r"\[([^\[\]]*)\]\([^()\s]*\)", r"\1", signs(text))
    text = re.sub(r"^#+[ \t]+", "", text.replace("**", ""), flags=re.MULTILINE)
    found = [line if line == PAGE_BREAK else line.expandtabs(4).rstrip() for line in text.split("\n")]
    often = Counter(map(_without_page, found))
    return [PAGE_BREAK if PAGE_NUMBER.fullmatch(line) or _is_header(line, often) else line for line in found]


def hyphenated(text: str) -> set[str]:
    """The words that a text writes with a hyphen within a line."""
    return set(re.findall(r"(?<!\w)\w+(?:-\w+)+", text.lower()))


def flow(text: str, known: set[str]) -> str:
    """Lines as one line. A word broken at a hyphen is mended; it keeps a hyphen with which it is `known`."""

    def mended(match):
        left, right = match.groups()
        broken = right[0].islower() and f"{left}-{right}".lower() not in known
        return f"{left}{right}" if broken else f"{left}-{right}"

    text = re.sub(rf"[{SOFT_HYPHENS}]\s*", "", text)
    text = re.sub(r"(?<![\w-])([\w-]*\w)-\n\s*(\w+)", mended, text)
    return " ".join(text.split())


def _windows(match) -> str:
    """Quotes and dashes of Windows-1252 that were taken for Latin-1, where they are private control characters."""
    return match[0].encode("latin-1").decode("cp1252", errors="ignore")


def _without_page(line: str) -> str:
    return re.sub(r"^\d+(?=\s)|\d+$", "#", line.strip())


def _is_header(line: str, often: Counter) -> bool:
    return len(line) <= HEADER_LENGTH and often[_without_page(line)] >= RECURS and not KEPT.match(line)
