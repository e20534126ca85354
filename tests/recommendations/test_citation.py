"""How a recommendation is cited."""

from datetime import date

import pytest

from meetings.models import Document
from recommendations.item.citation import citation, short_citation
from recommendations.models import Kind, Standing, Status
from tests.factories import actor, assess, meeting, proposer, recommendation, session

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    at = session(meeting("MS2023", published=True, title="Meeting on Fraud", place="The Hague"), 3, title="Data")
    fields = {"headline": "Share data", "kind": Kind.SUGGESTION, "standing": Standing.SPEAKER}
    return recommendation("MS2023-07", at, published=True, addressees=[actor("Court")], **fields)


def test_citation_says_all_that_is_known(item):
    proposer(item, "a prosecutor")
    proposer(item, "the chair")
    assess(item.addressees.get(), Status.IN_PROGRESS, date(2024, 5, 2))
    item.refresh_from_db(fields=["status", "status_as_of"])
    item.page = 14

    assert citation(item, [Document(title="Report", doi="10.2812/788806"), Document(title="Agenda")]) == (
        "MS2023-07, “Share data” (in the register's words). Suggestion by a prosecutor; the chair. "
        "Standing: A speaker's suggestion. "
        "Meeting on Fraud, The Hague, 8–9 Nov 2023, 3. Data, bullet 1, sentence 1, page 14, DOI 10.2812/788806. "
        "Status as of 2 May 2024: In progress. http://testserver/recommendations/MS2023-07/"
    )


def test_citation_leaves_out_what_is_not_known(item):
    item.meeting.place = ""

    assert citation(item) == (
        "MS2023-07, “Share data” (in the register's words). Suggestion. Standing: A speaker's suggestion. "
        "Meeting on Fraud, 8–9 Nov 2023, 3. Data, bullet 1, sentence 1. "
        "Status: Not assessed. http://testserver/recommendations/MS2023-07/"
    )


def test_citation_quotes_the_report_once_its_wording_is_loaded(item):
    item.official_wording = "Data might\n\nbe shared 100% sooner."

    assert citation(item).startswith("MS2023-07: “Data might be shared 100% sooner.” Suggestion.")
    assert "the register's words" not in citation(item)


def test_short_citation_is_reference_and_address(item):
    assert short_citation(item) == "MS2023-07, http://testserver/recommendations/MS2023-07/"
