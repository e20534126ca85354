"""The command that fills the official wording shows what it does, and never touches what somebody entered."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from recommendations.models import Recommendation
from tests.factories import meeting, recommendation, session
from tests.recommendations.intake.cave_rescue import ITEMS, REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "report.txt"
    file.write_bytes(REPORT.encode())
    return file


@pytest.fixture
def register():
    forum = meeting("CR2024", published=True)
    sessions = {number: session(forum, number) for number in range(5)}
    for reference, number, position, headline, text in ITEMS:
        recommendation(reference, sessions[number], published=True, position=position, headline=headline, text=text)
    return forum


def load(*arguments, **options) -> list[str]:
    out = StringIO()
    call_command("load_wording", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines()


def load_refused(*arguments) -> str:
    with pytest.raises(CommandError) as raised:
        load(*arguments)
    return str(raised.value)


def change(reference: str, **fields):
    Recommendation.objects.filter(reference=reference).update(**fields)


def rows() -> list[tuple]:
    return list(Recommendation.objects.order_by("reference").values_list("reference", "official_wording", "version"))


def wording(reference: str) -> str:
    return Recommendation.objects.get(reference=reference).official_wording


def test_it_shows_what_it_found_and_writes_nothing(register, report):
    before = rows()

    shown = load(report)

    assert shown[0] == (
        "CR2024-01      0, paragraph 3, sentence 1       found                      "
        "The host asked for a common map of all entrances (see Art. …"
    )
    assert [line.split()[0] for line in shown[:-1]] == [item[0] for item in ITEMS]
    assert shown[-1] == "Found 9 of 9; nothing written, add --write to write 9."
    assert rows() == before


def test_it_writes_when_told_to(register, report):
    shown = load(report, "--write")

    assert shown[-1] == "Found 9 of 9; 9 written."
    assert wording("CR2024-06") == "Blankets must lie at each second station, and tea."
    assert wording("CR2024-09") == (
        "Wishes for the next year included, among others: […] a shared calendar of exercises"
    )


def test_run_twice_it_changes_nothing(register, report):
    load(report, "--write")
    before = rows()

    assert load(report, "--write")[-1] == "Found 9 of 9 (9 unchanged); nothing to write."
    assert rows() == before


def test_nothing_but_the_wording_changes(register, report):
    others = [
        field.attname for field in Recommendation._meta.fields if field.name not in {"official_wording", "version"}
    ]
    before = list(Recommendation.objects.values_list(*others))

    load(report, "--write")

    assert list(Recommendation.objects.values_list(*others)) == before


def test_parts_that_share_a_sentence_get_the_same(register, report):
    whole = Recommendation.objects.get(reference="CR2024-06")
    recommendation("CR2024-06.1", part_of=whole, position=whole.position, headline="Place blankets", text=whole.text)

    load(report, "--write")

    assert wording("CR2024-06.1") == wording("CR2024-06") == "Blankets must lie at each second station, and tea."


def test_a_passage_that_does_not_fit_is_left_and_named(register, report):
    change("CR2024-08", position="bullet 2")

    shown = load(report, "--write")

    assert shown[7] == (
        "CR2024-08      3, bullet 2                      does not fit               Bats are to be left in peace."
    )
    assert shown[-1] == "Found 8 of 9 (1 does not fit); 8 written."
    assert wording("CR2024-08") == ""


def test_a_passage_that_is_not_there_is_named(register, report):
    change("CR2024-08", position="bullet 12")

    shown = load(report, "--write")

    assert shown[7] == (
        "CR2024-08      3, bullet 12                     not found                  there is no bullet 12, only 3"
    )
    assert shown[-1] == "Found 8 of 9 (1 not found); 8 written."
    assert wording("CR2024-08") == ""


def test_other_wording_is_left_and_named(register, report):
    change("CR2024-03", official_wording="What an officer typed.")

    shown = load(report, "--write")

    assert shown[2] == (
        "CR2024-03      2, bullet 1, sentence 3          already has other wording  Volunteers should learn its use!"
    )
    assert shown[-1] == "Found 9 of 9 (1 already has other wording); 8 written."
    assert wording("CR2024-03") == "What an officer typed."


def test_same_wording_broken_into_lines_is_unchanged(register, report):
    change("CR2024-03", official_wording="Volunteers should\r\nlearn its use!")
    change("CR2024-07", official_wording=" \n")

    assert load(report, "--write")[-1] == "Found 9 of 9 (1 unchanged); 8 written."
    assert wording("CR2024-03") == "Volunteers should\nlearn its use!"


def test_the_items_of_another_meeting_are_left(register, report):
    other = meeting("CR2025")
    recommendation("CR2025-01", session(other, 3), position="bullet 3", headline=ITEMS[7][3], text=ITEMS[7][4])

    assert load(report, "--write", meeting="cr2024")[-1] == "Found 9 of 9; 9 written."
    assert wording("CR2025-01") == ""


def test_several_meetings_ask_for_a_name(register, report):
    meeting("CR2025")

    assert load_refused(report) == "There are several meetings. Name one with --meeting: cr2024, cr2025."


def test_an_unknown_meeting_is_named(register, report):
    assert load_refused(report, "--meeting", "cr2026") == "There is no meeting “cr2026”. There are: cr2024."


def test_a_register_without_meetings(report):
    assert load_refused(report) == "The register holds no meeting."


def test_a_meeting_without_items(report):
    meeting("CR2024")

    assert load(report) == ["Found 0 of 0; nothing to write."]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.4", "this is a PDF; save it as plain text in UTF-8."),
        (b"A\xff", "this is not UTF-8: the byte at offset 1 is 0xFF; save it as plain text in UTF-8."),
        (b"", "this is empty."),
        (b"Text", "no section was found: neither “Introduction” nor “1. …” stands on a line of its own."),
    ],
)
def test_a_file_that_is_no_report(register, report, data, problem):
    report.write_bytes(data)

    assert load_refused(report) == f"{report}: {problem}"


def test_a_report_without_the_sections_of_the_items(report):
    recommendation("CR2024-01", session(meeting("CR2024"), 7))

    assert load_refused(report) == f"{report}: none of the sections in which the items stand was found."


def test_a_file_that_cannot_be_read(register, tmp_path):
    assert load_refused(tmp_path) == f"{tmp_path} cannot be read: Is a directory."
    assert load_refused(tmp_path / "no.txt") == f"{tmp_path / 'no.txt'} cannot be read: No such file or directory."
