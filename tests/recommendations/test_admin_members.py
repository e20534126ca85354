"""Several members of a group are assessed in one save: blank lines are skipped, errors stand at their cell."""

import pytest
from django.urls import reverse

from recommendations.models import Addressee, ClosingProposal, Evidence, StatusChange
from tests import factories as make
from tests.desk import form, officer, told

pytestmark = pytest.mark.django_db
SHARED = {"all-as_of": "2024-03-01", "all-basis": "checked"}
PROOF = {"all-title": "Joint report", "all-url": "https://example.org/joint", "all-audience": "public"}


def opened(priority=False, names=("Austria", "Belgium", "Croatia")):
    group = make.actor("Member States")
    for name in names:
        make.member(group, make.actor(name))
    row = make.addressee(make.recommendation(published=True, priority=priority), group)
    row.open_members()
    return row


@pytest.fixture
def group():
    return opened()


def page(group) -> str:
    return reverse("desk:members", args=[group.pk])


def line(group, name, **typed) -> dict:
    """What is typed in the line of a member."""
    row = group.members.get(actor__name=name)
    return {f"m{row.pk}-{field}": value for field, value in typed.items()}


def save(client, group, *typed):
    data = form(client, page(group))
    for one in typed:
        data |= one
    return client.post(page(group), data)


def found() -> list:
    return list(StatusChange.objects.order_by("pk").values_list("addressee__actor__name", "status", "basis"))


def said(response) -> dict:
    """The errors of each line, and of the first."""
    lines = [response.context["shared"], *response.context["lines"]]
    names = ["all", *(one.row.actor.name for one in response.context["lines"])]
    return {name: dict(one.errors) for name, one in zip(names, lines, strict=True) if one.errors}


def test_lines_with_a_status_are_recorded_and_the_others_skipped(client, group):
    editor = officer(client)

    answer = save(
        client,
        group,
        line(group, "Austria", status="in_progress", as_of="2024-03-01", basis="reported", remark="Told by telephone."),
        line(group, "Croatia", status="not_implemented", as_of="2024-03-02", basis="checked", reason="No money."),
    )

    group.refresh_from_db()
    assert found() == [("Austria", "in_progress", "reported"), ("Croatia", "not_implemented", "checked")]
    assert {one.recorded_by for one in StatusChange.objects.all()} == {editor}
    assert list(StatusChange.objects.values_list("remark", "reason")) == [("Told by telephone.", ""), ("", "No money.")]
    assert told(client.get(answer.url)) == ["2 members are assessed."]
    assert (group.status, str(group.status_as_of)) == ("in_progress", "2024-03-02")


def test_ticked_members_take_from_the_first_line_what_is_empty_in_their_own(client, group):
    officer(client)
    own = {"title": "Own law", "url": "https://example.org/own", "basis": "document"}

    save(
        client,
        group,
        SHARED | PROOF | {"all-status": "implemented"},
        line(group, "Austria", take="on"),
        line(group, "Belgium", take="on", **own),
    )

    assert found() == [("Austria", "implemented", "checked"), ("Belgium", "implemented", "document")]
    assert list(Evidence.objects.order_by("pk").values_list("title", "url", "audience")) == [
        ("Joint report", "https://example.org/joint", "public"),
        ("Own law", "https://example.org/own", "internal"),
    ]


def test_line_that_is_not_ticked_takes_nothing_from_the_first(client, group):
    officer(client)

    answer = save(client, group, SHARED, line(group, "Austria", status="in_progress"))

    needed = ["Needed for this member, here or above."]
    assert said(answer) == {"Austria": {"as_of": needed, "basis": needed}}
    assert found() == []


def test_errors_stand_at_their_line_and_nothing_is_recorded_or_lost(client, group):
    officer(client)

    answer = save(
        client,
        group,
        SHARED,
        line(group, "Austria", take="on", status="in_progress"),
        line(group, "Belgium", take="on", status="implemented", remark="Seen."),
        line(group, "Croatia", take="on", status="implemented", title="Law"),
    )

    assert said(answer) == {
        "Belgium": {"__all__": ["“Implemented” needs evidence: an address or a document."]},
        "Croatia": {"__all__": ["Give the address of the document, or the document itself, not both."]},
    }
    assert found() == []
    assert [one.row.status for one in answer.context["lines"]] == ["not_assessed"] * 3
    belgium = answer.context["lines"][1]
    assert [belgium[name].value() for name in ("take", "status", "remark")] == [True, "implemented", "Seen."]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"as_of": "soon"}, "as_of"),
        ({"as_of": "2999-01-01"}, "as_of"),
        ({"as_of": "2023-01-01"}, "as_of"),
        ({"basis": "hearsay"}, "basis"),
        ({"status": "not_assessed"}, "status"),
        ({"url": "nowhere"}, "url"),
        ({"remark": "a\x07b"}, "remark"),
        ({"entries": "x"}, "entries"),
        ({"entries": "7"}, "__all__"),
    ],
)
def test_bad_input_is_told_at_its_cell(client, group, typed, field):
    officer(client)
    sound = {"status": "in_progress", "as_of": "2024-03-01", "basis": "checked"}

    answer = save(client, group, line(group, "Belgium", **sound | typed))

    assert [(name, [*fields]) for name, fields in said(answer).items()] == [("Belgium", [field])]
    assert found() == []


def test_page_sent_twice_is_recorded_once(client, group):
    officer(client)
    typed = line(group, "Austria", status="in_progress", as_of="2024-03-01", basis="checked")
    data = form(client, page(group)) | typed

    client.post(page(group), data)
    again = client.post(page(group), data)

    assert [*said(again)] == ["Austria"]
    assert len(found()) == 1


def test_empty_page_says_what_to_do(client, group):
    officer(client)

    assert said(save(client, group, SHARED)) == {"all": {"__all__": ["Choose a status for at least one member."]}}


def test_closings_of_a_priority_are_proposed_and_the_rest_is_assessed(client):
    group = opened(priority=True)
    editor = officer(client)

    answer = save(
        client,
        group,
        SHARED,
        line(group, "Austria", take="on", status="in_progress"),
        line(group, "Belgium", take="on", status="not_implemented", reason="No money."),
    )

    assert found() == [("Austria", "in_progress", "checked")]
    assert list(ClosingProposal.objects.values_list("addressee__actor__name", "recorded_by")) == [
        ("Belgium", editor.pk)
    ]
    assert told(client.get(answer.url)) == [
        "1 member is assessed.",
        "1 closing is proposed; somebody else confirms it.",
    ]


def test_page_names_what_waits(client):
    group = opened(priority=True)
    austria, belgium, _ = group.members.order_by("actor__name")
    make.respond(austria, "accepted", accepted=False)
    make.propose(belgium)
    officer(client)

    lines = client.get(page(group)).context["lines"]

    assert [(one.answer_waits, one.closing_waits) for one in lines] == [(True, False), (False, True), (False, False)]


def test_whoever_may_not_assess_sees_no_members(client, group):
    officer(client, "Contributors")

    assert client.get(page(group)).status_code == 403


def test_group_that_is_not_opened_has_an_empty_page(client):
    officer(client)

    answer = client.get(page(make.addressee()))

    assert (answer.status_code, answer.context["lines"]) == (200, [])


def test_page_asks_the_database_no_more_for_more_members(client, django_assert_max_num_queries):
    group = opened(names=[f"State {number}" for number in range(27)])
    officer(client)

    with django_assert_max_num_queries(10):
        shown = client.get(page(group))

    assert len(shown.context["lines"]) == 27


def test_public_page_folds_the_members_and_counts_those_assessed(client, group):
    austria, belgium, croatia = group.members.order_by("actor__name")
    make.assess(austria, "implemented")
    make.assess(belgium, "not_implemented")

    item = group.recommendation
    body = client.get(item.get_absolute_url()).content.decode()

    row = Addressee.objects.get(pk=group.pk)
    assert body.count("2 of 3 assessed") == 2  # of the item, and of the group
    assert (row.status, croatia.status) == ("partly_implemented", "not_assessed")
