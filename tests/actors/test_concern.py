"""Whose recommendations concern whom: up to wholes, groups and their communities, down to members and parts."""

from datetime import date

import pytest

from actors.models import Actor, Membership
from tests import factories as make

pytestmark = pytest.mark.django_db

JOINED, LEFT = date(2004, 5, 1), date(2025, 1, 1)


def concern(actor) -> set[str]:
    return {one.actor.name for one in actor.concerns.all()}


def dated(actor) -> list[tuple]:
    return sorted(
        ((one.actor.name, one.during.lower, one.during.upper) for one in actor.concerns.all()),
        key=lambda one: tuple(map(str, one)),
    )


@pytest.fixture
def europe():
    """The Union with two Member States, an authority in each, two agencies and a community of practitioners."""
    union = make.actor("Union", kind="country_group")
    cast = {"Union": union}
    for name, code in [("France", "FR"), ("Germany", "DE")]:
        cast[name] = make.country(name, code)
        make.member(union, cast[name])
        authority = f"Prosecutors of {name}"
        cast[authority] = make.actor(authority, kind="national_authority", part_of=cast[name])
    community = {"kind": "professional_community", "part_of": union}
    cast["Judges of Member States"] = make.actor("Judges of Member States", **community)
    cast["Europol"] = make.actor("Europol", kind="eu_agency", part_of=union)
    cast["Smuggling Centre"] = make.actor("Smuggling Centre", part_of=cast["Europol"])
    make.country("Norway", "NO")
    return cast


ALL_OF_FRANCE = {"France", "Prosecutors of France"}
CONCERNS = {
    # Its authorities; the group; the group's community. Not Germany, not the agencies: that would be down after up.
    "France": ALL_OF_FRANCE | {"Union", "Judges of Member States"},
    # From a part of a member, over the member, to the group and its community. Not its sisters.
    "Prosecutors of France": ALL_OF_FRANCE | {"Union", "Judges of Member States"},
    "Smuggling Centre": {"Smuggling Centre", "Europol", "Union", "Judges of Member States"},
    "Europol": {"Smuggling Centre", "Europol", "Union", "Judges of Member States"},
    "Judges of Member States": {"Judges of Member States", "Union"},
    # A group: all its members and parts, and theirs.
    "Union": ALL_OF_FRANCE
    | {"Germany", "Prosecutors of Germany"}
    | {"Union", "Judges of Member States", "Europol", "Smuggling Centre"},
}


@pytest.mark.parametrize("name", CONCERNS)
def test_actor_is_concerned_by_what_is_above_and_below_it(europe, name):
    assert concern(europe[name]) == CONCERNS[name]


def test_actor_that_belongs_nowhere_is_concerned_by_itself_alone(europe):
    assert concern(Actor.objects.get(name="Norway")) == {"Norway"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2004, 4, 30), {"Britain"}),
        (JOINED, {"Britain", "Union"}),
        (date(2024, 12, 31), {"Britain", "Union"}),
        (LEFT, {"Britain"}),
    ],
)
def test_group_concerns_its_member_on_the_days_of_its_membership(day, expected):
    union, britain = make.actor("Union"), make.actor("Britain")
    make.member(union, britain, JOINED, LEFT)

    assert {one.actor.name for one in britain.concerns.on(day)} == expected


def test_community_of_a_country_concerns_the_country_and_its_parts_once():
    country = make.country("France", "FR")
    make.actor("Judges of France", kind="professional_community", part_of=country)
    ministry = make.actor("Ministry", kind="national_authority", part_of=country)

    assert dated(country) == [("France", None, None), ("Judges of France", None, None), ("Ministry", None, None)]
    assert concern(ministry) == {"Ministry", "France", "Judges of France"}


def test_authority_of_a_country_does_not_concern_its_sister():
    country = make.country("France", "FR")
    police = make.actor("Police", part_of=country)
    make.actor("Customs", part_of=country)

    assert concern(police) == {"Police", "France"}


# Dates.


def test_membership_concerns_for_as_long_as_it_lasts_on_both_sides():
    union, britain = make.actor("Union"), make.actor("Britain")
    make.member(union, britain, JOINED, LEFT)

    assert dated(britain) == [("Britain", None, None), ("Union", JOINED, LEFT)]
    assert dated(union) == [("Britain", JOINED, LEFT), ("Union", None, None)]


def test_two_memberships_concern_each_in_its_time():
    group, body = make.actor("Group"), make.actor("Body")
    make.member(group, body, until=JOINED)
    make.member(group, body, since=LEFT)

    assert dated(body) == [("Body", None, None), ("Group", LEFT, None), ("Group", None, JOINED)]


def test_steps_one_above_the_other_hold_while_all_of_them_do():
    top, middle, low = make.actor("Top"), make.actor("Middle"), make.actor("Low")
    make.member(top, middle, JOINED, LEFT)
    make.member(middle, low, since=date(2010, 1, 1))
    make.actor("Community", kind="professional_community", part_of=top)

    assert dated(low) == [
        ("Community", date(2010, 1, 1), LEFT),
        ("Low", None, None),
        ("Middle", date(2010, 1, 1), None),
        ("Top", date(2010, 1, 1), LEFT),
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [((JOINED, None), (None, LEFT)), ((None, LEFT), (JOINED, None)), ((JOINED, LEFT), (None, None))],
)
def test_two_steps_hold_between_the_dates_of_both_up_and_down(upper, lower):
    top, middle, low = make.actor("Top"), make.actor("Middle"), make.actor("Low")
    make.member(top, middle, *upper)
    make.member(middle, low, *lower)

    assert dated(low) == [("Low", None, None), ("Middle", *lower), ("Top", JOINED, LEFT)]
    assert dated(top) == [("Low", JOINED, LEFT), ("Middle", *upper), ("Top", None, None)]


def test_steps_that_never_held_together_lead_nowhere():
    top, middle, low = make.actor("Top"), make.actor("Middle"), make.actor("Low")
    make.member(top, middle, until=JOINED)
    make.member(middle, low, since=JOINED)

    assert concern(low) == {"Low", "Middle"}
    assert concern(top) == {"Top", "Middle"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2004, 4, 30), ["Always"]),
        (JOINED, ["Always", "Past"]),
        (date(2024, 12, 31), ["Always", "Past"]),
        (LEFT, ["Always", "Future"]),
    ],
)
def test_membership_is_in_force_from_its_first_day_and_no_longer_on_the_day_it_ends(day, expected):
    group = make.actor("Group")
    make.member(group, make.actor("Always"))
    make.member(group, make.actor("Past"), JOINED, LEFT)
    make.member(group, make.actor("Future"), since=LEFT)

    assert sorted(one.member.name for one in Membership.objects.on(day)) == expected


def test_membership_in_force_means_today_unless_a_day_is_given():
    group = make.actor("Group")
    make.member(group, make.actor("Past"), JOINED, LEFT)
    still = make.member(group, make.actor("Still"), since=LEFT)

    assert list(Membership.objects.on()) == [still]


# Circles: no row can know of them, and nothing hangs on them.


def circle(*names):
    cast = [make.actor(name) for name in names]
    for lower, upper in zip(cast, [*cast[1:], cast[0]], strict=True):
        Actor.objects.filter(pk=lower.pk).update(part_of=upper)
    return cast


def test_circle_of_parts_ends_and_is_found():
    one, _, _ = circle("One", "Two", "Three")
    four = make.actor("Four", part_of=one)

    assert concern(one) == {"One", "Two", "Three", "Four"}
    assert concern(four) == {"One", "Two", "Three", "Four"}
    assert sorted(actor.name for actor in Actor.objects.inconsistent_parents()) == ["One", "Three", "Two"]


def test_circle_of_members_ends():
    one, two = make.actor("One"), make.actor("Two")
    make.member(one, two)
    make.member(two, one)

    assert concern(one) == concern(two) == {"One", "Two"}


def test_circle_is_refused_by_a_form():
    top = make.actor("Top")
    low = make.actor("Low", part_of=make.actor("Middle", part_of=top))
    top.part_of = low

    with pytest.raises(Exception, match="Low is itself part of this actor"):
        top.full_clean()


def test_circle_elsewhere_above_does_not_hang_a_form():
    one, _ = circle("One", "Two")

    Actor(slug="three", name="Three", kind="network", part_of=one).full_clean()
