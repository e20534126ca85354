"""Whether a passage of a report can be what an item of the register says in other words.

A position that is wrong by one points at a neighbour which speaks of much the same. So words count by how rare they are
in the report, and a passage must not only be near enough to the item: it must not be far less near than another one.
Only what the item says is compared; the names of proposers and addressees would draw it to each place that names them.
"""

import math
import re
import unicodedata
from collections import Counter

from recommendations.intake.report import Section

# Likeness goes from 0, no word in common, to 1. In a register with sound positions the least is above 0.2, and no item
# is below seven tenths of the likeness of the passage nearest to it.
NEAR_ENOUGH = 0.15
OF_THE_NEAREST = 0.5
STEM = 6
# Long words that say nothing of the matter.
EMPTY = [
    *("about", "above", "after", "again", "against", "among", "around", "before", "being", "below", "between", "could"),
    *("during", "every", "might", "other", "shall", "should", "since", "their", "there", "these", "those", "through"),
    *(
        "towards",
        "under",
        "until",
        "where",
        "whereas",
        "whether",
        "which",
        "while",
        "whose",
        "within",
        "without",
        "would",
    ),
]


def words(text: str) -> set[str]:
    """What a text is about: its words of five letters or more and its acronyms, without accents and endings."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    found = re.findall(r"[^\W\d_]{5,}|\b[A-Z]{2,}(?=s?\b)", plain)
    return {word[:STEM].lower() for word in found} - {word[:STEM] for word in EMPTY}


class Fit:
    """Compares texts by the words of a report."""

    def __init__(self, report: dict[int, Section]):
        blocks = [block for section in report.values() for block in section.blocks]
        self.sentences = [words(sentence) for block in blocks for sentence in block.sentences]
        self.frequency = Counter(word for sentence in self.sentences for word in sentence)

    def accepts(self, passage: str, item: str) -> bool:
        """Whether the passage may be what the item says."""
        said = words(item)
        likeness = self.likeness(words(passage), said)
        nearest = max((self.likeness(sentence, said) for sentence in self.sentences), default=0)
        return likeness >= max(NEAR_ENOUGH, OF_THE_NEAREST * nearest)

    def likeness(self, one: set[str], other: set[str]) -> float:
        """Twice what they have in common, by all that they have."""
        return 2 * self._weight(one & other) / ((self._weight(one) + self._weight(other)) or 1)

    def _weight(self, said: set[str]) -> float:
        return sum(math.log(1 + len(self.sentences) / (1 + self.frequency[word])) for word in said)
