"""Enters the series, its meetings, their documents, sessions and speakers."""

from meetings.models import Contribution, Document, DocumentKind, Meeting, Series, Session, SessionKind
from recommendations.example.register import TO_PUBLICATION, Register, table

INTRODUCTION = [0, SessionKind.INTRODUCTION, "Introduction", []]
PAGES = 3  # a section has in the reports


def load(register: Register) -> None:
    rows = table("meetings")
    series = Series.objects.create(**rows["series"])
    for number, row in enumerate(rows["meetings"], start=1):
        year = register.first_day(number).year
        meeting = Meeting.objects.create(
            series=series,
            ordinal=number,
            code=register.code(number),
            title=f"Harbour Network Meeting {year}",
            slug=f"harbour-network-{year}",
            starts_on=register.first_day(number),
            ends_on=register.last_day(number),
            place=row["place"],
            format=row["format"],
            organiser=register.actors["harbour-network"],
            summary=row["summary"],
            editorial_note=row.get("note", ""),
        )
        meeting.participants.set(register.actors[slug] for slug in row["participants"])
        _add_documents(register, meeting)
        for session in [INTRODUCTION, *row["sessions"]]:
            _add_session(register, meeting, session, rows["disclaimer"])
        register.publish(meeting, number)


def _add_documents(register, meeting) -> None:
    at = f"https://reports.example.org/{meeting.slug}"
    issued_on = register.day(meeting.ordinal, TO_PUBLICATION - 5)
    documents = [
        (DocumentKind.AGENDA, f"Agenda of the {meeting.title}", f"{at}-agenda.pdf", None),
        (DocumentKind.OUTCOME_REPORT, f"Outcome report of the {meeting.title}", f"{at}.pdf", issued_on),
    ]
    if meeting.ordinal > 1:
        title = f"What became of it: state of play for the {meeting.title}"
        documents.append((DocumentKind.STATE_OF_PLAY, title, f"{at}-state-of-play.pdf", meeting.starts_on))
    for kind, title, url, day in documents:
        Document.objects.create(meeting=meeting, kind=kind, title=title, url=url, issued_on=day)


def _add_session(register, meeting, row, disclaimer) -> None:
    number, kind, title, speakers = row
    session = Session.objects.create(
        meeting=meeting,
        number=number,
        kind=kind,
        title=title,
        page=2 + PAGES * number,
        disclaimer=disclaimer if kind == SessionKind.WORKSHOPS else "",
    )
    register.sessions[meeting.ordinal, number] = session
    for order, (who, actors, on_what) in enumerate(speakers, start=1):
        contribution = Contribution.objects.create(session=session, order=order, who=who, on_what=on_what)
        contribution.actors.set(register.actors[slug] for slug in actors)
