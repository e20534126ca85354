"""The words a reader types: where an exact reference leads, and what was meant by a search that finds nothing."""

import re

from recommendations.models import Challenge, FollowUpAction, Recommendation, SearchWord
from recommendations.models.search import TERM, cleaned

REFERENCE = re.compile(r"([A-Z][A-Z0-9-]*-)([AC]?)([0-9]{1,4})(\.[0-9]{1,2})?")
# As word processors write them.
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# Letters alone: a number is right or wrong, nothing is similar to it.
WORD = re.compile(r"(?<![^\W_])[^\W\d_]{4,40}(?![^\W_])")
# A longer text is no typo, and looking for the nearest word takes its time.
MOST_WORDS = 8


def address_of(text: str) -> str | None:
    """Where to go when the text is nothing but a reference that the public may read; neither letter case nor
    the zero before a single figure matters."""
    reference = re.sub(r"[\s\"“”]", "", text[:100]).translate(DASHES).upper()
    found = REFERENCE.fullmatch(reference)
    if not found:
        return None
    # Archived actions and challenges have left the pages on which they stood, an item keeps its own.
    readable = {
        "": Recommendation.objects.readable(),
        "A": FollowUpAction.objects.published(),
        "C": Challenge.objects.published().select_related("session__meeting"),
    }
    code, letter, number, part = found.groups(default="")
    thing = readable[letter].filter(reference=f"{code}{letter}{number:0>2}{part}").first()
    return thing.get_absolute_url() if thing else None


def suggestion(text: str) -> str | None:
    """“Did you mean”: the search with the nearest published words in the place of those that nothing published holds.

    None where no word is to be replaced, or where the search would find nothing even so.
    """
    typed = cleaned(text)
    words = dict.fromkeys(WORD.findall("".join(term[0] + " " for term in TERM.finditer(typed) if not term["minus"])))
    if not 0 < len(words) <= MOST_WORDS:
        return None
    last = re.search(rf"{WORD.pattern}\Z", typed)
    nearest = SearchWord.objects.nearest([*words], unfinished=last[0] if last else "")
    meant = WORD.sub(lambda word: nearest.get(word[0], word[0]), typed).strip()
    if not nearest or not Recommendation.objects.published().followed_up().matching(meant).exists():
        return None
    return meant
