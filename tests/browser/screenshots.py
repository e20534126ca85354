"""Makes the pictures of the README from the register of the first report: `make screenshot`."""

from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("register", ["fixtures"], indirect=True)  # nobody shall take made follow-up for true
def test_list(open_page):
    open_page("/recommendations/", width=1280, height=860).screenshot(path=DOCS / "list.png")
