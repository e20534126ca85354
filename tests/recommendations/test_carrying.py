"""What next year's meeting asks again: the verb that carries an item forward, and how its thread counts and ages."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from recommendations.models import Instrument, LinkKind, Recommendation, RecommendationLink, StatusChange
from tests import factories as make
from tests.refusal import codes, refusal

pytestmark = pytest.mark.django_db

FOUND = date(2024, 5, 6)  # on which an item of 2023 was assessed
every = Recommendation.objects


@pytest.fixture
def session():
    """Of the meeting of 2024, which is published and has an item already."""
    later = make.meeting("MS2024", published=True, starts_on=date(2024, 11, 6), ends_on=date(2024, 11, 7))
    session = make.session(later, 2)
    make.recommendation("MS2024-07", session, order=30)
    return session


def public(reference="MS2023-01", session=None, **fields):
    return make.recommendation(reference, session, **{"published": True, "addressees": [make.actor()]} | fields)


def references(queryset) -> list[str]:
    return sorted(item.reference for item in queryset)


def told(row) -> list[tuple]:
    return [(one.status, one.as_of, one.basis, one.reason) for one in row.status_changes.order_by("number")]


def test_repeat_makes_a_draft_that_asks_the_same_of_the_same(session):
    owner, treaty = make.user(), Instrument.objects.create(slug="t", short_name="T", title="Treaty")
    network, court = make.actor("Network"), make.actor("Court")
    item = public(
        addressees=[network],
        topics=[make.topic()],
        kind="call",
        standing="conclusion",
        asks_for="training",
        implied=True,
        priority=True,
        page=7,
        due_on=date(2024, 1, 1),
        owner=owner,
    )
    make.addressee(item, court, role="support", naming="inferred", inferred_because="It trains.")
    item.instruments.add(treaty)
    running, done = make.action(answering=[item]), make.action("MS2023-A02", answering=[item])
    done.complete(on=FOUND)

    made = item.repeat(in_session=session, by=owner)

    assert (made.reference, made.order, made.session, made.publication) == ("MS2024-08", 40, session, "draft")
    assert (made.issued_on, made.due_on, made.position, made.page) == (date(2024, 11, 7), None, "", None)
    same = ("headline", "text", "kind", "standing", "asks_for", "implied", "priority", "owner")
    assert [getattr(made, name) for name in same] == [getattr(item, name) for name in same]
    assert [topic.name for topic in made.topics.all()] == ["Training"]
    assert list(made.instruments.all()) == [treaty]
    rows = made.addressees.order_by("role").values_list("actor__name", "role", "naming", "inferred_because")
    assert list(rows) == [("Network", "lead", "stated", ""), ("Court", "support", "inferred", "It trains.")]
    assert [(link.kind, link.earlier) for link in made.earlier_links.all()] == [("repeats", item)]
    assert [link.action for link in made.action_links.all()] == [running]


def test_repeat_carries_the_last_assessment_of_each_addressee(session):
    one, two, three = make.actor("One"), make.actor("Two"), make.actor("Three")
    item = public(addressees=[one, two, three])
    first, second = item.addressees.get(actor=one), item.addressees.get(actor=two)
    make.assess(first, "not_started", date(2024, 1, 2))
    last = make.assess(first, "in_progress", FOUND, reason="A course is planned.", basis="document")
    make.assess(second, "implemented", FOUND, evidence=[make.evidence("Decree", audience="public")])

    made = item.repeat(in_session=session, by=make.user())

    rows = {row.actor: row for row in made.addressees.all()}
    said = "Carried forward from MS2023-01, assessed as of 6 May 2024"
    assert told(rows[one]) == [("in_progress", date(2024, 11, 7), "document", f"{said}: A course is planned.")]
    assert told(rows[two]) == [("implemented", date(2024, 11, 7), "checked", f"{said}.")]
    assert told(rows[three]) == []
    assert rows[one].status_changes.get().carries == last
    assert [(p.title, p.audience) for p in rows[two].status_changes.get().evidence.all()] == [("Decree", "public")]
    assert (made.status, made.status_as_of) == ("partly_implemented", date(2024, 11, 7))


def test_what_was_found_after_the_new_issue_keeps_its_day(session):
    item = public()
    make.assess(item.addressees.get(), "in_progress", date(2025, 2, 3))

    made = item.repeat(in_session=session)

    assert made.status_as_of == date(2025, 2, 3)


def test_corrected_entry_is_not_carried(session):
    item = public()
    row = item.addressees.get()
    wrong = make.assess(row, "in_progress", FOUND)
    row.correct(wrong, status="not_assessed", as_of=FOUND, basis="checked")

    assert item.repeat(in_session=session).status == "not_assessed"


def test_closing_of_a_priority_is_not_carried(session):
    one, two = make.actor(), make.actor()
    item = public(addressees=[one, two], priority=True)
    found = {"status": "implemented", "as_of": FOUND, "basis": "checked", "evidence": [make.evidence()]}
    proposed = item.addressees.get(actor=one).propose_closing(**found, by=make.user("one@example.org"))
    proposed.confirm(by=make.user("two@example.org"))

    made = item.repeat(in_session=session)

    item.refresh_from_db()
    assert (item.status, made.status) == ("partly_implemented", "not_assessed")


def test_open_parts_go_with_their_whole(session):
    whole = public(addressees=[])
    public("MS2023-01.1", part_of=whole, headline="First")
    closed = public("MS2023-01.2", part_of=whole)
    public("MS2023-01.3", part_of=whole, headline="Third")
    make.assess(closed.addressees.get(), "implemented", FOUND)
    make.recommendation("MS2023-01.4", part_of=whole, addressees=[None])  # a draft

    made = whole.repeat(in_session=session)

    parts = made.parts.order_by("reference").values_list("reference", "headline", "order")
    assert list(parts) == [("MS2024-08.1", "First", 40), ("MS2024-08.2", "Third", 40)]
    links = RecommendationLink.objects.values_list("later__reference", "earlier__reference")
    assert sorted(links) == [
        ("MS2024-08", "MS2023-01"),
        ("MS2024-08.1", "MS2023-01.1"),
        ("MS2024-08.2", "MS2023-01.3"),
    ]


def test_opened_group_is_opened_again_as_it_is_on_the_new_date_of_issue(session):
    group, stays, left, joined = make.actor("Group"), make.actor("Stays"), make.actor("Left"), make.actor("Joined")
    make.member(group, stays)
    make.member(group, left, until=date(2024, 1, 1))
    make.member(group, joined, since=date(2024, 1, 1))
    item = public(addressees=[group])
    item.addressees.get().open_members()
    make.assess(item.addressees.get(actor=stays), "in_progress", FOUND)
    make.assess(item.addressees.get(actor=left), "partly_implemented", FOUND)

    made = item.repeat(in_session=session)

    rows = made.addressees.order_by("pk").values_list("actor__name", "via__actor__name", "status")
    assert list(rows) == [
        ("Group", None, "in_progress"),
        ("Joined", "Group", "not_assessed"),
        ("Stays", "Group", "in_progress"),
    ]


def earlier_session():
    return make.session(make.meeting("MS2022", published=True, starts_on=date(2022, 11, 9)))


def coming_session():
    return make.session(make.meeting("MS2999", starts_on=date(2999, 11, 9)))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda item: make.assess(item.addressees.get(), "implemented", FOUND), "MS2023-01 is closed"),
        (lambda item: item.archive(), "MS2023-01 is not public"),
        (lambda item: every.filter(pk=item.pk).update(restates=public("MS2023-02")), "MS2023-01 restates MS2023-02"),
        (lambda item: item.session.meeting.archive(), "MS2023-01 is not public"),
    ],
)
def test_repeat_refuses_what_is_not_open_and_public_itself(session, spoil, words):
    item = public()
    spoil(item)

    error = refusal(every.get(pk=item.pk).repeat, in_session=session)

    assert codes(error) == ["repeat"]
    assert error.messages[0].startswith(words)


def test_repeat_refuses_a_part_and_a_draft(session):
    part = make.recommendation("MS2023-01.1", part_of=public(addressees=[]), addressees=[None])

    assert [message.partition(";")[0] for message in refusal(part.repeat, in_session=session).messages] == [
        "MS2023-01.1 is a part",
        "MS2023-01.1 is not public",
    ]


@pytest.mark.parametrize(
    ("into", "said"),
    [
        (lambda item: item.session, "MS2023 is not later than the meeting of MS2023-01."),
        (lambda item: earlier_session(), "MS2022 is not later than the meeting of MS2023-01."),
        (lambda item: coming_session(), "MS2999 is not over; it has recommended nothing yet."),
    ],
)
def test_repeat_refuses_a_session_that_is_not_later_or_not_over(into, said):
    item = public()

    assert refusal(item.repeat, in_session=into(item)).messages == [said]


def test_repeat_refuses_a_second_time_in_the_same_meeting(session):
    item = public()
    item.repeat(in_session=session)

    refused = refusal(item.repeat, in_session=make.session(session.meeting, 3))

    assert refused.messages == ["MS2023-01 was taken up there already, as MS2024-08."]


# How a thread counts and ages.


@pytest.fixture
def thread(session):
    """An item of 2023, assessed in May 2024, and the draft that repeats it in November."""
    item = public()
    make.assess(item.addressees.get(), "in_progress", FOUND)
    made = item.repeat(in_session=session)
    made.position = "bullet 1"
    made.save()
    return item, made


def test_repeated_item_counts_once_it_is_open_and_repeated_in_public(thread):
    item, made = thread
    of_thread = every.filter(pk__in=[item.pk, made.pk])
    before = references(of_thread.published().followed_up())

    made.publish()
    repeated = references(of_thread.published().followed_up())
    made.archive()

    assert (before, repeated) == (["MS2023-01"], ["MS2024-08"])
    assert references(of_thread.published().followed_up()) == ["MS2023-01"]


def test_item_that_was_closed_before_it_was_asked_again_goes_on_counting(thread):
    item, made = thread
    make.assess(item.addressees.get(), "implemented", date(2024, 10, 1))
    made.publish()

    assert references(every.published().followed_up()) == ["MS2023-01", "MS2024-08"]


@pytest.mark.parametrize("kind", [kind for kind in LinkKind if kind != LinkKind.REPEATS])
def test_item_that_is_linked_otherwise_goes_on_counting(thread, kind):
    _, made = thread
    made.publish()
    RecommendationLink.objects.update(kind=kind)

    assert references(every.published().followed_up()) == ["MS2023-01", "MS2024-08"]


def test_repeated_item_says_where_it_is_followed_up(thread, client):
    item, made = thread
    before = every.filter(pk=item.pk).with_again().get().again
    made.publish()

    assert (before, every.filter(pk=item.pk).with_again().get().again) == (None, "MS2024-08")
    assert references(every.repeated_later()) == ["MS2023-01"]
    assert "Asked again; followed up in" in client.get(item.session.meeting.get_absolute_url()).content.decode()
    assert client.get(item.get_absolute_url()).context["repeated_by"] == [made]


def test_draft_between_two_public_items_is_stepped_over(thread):
    item, draft = thread
    last = public("MS2025-01", make.session(make.meeting("MS2025", published=True, starts_on=date(2025, 11, 5))))
    RecommendationLink.objects.create(later=last, earlier=draft, kind=LinkKind.REPEATS)

    assert references(every.published().followed_up()) == ["MS2025-01"]
    assert every.filter(pk=item.pk).with_again().get().again == "MS2025-01"


def test_carried_item_is_stale_from_when_it_was_found(thread):
    _, made = thread
    year_after = FOUND + timedelta(days=365)

    stale = every.filter(pk=made.pk).stale
    assert references(stale(year_after)) == []
    assert references(stale(year_after + timedelta(days=1))) == ["MS2024-08"]


def test_carried_item_is_not_stale_once_it_is_assessed_anew(thread):
    _, made = thread
    make.assess(made.addressees.get(), "in_progress", date(2025, 5, 1))

    stale = every.filter(pk=made.pk).stale
    assert references(stale(date(2026, 5, 1))) == []
    assert references(stale(date(2026, 5, 2))) == ["MS2024-08"]


@pytest.mark.parametrize("on", ["item", "row"])
def test_carried_item_is_not_stale_while_something_was_noted_on_what_it_repeats(thread, on):
    item, made = thread
    make.note(item if on == "item" else item.addressees.get(), noted_on=date(2024, 10, 1), audience="public")

    stale = every.filter(pk=made.pk).stale
    assert references(stale(date(2025, 10, 1))) == []
    assert references(stale(date(2025, 10, 2))) == ["MS2024-08"]


def test_item_carried_twice_is_as_old_as_the_first(thread):
    _, made = thread
    made.publish()
    third = make.session(make.meeting("MS2025", starts_on=date(2025, 11, 5), published=True))

    last = made.repeat(in_session=third)

    change = last.addressees.get().status_changes.get()
    assert change.carries.as_of == FOUND
    assert change.reason == "Carried forward from MS2024-08, assessed as of 6 May 2024."
    assert references(every.filter(pk=last.pk).stale(date(2025, 12, 1))) == ["MS2025-01"]


def test_not_reviewed_counts_from_the_last_finding_or_the_issue(thread):
    item, made = thread
    public("MS2023-05")
    fresh = public("MS2023-06")
    make.assess(fresh.addressees.get(), "in_progress", date(2025, 1, 1))
    closed = public("MS2023-07")
    make.assess(closed.addressees.get(), "implemented", date(2024, 1, 1))
    on = date(2025, 5, 6)

    assert references(every.unreviewed(on)) == ["MS2023-05"]
    assert references(every.unreviewed(on + timedelta(days=1))) == ["MS2023-01", "MS2023-05"]
    assert references(every.filter(pk=made.pk).unreviewed(date(2025, 12, 1))) == ["MS2024-08"]
    assert StatusChange.objects.found_since(date(2024, 12, 31)).count() == 1


def test_not_reviewed_means_today_unless_a_day_is_given():
    public(issued_on=timezone.localdate() - timedelta(days=366))
    public("MS2023-02", issued_on=timezone.localdate() - timedelta(days=365))

    assert references(every.unreviewed()) == ["MS2023-01"]


def test_inconsistent_carrying_is_of_the_same_item_or_another_addressee(thread):
    item, made = thread
    sound = StatusChange.objects.get(addressee__recommendation=made)
    other, fields = make.addressee(made), {"as_of": date(2024, 12, 1), "basis": "checked", "number": 9}
    amiss = [
        StatusChange.objects.create(addressee=other, status="in_progress", carries=sound.carries, **fields),
        StatusChange.objects.create(addressee=sound.addressee, status="not_started", carries=sound.carries, **fields),
        StatusChange.objects.create(
            addressee=item.addressees.get(), status="in_progress", carries=sound.carries, **fields
        ),
    ]

    assert list(StatusChange.objects.inconsistent_carrying().order_by("pk")) == amiss
