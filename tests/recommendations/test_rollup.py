"""The roll-up: the rule itself as a table of cases, then how it travels from addressees to items, wholes and leads."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings, strategies as st

from recommendations.models import Status
from tests import factories as make

NA, NS, IP, PI, IM, CP, NI, NL = Status
CLOSED = {IM, CP, NI, NL}

# Read off the sentence in docs/decisions.md, clause by clause, each with what tells it from its neighbours.
CASES = [
    # Nobody is asked, or nobody was assessed.
    ([], NA),
    ([NA], NA),
    ([NA, NA], NA),
    ([NA, NA, NA], NA),
    # All no longer applicable; otherwise those are left out.
    ([NL], NL),
    ([NL, NL], NL),
    ([NL, NA], NA),
    ([NL, NS], NS),
    ([NL, IP], IP),
    ([NL, PI], PI),
    ([NL, IM], IM),
    ([NL, CP], CP),
    ([NL, NI], NI),
    ([NL, NL, IM], IM),
    ([NL, NA, IM], PI),
    ([NL, IM, NI], CP),
    # All implemented.
    ([IM], IM),
    ([IM, IM], IM),
    ([IM, IM, IM], IM),
    # All closed, and nothing implemented, even partly.
    ([NI], NI),
    ([NI, NI], NI),
    ([NI, NL, NI], NI),
    # All closed, mixed.
    ([CP], CP),
    ([CP, CP], CP),
    ([IM, NI], CP),
    ([IM, CP], CP),
    ([CP, NI], CP),
    ([IM, IM, NI], CP),
    ([IM, CP, NI, NL], CP),
    # Somebody is not done, and something was implemented, wholly or partly.
    ([PI], PI),
    ([PI, PI], PI),
    ([IM, NA], PI),
    ([IM, NS], PI),
    ([IM, IP], PI),
    ([IM, PI], PI),
    ([CP, NA], PI),
    ([CP, NS], PI),
    ([CP, IP], PI),
    ([PI, NA], PI),
    ([PI, NS], PI),
    ([PI, IP], PI),
    ([PI, NI], PI),
    ([PI, CP], PI),
    ([IM, IM, NA], PI),
    ([IM, NI, NA], PI),
    # Nothing done yet, and somebody works on it.
    ([IP], IP),
    ([IP, IP], IP),
    ([IP, NA], IP),
    ([IP, NS], IP),
    ([IP, NI], IP),
    ([IP, NI, NA], IP),
    # All assessed, and nobody works on it.
    ([NS], NS),
    ([NS, NS], NS),
    ([NS, NI], NS),
    ([NS, NI, NL], NS),
    # Else nothing can be said.
    ([NS, NA], NA),
    ([NI, NA], NA),
    ([NS, NI, NA], NA),
    ([NI, NL, NA], NA),
]


def rollup(statuses) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT recommendations_rollup(%s::text[])", [[str(status) for status in statuses]])
        return cursor.fetchone()[0]


def named(case) -> str:
    return "+".join(case) if isinstance(case, list) else str(case)


@pytest.mark.django_db
@pytest.mark.parametrize(("statuses", "expected"), CASES, ids=named)
def test_rollup_follows_the_rule(statuses, expected):
    assert rollup(statuses) == expected


def test_cases_of_the_rule_are_all_different():
    assert len({tuple(sorted(statuses)) for statuses, _ in CASES}) == len(CASES)


@pytest.mark.django_db
def test_rollup_of_nothing_at_all_is_not_assessed():
    with connection.cursor() as cursor:
        cursor.execute("SELECT recommendations_rollup(NULL)")

        assert cursor.fetchone() == (NA,)


open_input = settings(max_examples=60)


@pytest.mark.django_db
@open_input
@given(st.lists(st.sampled_from(list(Status)), max_size=6), st.randoms())
def test_rollup_does_not_depend_on_the_order(statuses, random):
    shuffled = random.sample(statuses, len(statuses))

    assert rollup(shuffled) == rollup(statuses)


@pytest.mark.django_db
@open_input
@given(st.lists(st.sampled_from(list(Status)), min_size=1, max_size=6))
def test_rollup_is_closed_exactly_when_everybody_is(statuses):
    assert (rollup(statuses) in CLOSED) == (set(statuses) <= CLOSED)


@pytest.mark.django_db
@open_input
@given(st.lists(st.sampled_from(list(Status)), min_size=1, max_size=6))
def test_rollup_says_the_same_if_everybody_is_asked_twice(statuses):
    assert rollup(statuses * 2) == rollup(statuses)


# From addressees to their item.


@pytest.fixture
def item():
    return make.recommendation("MS2023-01", addressees=[make.actor("Eurojust"), make.actor("Europol")])


def stands(item):
    item.refresh_from_db()
    return item.status, item.status_as_of


def rows(item):
    return list(item.addressees.order_by("pk"))


@pytest.mark.django_db
def test_item_shows_the_rollup_and_the_latest_date(item):
    first, second = rows(item)

    make.assess(first, IM, date(2024, 6, 1))
    assert stands(item) == (PI, date(2024, 6, 1))

    make.assess(second, NI, date(2024, 3, 1))
    assert stands(item) == (CP, date(2024, 6, 1))


@pytest.mark.django_db
def test_item_follows_when_an_addressee_comes_or_goes(item):
    first, second = rows(item)
    make.assess(first, IM, date(2024, 6, 1))

    second.delete()
    assert stands(item) == (IM, date(2024, 6, 1))

    make.addressee(item)
    assert stands(item) == (PI, date(2024, 6, 1))


@pytest.mark.django_db
def test_addressee_of_whom_something_is_recorded_does_not_pass_to_another_item(item):
    other = make.recommendation("MS2023-02")
    first, _ = rows(item)
    make.assess(first, IM, date(2024, 6, 1))

    with pytest.raises(IntegrityError, match="can no longer become another"), transaction.atomic():
        type(first).objects.filter(pk=first.pk).update(recommendation=other)

    assert stands(other) == (NA, None)


# What an addressee's row shows of its recorded assessments.


@pytest.fixture
def row(item):
    return rows(item)[0]


def shows(row):
    row.refresh_from_db()
    return row.status, row.status_as_of


@pytest.mark.django_db
def test_row_shows_the_assessment_with_the_latest_date_whenever_it_was_entered(row):
    make.assess(row, IP, date(2024, 6, 1))
    make.assess(row, NS, date(2024, 1, 1))

    assert shows(row) == (IP, date(2024, 6, 1))


@pytest.mark.django_db
def test_row_shows_the_assessment_entered_last_of_the_same_day(row):
    make.assess(row, IP, date(2024, 6, 1))
    make.assess(row, PI, date(2024, 6, 1))

    assert shows(row) == (PI, date(2024, 6, 1))


@pytest.mark.django_db
def test_row_no_longer_shows_what_was_corrected_even_by_an_earlier_date(row):
    wrong = make.assess(row, IM, date(2024, 6, 1))

    row.correct(wrong, status=IP, as_of=date(2024, 2, 1), basis="checked")

    assert shows(row) == (IP, date(2024, 2, 1))


@pytest.mark.django_db
def test_row_shows_what_stood_before_when_a_correction_is_itself_corrected(row):
    make.assess(row, NS, date(2024, 1, 1))
    wrong = make.assess(row, IM, date(2024, 6, 1))
    worse = row.correct(wrong, status=PI, as_of=date(2024, 7, 1), basis="checked")
    assert shows(row) == (PI, date(2024, 7, 1))

    row.correct(worse, status=NS, as_of=date(2024, 5, 1), basis="checked")

    assert shows(row) == (NS, date(2024, 5, 1))


@pytest.mark.django_db
def test_row_is_not_assessed_again_when_its_only_entry_was_an_error(item, row):
    wrong = make.assess(row, IM, date(2024, 6, 1))

    row.correct(wrong, status=NA, as_of=date(2024, 6, 1), basis="checked")

    assert shows(row) == (NA, None)
    assert stands(item) == (NA, None)


# A group opened into its members.


@pytest.mark.django_db
def test_group_opened_into_members_shows_their_rollup_and_is_not_counted_beside_them():
    group = make.actor("Member States")
    for name in ["Belgium", "France"]:
        make.member(group, make.actor(name))
    item = make.recommendation(addressees=[group])
    of_group = item.addressees.get()
    make.assess(of_group, IM, date(2024, 1, 1))

    belgium, france = of_group.open_members()
    assert (shows(of_group), stands(item)) == ((NA, None), (NA, None))

    make.assess(belgium, IP, date(2024, 2, 1))
    assert (shows(of_group), stands(item)) == ((IP, date(2024, 2, 1)), (IP, date(2024, 2, 1)))

    make.assess(france, IM, date(2024, 3, 1))
    make.assess(belgium, IM, date(2024, 4, 1))
    assert (shows(of_group), stands(item)) == ((IM, date(2024, 4, 1)), (IM, date(2024, 4, 1)))


@pytest.mark.django_db
def test_group_opened_into_members_counts_beside_other_addressees():
    group = make.actor("Member States")
    make.member(group, make.actor("Belgium"))
    item = make.recommendation(addressees=[group, make.actor("Eurojust")])
    of_group, eurojust = rows(item)
    (belgium,) = of_group.open_members()

    make.assess(belgium, IM, date(2024, 3, 1))
    assert stands(item) == (PI, date(2024, 3, 1))

    make.assess(eurojust, IM, date(2024, 2, 1))
    assert stands(item) == (IM, date(2024, 3, 1))
