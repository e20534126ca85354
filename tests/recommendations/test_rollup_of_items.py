"""How a status travels from item to item, from parts to a whole and from a lead to what restates it; and at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, transaction

from recommendations.models import Addressee, Recommendation, Status, StatusChange
from tests import factories as make

NA, NS, IP, PI, IM, CP, NI, NL = Status
DAY, LATER = date(2024, 3, 1), date(2024, 6, 1)


def stands(item):
    item.refresh_from_db()
    return item.status, item.status_as_of


def part(whole, number, **fields):
    return make.recommendation(f"{whole.reference}.{number}", part_of=whole, addressees=[make.actor()], **fields)


def assess(item, status, as_of=DAY):
    make.assess(item.addressees.get(), status, as_of)


@pytest.mark.django_db
def test_whole_shows_the_rollup_of_its_parts_and_their_latest_date():
    whole = make.recommendation()
    one, two = part(whole, 1), part(whole, 2)

    assess(one, IM, LATER)
    assert stands(whole) == (PI, LATER)

    assess(two, IM, DAY)
    assert stands(whole) == (IM, LATER)


@pytest.mark.django_db
def test_whole_follows_when_a_part_comes_or_goes():
    whole = make.recommendation()
    assess(part(whole, 1), IM)

    second = part(whole, 2)
    assert stands(whole) == (PI, DAY)

    second.addressees.all().delete()
    second.delete()
    assert stands(whole) == (IM, DAY)


@pytest.mark.django_db
def test_draft_part_does_not_count_for_a_published_whole():
    whole = make.recommendation(published=True)
    assess(part(whole, 1, published=True), IM)
    draft = part(whole, 2)
    assess(draft, NI, LATER)
    assert stands(whole) == (IM, DAY)

    draft.publish()

    assert stands(whole) == (CP, LATER)


@pytest.mark.django_db
def test_draft_part_counts_for_a_draft_whole_and_no_longer_once_the_whole_is_public():
    whole = make.recommendation()
    assess(part(whole, 1, published=True), IM)
    assess(part(whole, 2), NI, LATER)
    assert stands(whole) == (CP, LATER)

    Recommendation.objects.filter(pk=whole.pk).update(publication="published", published_on=DAY)

    assert stands(whole) == (IM, DAY)


@pytest.mark.django_db
def test_archived_part_counts_for_an_archived_whole_and_a_draft_one_does_not():
    whole = make.recommendation(published=True)
    first, second = part(whole, 1, published=True), part(whole, 2, published=True)
    assess(first, IM)
    assess(second, IP)
    assess(part(whole, 3), NS, LATER)

    second.archive()
    assert stands(whole) == (IM, DAY)

    whole.archive()
    assert stands(whole) == (PI, DAY)


@pytest.mark.django_db
def test_restatement_shows_the_status_of_its_lead():
    lead = make.recommendation("MS2023-01", addressees=[make.actor()])
    early = make.recommendation("MS2023-02", restates=lead)

    assess(lead, IM)

    late = make.recommendation("MS2023-03", restates=lead)
    assert [stands(item) for item in (early, late)] == [(IM, DAY)] * 2


@pytest.mark.django_db
def test_restatement_of_a_whole_follows_its_parts():
    whole = make.recommendation("MS2023-01")
    again = make.recommendation("MS2023-02", restates=whole)

    assess(part(whole, 1), IP)

    assert stands(again) == (IP, DAY)


@pytest.mark.django_db
def test_part_that_restates_brings_the_status_of_its_lead_to_the_whole():
    lead = make.recommendation("MS2023-01", addressees=[make.actor()])
    whole = make.recommendation("MS2023-02")
    make.recommendation("MS2023-02.1", part_of=whole, restates=lead)

    assess(lead, PI)

    assert stands(whole) == (PI, DAY)


@pytest.mark.django_db
def test_item_that_no_longer_restates_shows_its_own_addressees_again():
    lead = make.recommendation("MS2023-01", addressees=[make.actor()])
    assess(lead, IM)
    again = make.recommendation("MS2023-02", restates=lead, addressees=[make.actor()])
    assert stands(again) == (IM, DAY)

    Recommendation.objects.filter(pk=again.pk).update(restates=None)

    assert stands(again) == (NA, None)


# At once: two officers, two connections.


def at_once(*deeds):
    """Do all of it at the same moment, each through a connection of its own; the first error is raised."""
    start = Barrier(len(deeds))

    def run(deed):
        try:
            start.wait()
            deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        for done in [pool.submit(run, deed) for deed in deeds]:
            done.result(timeout=20)


def by_verb(pk, status, as_of):
    return lambda: make.assess(Addressee.objects.get(pk=pk), status, as_of)


def by_row(pk, status, as_of):
    """As an import would: no lock of any verb is held."""
    number = StatusChange.objects.filter(addressee=pk).count() + 1
    fields = {"status": status, "as_of": as_of, "basis": "checked", "reason": "Over."}
    return lambda: StatusChange.objects.create(addressee_id=pk, number=number, **fields)


# Each round says more than the one before, so that a lost one would show.
ROUNDS = [(NS, NS, NS), (IP, NS, IP), (IP, PI, PI), (PI, CP, PI), (NI, CP, CP), (CP, NI, CP), (NI, NI, NI)]


def dated(rounds):
    return [(date(2024, 1, n), *statuses) for n, statuses in enumerate(rounds, 1)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("record", [by_verb, by_row])
def test_two_addressees_assessed_at_once_both_count(record):
    item = make.recommendation(addressees=[make.actor(), make.actor()])
    one, two = item.addressees.values_list("pk", flat=True)

    for day, first, second, expected in dated(ROUNDS):
        at_once(record(one, first, day), record(two, second, day))

        assert stands(item) == (expected, day)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("record", [by_verb, by_row])
def test_two_parts_assessed_at_once_both_count(record):
    whole = make.recommendation()
    one, two = (part(whole, n).addressees.get().pk for n in (1, 2))

    for day, first, second, expected in dated(ROUNDS):
        at_once(record(one, first, day), record(two, second, day))

        assert stands(whole) == (expected, day)


@pytest.mark.django_db(transaction=True)
def test_two_members_of_a_group_assessed_at_once_both_count():
    group = make.actor("Member States")
    for name in ["Belgium", "France"]:
        make.member(group, make.actor(name))
    item = make.recommendation(addressees=[group])
    one, two = (row.pk for row in item.addressees.get().open_members())

    for day, first, second, expected in dated(ROUNDS):
        at_once(by_verb(one, first, day), by_verb(two, second, day))

        assert stands(item) == (expected, day)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("divided", [False, True], ids=["addressees", "parts"])
def test_many_assessed_at_once_in_opposite_orders_do_not_wait_for_each_other(divided):
    item = make.recommendation(addressees=[] if divided else [make.actor(), make.actor()])
    rows = (
        [part(item, n).addressees.get().pk for n in (1, 2)] if divided else item.addressees.values_list("pk", flat=True)
    )

    def one_after_the_other(order, day):
        deeds = [by_verb(row, IP, day) for row in order]

        def run():
            with transaction.atomic():
                for deed in deeds:
                    deed()

        return run

    for day in [date(2024, 1, n) for n in range(1, 8)]:
        at_once(one_after_the_other([*rows], day), one_after_the_other([*rows][::-1], day))

    assert stands(item) == (IP, date(2024, 1, 7))


@pytest.mark.django_db(transaction=True)
def test_one_addressee_assessed_twice_at_once_has_two_entries():
    row = make.addressee(make.recommendation())

    for n in range(1, 8):
        at_once(by_verb(row.pk, IP, date(2024, 1, n)), by_verb(row.pk, PI, date(2024, 1, n)))

    assert list(row.status_changes.values_list("number", flat=True)) == list(range(1, 15))


@pytest.mark.django_db(transaction=True)
def test_addressee_added_while_another_is_assessed_counts():
    item = make.recommendation(addressees=[make.actor()])
    row = item.addressees.get()
    newcomers = [make.actor() for _ in range(8)]

    for day, newcomer in enumerate(newcomers, 1):
        at_once(by_verb(row.pk, IM, date(2024, 1, day)), lambda who=newcomer: make.addressee(item, who))

        assert stands(item) == (PI, date(2024, 1, day))
