"""Years of follow-up made on top of the report's register, so that no part of a page stays empty."""

from datetime import date

from meetings.models import Audience
from recommendations.models import Addressee, LinkKind, Recommendation, RecommendationLink, ResponsePosition, Status
from tests.factories import action, assess, evidence, meeting, note, recommendation, respond

# The item that has everything: a thread, an opened group, every status, answers, notes, actions, a date gone by.
FULL = "MS2023-22"
WHOLE, PART, RESTATING = "MS2023-04", "MS2023-04.1", "MS2023-23"


def follow_up():
    """Follow the register up until nothing on its pages is empty."""
    _assess_one_item_in_every_way()
    _assess_others()
    _remember_earlier_years()
    _act()


def _item(reference):
    return Recommendation.objects.get(reference=reference)


def _row(reference, slug):
    return Addressee.objects.get(recommendation__reference=reference, actor__slug=slug)


def _assess_one_item_in_every_way():
    Recommendation.objects.filter(reference=FULL).update(due_on=date(2025, 6, 30))
    members = _row(FULL, "eu-member-states").open_members()
    for number, (row, status) in enumerate(zip(members, list(Status)[1:], strict=False), start=1):
        proofs = [evidence(f"Letter {number} of the ministry", audience=Audience.PUBLIC)]
        assess(row, status, date(2024, number, 15), reason="The ministry described where it stands.", evidence=proofs)
        respond(row, ResponsePosition.ANSWERS[number % 4], date(2024, number, 1), audience=Audience.PUBLIC)
    wrong = assess(members[1], Status.IN_PROGRESS, date(2025, 1, 10))
    members[1].correct(wrong, status=Status.NOT_STARTED, as_of=date(2025, 1, 10), basis="document")
    members[9].ask(on=date(2024, 2, 1), due=date(2024, 5, 1))
    compared = note(_item(FULL), "Twelve bodies met to compare their laws.", audience=Audience.PUBLIC)
    evidence("Minutes of the comparison", progress_note=compared, audience=Audience.PUBLIC).save()
    note(members[2], "A bill was tabled.", audience=Audience.PUBLIC)


def _assess_others():
    _row(PART, "wacap").open_members()
    assess(_row("MS2023-03", "subgroup-western-balkans"), Status.IMPLEMENTED, date(2024, 9, 2))
    assess(_row("MS2023-04.2", "eurojust"), Status.PARTLY_IMPLEMENTED, date(2024, 9, 2))
    assess(_row("MS2023-08", "judicial-authorities-of-member-states"), Status.CLOSED_PARTLY, date(2025, 2, 3))
    assess(_row("MS2023-10", "eurojust"), Status.NOT_IMPLEMENTED, date(2025, 2, 3))
    assess(_row("MS2023-17", "eu-legislators"), Status.NO_LONGER_APPLICABLE, date(2025, 2, 3))
    assess(_row("MS2023-30", "focus-group-migrant-smuggling"), Status.IN_PROGRESS, date(2025, 2, 3))
    asked = _row("MS2023-10", "europol")
    asked.ask(on=date(2024, 2, 1), due=date(2024, 5, 1))
    respond(_row("MS2023-12", "focus-group-migrant-smuggling"), ResponsePosition.ACCEPTED, claims="in_progress")


def _remember_earlier_years():
    item = _item(FULL)
    for year in (2019, 2021):
        meeting(f"MS{year}", published=True, starts_on=date(year, 5, 4))
    earliest = recommendation("MS2019-01", published=True)
    earlier = recommendation("MS2021-01", published=True, text=f"{item.text[:60]} of late years.")
    for later, kind, before in [
        (item, LinkKind.UPDATES, earlier),
        (earlier, LinkKind.SUPERSEDES, earliest),
        (item, LinkKind.RELATED, recommendation("MS2021-02", published=True)),
    ]:
        RecommendationLink.objects.create(later=later, kind=kind, earlier=before)


def _act():
    item, body = _item(FULL), Addressee.objects.filter(actor__slug="eurojust").first().actor
    kept = {"published": True, "responsible": body}
    done = action("MS2023-A50", answering=[item], description="Every code compared, article by article.", **kept)
    done.start(on=date(2024, 1, 8))
    done.complete(on=date(2024, 12, 2))
    done.verify(on=date(2025, 1, 6))
    late = action("MS2023-A51", answering=[item], due_on=date(2025, 3, 31), **kept)
    late.start(on=date(2024, 6, 1))
    note(late, "The draft is with the translators.", audience=Audience.PUBLIC)
    action("MS2023-A52", answering=[item], **kept).hold(reason="Waits for the comparison.")
    action("MS2023-A53", in_place=[item], **kept)
