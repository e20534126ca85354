"""Nothing unpublished or internal reaches a public page, by any of its words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings.models import Audience, Contribution
from recommendations.models import Naming, ResponsePosition, Status
from tests.factories import (
    action,
    actor,
    addressee,
    assess,
    challenge,
    evidence,
    meeting,
    note,
    propose,
    proposer,
    recommendation,
    respond,
    session,
    topic,
    user,
)

pytestmark = pytest.mark.django_db

LISTS = ["front", "list", "meetings", "actors", "topics", "actions", "changes", "challenges", "about"]


def public_pages(client, *addresses) -> str:
    """All that the public can read, as one text."""
    texts = []
    for address in [*(reverse(f"recommendations:{name}") for name in LISTS), *addresses]:
        answer = client.get(address)
        texts.append(answer.content.decode() if answer.status_code == 200 else "")
    return "\n".join(texts)


@pytest.fixture
def draft():
    """A draft with everything around it, in a published meeting; nothing else is public."""
    session_ = session(meeting("MS2023", published=True))
    item = recommendation("MS2023-01", session_, headline="Draft-headline", topics=[topic("Draft-topic")])
    addressee(item, actor("Draft-addressee"), naming=Naming.INFERRED, inferred_because="Draft-reason")
    proposer(item, "Draft-words", actor("Draft-proposer"))
    action("MS2023-A01", title="Draft-action", responsible=actor("Draft-responsible"), answering=[item])
    challenge("MS2023-C01", session_, headline="Draft-challenge", answered_by=[item], topics=[topic("Draft-matter")])
    return item


def test_draft_is_on_no_page(client, draft):
    addresses = [
        draft.get_absolute_url(),
        draft.meeting.get_absolute_url(),
        *(f"/actors/draft-{name}/" for name in ("addressee", "proposer", "responsible")),
        "/topics/draft-topic/",
        "/topics/draft-matter/",
        "/recommendations/?q=Draft",
        "/recommendations/?topic=draft-topic",
        "/recommendations/?addressed_to=draft-addressee",
    ]

    page = public_pages(client, *addresses)

    assert [line.strip() for line in page.splitlines() if "Draft-" in line] == []
    assert [client.get(address).status_code for address in addresses] == [
        404,
        200,
        404,
        404,
        404,
        404,
        404,
        200,
        200,
        200,
    ]


def test_draft_is_everywhere_once_published(client, draft):
    draft.publish()

    page = public_pages(client, draft.get_absolute_url(), "/actors/draft-addressee/", "/topics/draft-topic/")

    for name in ("headline", "addressee", "reason", "words", "proposer", "topic"):
        assert f"Draft-{name}" in page
    assert "Draft-action" not in page


def test_archived_item_keeps_its_address_alone(client, draft):
    draft.publish()
    draft.archive()

    assert client.get(draft.get_absolute_url()).status_code == 200
    assert "Archived" in client.get(draft.get_absolute_url()).content.decode()
    assert "Draft-headline" not in public_pages(client, draft.meeting.get_absolute_url(), "/actors/draft-addressee/")
    assert client.get("/topics/draft-topic/").status_code == 404


def test_item_of_an_unpublished_meeting_is_on_no_page(client):
    item = recommendation("MS2024-01", session(meeting("MS2024")), published=True, headline="Draft-headline")

    assert client.get(item.get_absolute_url()).status_code == 404
    assert client.get(item.meeting.get_absolute_url()).status_code == 404
    assert "Draft-headline" not in public_pages(client)


def test_part_of_a_draft_is_on_no_page(client):
    whole = recommendation("MS2023-01")
    part = recommendation("MS2023-01.1", part_of=whole, published=True, headline="Draft-part")

    assert client.get(part.get_absolute_url()).status_code == 404
    assert "Draft-part" not in public_pages(client, part.meeting.get_absolute_url())


def test_draft_relatives_of_an_item_are_not_on_its_page(client):
    item = recommendation("MS2023-01", published=True, addressees=[actor("Court")])
    recommendation("MS2023-02", restates=item, headline="Draft-restatement")
    recommendation("MS2023-03", session(item.meeting, 2), headline="Draft-newer")
    newer = recommendation("MS2024-01", session(meeting("MS2024")), published=True)
    challenge("MS2023-C01", headline="Draft-challenge", answered_by=[item])
    action("MS2023-A01", title="Draft-action", answering=[item])
    item.later_links.create(later=newer, kind="repeats")
    assess(item.addressees.get(), Status.NO_LONGER_APPLICABLE, newer=newer, reason="Overtaken.")

    page = client.get(item.get_absolute_url()).content.decode()

    assert [word for word in ("Draft-", "MS2023-02", "MS2024", "MS2023-C01", "MS2023-A01") if word in page] == []


def test_internal_parts_of_a_published_item_are_not_on_its_page(client):
    item = recommendation("MS2023-01", published=True, addressees=[actor("Court")])
    officer = user("officer@example.org", name="Internal-officer")
    item.owner = officer
    item.save()
    row = item.addressees.get()
    proofs = [
        evidence("Internal-proof", audience=Audience.INTERNAL),
        evidence("Network-proof", audience=Audience.NETWORK),
    ]
    assess(row, Status.IMPLEMENTED, remark="Internal-remark", evidence=proofs, by=officer)
    respond(row, ResponsePosition.ACCEPTED, text="Internal-answer", audience=Audience.INTERNAL, by=officer)
    note(item, "Internal-note", audience=Audience.INTERNAL, by=officer)
    note(row, "Network-note", audience=Audience.NETWORK, by=officer)
    row.actor.contacts.create(name="Internal-contact", email="internal@example.org")

    page = public_pages(client, item.get_absolute_url(), row.actor.get_absolute_url())

    assert [line.strip() for line in page.splitlines() if "Internal-" in line or "Network-" in line] == []
    assert "officer@example.org" not in page
    assert "internal@example.org" not in page
    assert "Accepted" in page  # that it answered, and how, is public; the text is not


def test_public_evidence_of_an_internal_answer_stays_internal(client):
    item = recommendation("MS2023-01", published=True, addressees=[actor("Court")])
    respond(
        item.addressees.get(), ResponsePosition.ACCEPTED, evidence=[evidence("Hidden-proof", audience=Audience.PUBLIC)]
    )

    assert "Hidden-proof" not in client.get(item.get_absolute_url()).content.decode()


def test_waiting_answer_the_one_set_aside_and_the_proposed_closing_are_on_no_page(client):
    item = recommendation("MS2023-01", published=True, priority=True, addressees=[actor("Court"), actor("Bar")])
    court, bar = item.addressees.order_by("pk")
    court.ask(on=date(2024, 1, 1), due=date(2024, 2, 1), by=user("Hidden-asker@example.org"))
    proof = {"evidence": [evidence("Hidden-proof", audience=Audience.PUBLIC)]}
    hidden = {"text": "Hidden-answer", "claims": Status.CLOSED_PARTLY, "audience": Audience.PUBLIC, "accepted": False}
    addresses = [
        item.get_absolute_url(),
        item.meeting.get_absolute_url(),
        court.actor.get_absolute_url(),
        "/recommendations/?q=Hidden",
        "/recommendations/?response=accepted",
        "/recommendations/?status=implemented",
        "/recommendations/?without=evidence&without=response",
        "/recommendations/?late=response",
        "/recommendations/matrix/?addressed_to=court",
        "/changes/?what=response",
        "/changes/?what=status",
    ]
    before = public_pages(client, *addresses)

    respond(court, ResponsePosition.ACCEPTED, **hidden, **proof)
    aside = respond(bar, ResponsePosition.ACCEPTED, **hidden)
    aside.set_aside(because="Hidden-because", by=user("Hidden-officer@example.org"))
    proof = {"evidence": [evidence("Hidden-law", audience=Audience.PUBLIC)]}
    by = user("Hidden-proposer@example.org")
    declined = propose(court, Status.IMPLEMENTED, by, reason="Hidden-reason", **proof)
    declined.decline(because="Hidden-no", by=aside.set_aside_by)
    propose(bar, Status.CLOSED_PARTLY, by, reason="Hidden-reason", remark="Hidden-remark")

    assert public_pages(client, *addresses) == before


def test_speakers_of_an_unpublished_meeting_are_not_among_the_actors(client):
    speech = Contribution.objects.create(
        session=session(meeting("MS2024")), order=1, who="a prosecutor", on_what="fraud"
    )
    speech.actors.add(actor("Draft-speaker"))

    assert client.get("/actors/draft-speaker/").status_code == 404
    assert "Draft-speaker" not in public_pages(client)


def test_action_follows_the_meeting_that_reported_it(client):
    of = meeting("MS2024")
    action("MS2024-A01", published=True, title="Draft-action", reported_in=session(of), responsible=actor("Draft-doer"))

    assert "Draft-" not in public_pages(client, "/actors/draft-doer/")

    of.publish()

    assert "Draft-action" in public_pages(client)


def test_parent_that_nothing_published_names_is_not_on_its_parts_page(client):
    grand = actor("Draft-grand")
    middle = actor("Middle", part_of=grand)
    recommendation("MS2023-01", published=True, addressees=[actor("Low", part_of=middle)])

    assert "Draft-grand" not in public_pages(client, "/actors/middle/", "/actors/low/")


def test_claim_of_an_internal_answer_is_not_public(client):
    item = recommendation("MS2023-01", published=True, addressees=[actor("Court")])
    respond(item.addressees.get(), ResponsePosition.ACCEPTED, claims=Status.IMPLEMENTED)

    assert "Implemented" not in client.get(item.get_absolute_url()).content.decode()


def test_restated_item_is_archived_after_what_restates_it(client):
    lead = recommendation("MS2023-01", published=True, addressees=[actor("Court")])
    again = recommendation("MS2023-02", restates=lead, published=True)

    with pytest.raises(ValidationError, match="MS2023-01 is restated by MS2023-02"):
        lead.archive()

    again.archive()
    lead.archive()
    assert client.get("/recommendations/").context["facets"].found == 0
