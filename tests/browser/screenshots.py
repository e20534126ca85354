"""Makes the pictures of the README from the register of the first report: `make screenshot`."""

from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_list(open_page):
    open_page("/recommendations/", width=1280, height=860).screenshot(path=DOCS / "list.png")
