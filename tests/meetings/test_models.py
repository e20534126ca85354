from datetime import date

import pytest

from meetings.models import Document, Meeting, Session
from tests import factories as make

pytestmark = pytest.mark.django_db


def codes(queryset):
    return sorted(queryset.values_list("code", flat=True))


def test_meetings_are_public_by_their_own_publication():
    day = date(2024, 6, 1)
    archived = {"publication": "archived", "published_on": day, "archived_on": day}
    for code, fields in {"D": {}, "R": {"publication": "in_review"}, "P": {"published": True}, "A": archived}.items():
        make.meeting(code, **fields)

    assert codes(Meeting.objects.awaiting_review()) == ["R"]
    assert codes(Meeting.objects.published()) == ["P"]
    assert codes(Meeting.objects.readable()) == ["A", "P"]


def test_session_is_known_by_its_meeting_and_its_number():
    introduction = make.session(make.meeting("MS2023", slug="seventh"), 0, title="Introduction")
    plenary = make.session(introduction.meeting, 2, title="Plenary")

    assert [introduction.code, plenary.code] == ["seventh.0", "seventh.2"]
    assert [session.address for session in Session.objects.with_address()] == ["seventh.0", "seventh.2"]
    assert [str(introduction), str(plenary)] == ["Introduction", "2. Plenary"]


def test_document_is_read_at_its_doi_before_any_other_address():
    address = "https://example.org/report.pdf"

    assert Document(doi="10.2812/788806", url=address).address == "https://doi.org/10.2812/788806"
    assert Document(url=address).address == address


@pytest.mark.parametrize("code", ["MS2023", "M", "MS-A2023", "A-B-C"])
def test_code_of_a_meeting_is_capital_letters_and_digits(code):
    make.meeting(code).full_clean()


@pytest.mark.parametrize("isbn", ["978-92-9404-248-6", "9789294042486", "0-306-40615-X", ""])
def test_isbn_may_be_written_with_hyphens_or_without(isbn):
    Document(meeting=make.meeting(), kind="agenda", title="Agenda", isbn=isbn).full_clean()
