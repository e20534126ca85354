"""What became of the words of a text."""

from difflib import SequenceMatcher

# So few unchanged words between two changes are no anchor for a reader's eye, and are shown as changed too.
TOO_FEW = 2


def difference(old: str, new: str) -> list[tuple[str, str]]:
    """The words of two texts as runs that are `same`, `gone` or `added`."""
    before, after = old.split(), new.split()
    runs, gone, added = [], [], []
    matches = SequenceMatcher(None, before, after).get_opcodes()
    for n, (what, i, j, k, m) in enumerate(matches):
        amid = 0 < n < len(matches) - 1
        if what == "equal" and not (amid and j - i <= TOO_FEW):
            runs += [("gone", gone), ("added", added), ("same", before[i:j])]
            gone, added = [], []
        else:
            gone, added = gone + before[i:j], added + after[k:m]
    runs += [("gone", gone), ("added", added)]
    return [(what, " ".join(words)) for what, words in runs if words]
