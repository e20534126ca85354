from datetime import date

import pytest

from actors.models import ActorKind
from recommendations.models import AsksFor, Instrument, Kind, Naming, ResponsePosition, Standing, Status
from tests.factories import (
    action,
    actor,
    addressee,
    assess,
    country,
    meeting,
    member,
    proposer,
    recommendation,
    respond,
    session,
    topic,
)


@pytest.fixture
def register(db):
    """Two meetings; five items that count, beside a heading, a restatement and two drafts that do not.

    2023: 01 addressed to the Member States and assessed, 02 divided into 02.1 and 02.2, 03 said again in 04
    2024: 01 addressed to Germany and late, 02 with nobody named
    """
    states = actor("Member States", kind=ActorKind.COUNTRY_GROUP)
    germany, france = country("Germany", "DE"), country("France", "FR")
    member(states, germany)
    member(states, france)
    judiciary = actor("Judiciary", kind=ActorKind.PROFESSIONAL_COMMUNITY, part_of=states)
    agency, network = actor("Agency"), actor("Network")

    money, hawala = topic("Money"), None
    hawala = topic("Hawala", part_of=money)
    data = topic("Data")
    treaty = Instrument.objects.create(slug="treaty", short_name="Treaty", title="The Treaty")

    earlier = meeting("MS2023", published=True)
    first, second = session(earlier, 1), session(earlier, 2)
    public = {"published": True}
    one = recommendation("MS2023-01", first, addressees=[states], topics=[hawala], kind=Kind.CALL, **public)
    proposer(one, "a prosecutor", germany)
    whole = recommendation("MS2023-02", first, kind=Kind.REQUEST, **public)
    part = recommendation("MS2023-02.1", part_of=whole, addressees=[agency], kind=Kind.REQUEST, **public)
    recommendation("MS2023-02.2", part_of=whole, addressees=[judiciary], asks_for=AsksFor.TRAINING, **public)
    lead = recommendation("MS2023-03", second, topics=[data], standing=Standing.CONCLUSION, priority=True, **public)
    addressee(lead, network, naming=Naming.INFERRED, inferred_because="It alone has the data.")
    recommendation("MS2023-04", second, restates=lead, topics=[data], addressees=[germany], **public)
    recommendation("MS2023-05", second, topics=[money], addressees=[germany])  # a draft

    later = meeting("MS2024", published=True, starts_on=date(2024, 11, 6), ends_on=date(2024, 11, 7))
    only = session(later, 1)
    late = recommendation("MS2024-01", only, addressees=[germany], due_on=date(2025, 1, 1), **public)
    recommendation("MS2024-02", only, addressees=[None], headline="Share investigations with Türkiye", **public)
    recommendation("DR2024-01", session(meeting("DR2024"), 1), addressees=[france], **public)  # its meeting is a draft

    lead.instruments.add(treaty)
    assess(one.addressees.get(), Status.IMPLEMENTED, date(2024, 1, 2))
    assess(late.addressees.get(), Status.IN_PROGRESS, date(2025, 2, 3))
    asked = part.addressees.get()
    asked.ask(on=date(2024, 1, 1), due=date(2024, 2, 1))
    respond(late.addressees.get(), ResponsePosition.ACCEPTED, date(2024, 12, 1))
    action("MS2023-A01", published=True, answering=[part], responsible=agency, due_on=date(2025, 3, 1))
    action("MS2023-A02", published=True, in_place=[lead], responsible=network, due_on=date(2024, 3, 1))
    action("MS2023-A03", answering=[lead], responsible=network)  # a draft
