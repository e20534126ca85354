"""Many are asked at once, from the list, an item, a meeting or a group: all that are ticked, or nobody."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from recommendations.models import Addressee
from tests import factories as make
from tests.desk import change, errors, form, officer, send, told

pytestmark = pytest.mark.django_db
ASK = reverse("desk:ask")
DATES = {"on": "2024-03-01", "due": "2024-06-01"}


def rows(*chosen) -> str:
    return f"{ASK}?rows={'.'.join(str(row.pk) for row in chosen)}"


def tick(client, address, *ticked, **typed):
    data = form(client, address) | typed
    return client.post(address, data | {"rows": [row.pk for row in ticked]})


def asked() -> list:
    return list(
        Addressee.objects.filter(requested_on__isnull=False)
        .order_by("pk")
        .values_list("actor__name", "requested_on", "response_due_on", "requested_by__email")
    )


@pytest.fixture
def item():
    return make.recommendation(published=True, addressees=[make.actor("Court"), make.actor("Bar")])


def test_selected_addressees_are_asked_by_whoever_sends_the_form(client, item):
    officer(client, email="clerk@example.org")
    court, bar = item.addressees.order_by("pk")
    listed = reverse("admin:recommendations_addressee_changelist")

    chosen = client.post(listed, {"action": "ask_selected", "_selected_action": [court.pk, bar.pk]})
    answer = tick(client, chosen.url, court, bar, **DATES)

    dates = (date(2024, 3, 1), date(2024, 6, 1), "clerk@example.org")
    assert chosen.url == rows(court, bar)
    assert asked() == [("Court", *dates), ("Bar", *dates)]
    assert told(client.get(answer.url)) == ["2 addressees are asked."]


def test_whoever_is_not_ticked_is_not_asked(client, item):
    officer(client)
    court, _bar = item.addressees.order_by("pk")

    tick(client, f"{ASK}?item={item.pk}", court, **DATES)

    assert [name for name, *_ in asked()] == ["Court"]


def test_addressees_of_a_meetings_open_public_items_are_ticked(client, item):
    draft = make.addressee(make.recommendation("MS2023-02"), make.actor("Of a draft"))
    closed = make.addressee(make.recommendation("MS2023-03", published=True), make.actor("Done"))
    make.assess(closed, "not_implemented")
    make.addressee(make.recommendation("MS2024-01", published=True), make.actor("Elsewhere"))
    officer(client)

    page = client.get(f"{ASK}?meeting={item.meeting.pk}")

    assert draft.requested_on is None
    assert [(row.actor.name, row.ticked) for row in page.context["rows"]] == [("Court", True), ("Bar", True)]


def test_whoever_cannot_be_asked_is_named_and_left_out(client):
    group = make.actor("Group")
    make.member(group, make.actor("Member"))
    opened = make.addressee(make.recommendation(), group)
    opened.open_members()
    nobody = make.addressee(make.recommendation("MS2023-02"), None)
    again = make.addressee(make.recommendation("MS2023-03", restates=opened.recommendation), make.actor("Again"))
    officer(client)
    address = rows(opened, nobody, again)

    page = client.get(address)
    forged = tick(client, rows(opened, *opened.members.all()), opened, **DATES)

    assert page.context["rows"] == []
    assert [(str(row.name), why.value) for row, why in page.context["left_out"]] == [
        ("Group", "opened"),
        ("Nobody named", "nobody"),
        ("Again", "restates"),
    ]
    assert errors(forged) == [f"Select a valid choice. {opened.pk} is not one of the available choices."]
    assert asked() == []


def test_one_refusal_leaves_everybody_unasked_and_what_was_typed_in_place(client, item):
    officer(client)
    court, bar = item.addressees.order_by("pk")
    bar.ask(on=date(2024, 5, 1))

    answer = tick(client, rows(court, bar), court, bar, **DATES)

    assert [name for name, *_ in asked()] == ["Bar"]
    assert errors(answer) == ["Nobody is asked yet: see beside the rows why."]
    assert [getattr(row, "refusal", "") for row in answer.context["rows"]] == [
        "",
        "An answer was requested later already, on 1 May 2024.",
    ]
    assert [row.requested_on for row in answer.context["rows"]] == [None, date(2024, 5, 1)]
    assert answer.context["form"]["on"].value() == "2024-03-01"


def test_nobody_ticked_is_an_error_and_keeps_the_ticks_as_they_were(client, item):
    officer(client)

    answer = tick(client, f"{ASK}?item={item.pk}", **DATES)

    assert errors(answer) == ["Tick at least one addressee."]
    assert [row.ticked for row in answer.context["rows"]] == [False, False]


def test_due_date_stays_unless_it_is_taken_away_on_purpose(client, item):
    officer(client)
    court, bar = item.addressees.order_by("pk")
    tick(client, rows(court, bar), court, bar, **DATES)

    tick(client, rows(court), court, on="2024-04-01", due="")
    tick(client, rows(bar), bar, on="2024-04-01", due="", open_ended="on")

    assert [due for _, _, due, _ in asked()] == [date(2024, 6, 1), None]


def test_page_sent_twice_asks_once(client, item):
    officer(client)
    court = item.addressees.first()
    data = form(client, rows(court)) | DATES | {"rows": [court.pk]}

    client.post(rows(court), data)
    before = asked()
    again = client.post(rows(court), data)

    assert again.status_code == 302
    assert asked() == before != []


def test_members_of_a_group_are_asked(client):
    group = make.actor("Group")
    make.member(group, make.actor("Member"))
    row = make.addressee(make.recommendation(), group)
    (member,) = row.open_members()
    officer(client)

    answer = tick(client, f"{ASK}?group={row.pk}", member, **DATES)

    assert [name for name, *_ in asked()] == ["Member"]
    assert answer.url == reverse("desk:members", args=[row.pk])


@pytest.mark.parametrize("query", ["", "?rows=", "?rows=x.y", "?item=0", "?meeting=%00", "?rows=" + "9" * 30])
def test_address_that_names_nobody_is_not_found(client, query):
    officer(client)

    assert client.get(ASK + query).status_code == 404


def test_row_that_is_gone_leaves_a_page_that_says_so(client):
    officer(client)

    page = client.get(f"{ASK}?rows=999999")

    assert (page.status_code, page.context["rows"]) == (200, [])


def test_too_many_at_once_are_refused(client, item, monkeypatch):
    monkeypatch.setattr("recommendations.admin.asking.AT_ONCE", 1)
    officer(client)
    listed = reverse("admin:recommendations_addressee_changelist")
    keys = [row.pk for row in item.addressees.all()]

    answer = client.post(listed, {"action": "ask_selected", "_selected_action": keys}, follow=True)

    assert told(answer) == ["Select at most 1 addressees at a time."]


@pytest.mark.parametrize("role", ["Contributors", None])
def test_whoever_may_not_change_addressees_asks_nobody(client, item, role):
    if role:
        officer(client, role)
    else:
        client.force_login(make.user(is_staff=True))

    assert client.post(f"{ASK}?item={item.pk}", DATES).status_code == 403


def test_whoever_only_reads_is_not_led_to_the_page(client, item):
    reader = make.user(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__in=["view_recommendation", "view_meeting"]))
    client.force_login(reader)

    assert [client.get(change(thing)).context["verbs"] for thing in (item, item.meeting)] == [[], []]


def test_item_and_meeting_lead_to_the_page(client, item):
    officer(client)

    links = [one["url"] for thing in (item, item.meeting) for one in client.get(change(thing)).context["verbs"]]

    assert f"{ASK}?item={item.pk}" in links
    assert f"{ASK}?meeting={item.meeting.pk}" in links


def test_single_addressee_sees_when_it_was_asked_before(client, item):
    row = item.addressees.first()
    row.ask(on=date(2024, 3, 1), due=date(2024, 6, 1))
    officer(client)
    address = reverse("admin:recommendations_addressee_ask", args=[row.pk])

    page = client.get(address)
    send(client, address, on="2024-04-01")

    row.refresh_from_db()
    assert [str(said) for _, said in page.context["form"].facts()] == ["1 Mar 2024", "1 Jun 2024"]
    assert (row.requested_on, row.response_due_on) == (date(2024, 4, 1), date(2024, 6, 1))


def test_page_asks_the_database_no_more_for_more_rows(client, django_assert_max_num_queries):
    item = make.recommendation(published=True, addressees=[make.actor() for _ in range(30)])
    officer(client)

    with django_assert_max_num_queries(8):
        page = client.get(f"{ASK}?item={item.pk}")

    assert len(page.context["rows"]) == 30
