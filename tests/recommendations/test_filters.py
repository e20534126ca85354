"""Every parameter of the list gives exactly the rows that it should, and one that cannot be read gives none."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings, strategies as st

from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models import ResponsePosition, Status
from tests.factories import (
    action,
    actor,
    addressee,
    assess,
    country,
    evidence,
    member,
    recommendation,
    respond,
)

pytestmark = pytest.mark.django_db


def chosen(query: str) -> RecommendationFilter:
    request = RequestFactory().get("/recommendations/", QUERY_STRING=query)
    request.user = AnonymousUser()
    return RecommendationFilter.from_request(request)


def shown(query: str) -> list[str]:
    return [item.reference for item in chosen(query).for_display()]


EVERYTHING = ["MS2024-01", "MS2024-02", "MS2023-01", "MS2023-02.1", "MS2023-02.2", "MS2023-03"]


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("", EVERYTHING),
        ("q=turkiye+investigati", ["MS2024-02"]),
        ("q=MS2023-02", ["MS2023-02.1", "MS2023-02.2"]),
        ("q=ms2024-0", ["MS2024-01", "MS2024-02"]),
        ("status=implemented", ["MS2023-01"]),
        ("status=&topic=&year=&addressed_to=&session=", EVERYTHING),
        ("status=implemented&status=in_progress", ["MS2024-01", "MS2023-01"]),
        ("state=closed", ["MS2023-01"]),
        ("state=open", ["MS2024-01", "MS2024-02", "MS2023-02.1", "MS2023-02.2", "MS2023-03"]),
        ("response=awaiting", ["MS2023-02.1"]),
        ("response=accepted&response=awaiting", ["MS2024-01", "MS2023-02.1"]),
        ("kind=request", ["MS2023-02.1"]),
        ("kind=call&kind=request", ["MS2023-01", "MS2023-02.1"]),
        ("standing=conclusion", ["MS2023-03"]),
        ("asks_for=training", ["MS2023-02.2"]),
        ("topic=money", ["MS2023-01"]),
        ("topic=hawala&topic=data", ["MS2023-01", "MS2023-03"]),
        ("instrument=treaty", ["MS2023-03"]),
        ("addressed_to=germany", ["MS2024-01", "MS2023-01", "MS2023-02.2"]),
        ("addressed_to=france", ["MS2023-01", "MS2023-02.2"]),
        ("addressed_to=member-states", ["MS2024-01", "MS2023-01", "MS2023-02.2"]),
        ("addressed_to=agency&addressed_to=network", ["MS2023-02.1", "MS2023-03"]),
        ("proposed_by=germany", ["MS2023-01"]),
        ("proposed_by=member-states", ["MS2023-01"]),
        ("proposed_by=france", []),
        ("series=annual-meeting", EVERYTHING),
        ("meeting=ms2024", ["MS2024-01", "MS2024-02"]),
        ("session=ms2023.2", ["MS2023-03"]),
        ("session=ms2023.2&session=ms2024.1", ["MS2024-01", "MS2024-02", "MS2023-03"]),
        ("year=2024", ["MS2024-01", "MS2024-02"]),
        ("year=2023&year=2024", EVERYTHING),
        ("issued_after=2024-11-07", ["MS2024-01", "MS2024-02"]),
        ("issued_after=2024-11-08", []),
        ("issued_before=2023-11-09", ["MS2023-01", "MS2023-02.1", "MS2023-02.2", "MS2023-03"]),
        ("late=response", ["MS2023-02.1"]),
        ("late=action", ["MS2023-02.1"]),
        ("late=recommendation", ["MS2024-01"]),
        ("late=recommendation&late=response", ["MS2024-01", "MS2023-02.1"]),
        ("due_before=2024-02-02", ["MS2023-02.1"]),
        ("due_before=2025-01-02", ["MS2024-01", "MS2023-02.1"]),
        ("without=actions", ["MS2024-01", "MS2024-02", "MS2023-01", "MS2023-02.2", "MS2023-03"]),
        ("without=response", ["MS2024-02", "MS2023-01", "MS2023-02.1", "MS2023-02.2", "MS2023-03"]),
        ("without=addressee", ["MS2024-02", "MS2023-03"]),
        ("stale=1", ["MS2024-01"]),
        ("priority=1", ["MS2023-03"]),
        ("sort=oldest", EVERYTHING[2:] + EVERYTHING[:2]),
        ("sort=due", ["MS2024-01", "MS2024-02", "MS2023-01", "MS2023-02.1", "MS2023-02.2", "MS2023-03"]),
        ("sort=updated", ["MS2024-01", "MS2023-01", "MS2024-02", "MS2023-02.1", "MS2023-02.2", "MS2023-03"]),
        ("sort=reference", sorted(EVERYTHING)),
        ("topic=money&addressed_to=france&state=closed", ["MS2023-01"]),
        ("topic=money&year=2024", []),
        ("page=7&utm_source=mail", EVERYTHING),
    ],
)
def test_parameter_gives_its_rows(register, query, references):
    assert shown(query) == references


def test_evidence_is_missing_where_none_is_public(register):
    hidden = recommendation("MS2024-03", published=True, addressees=[actor("Court")])
    assess(hidden.addressees.get(), Status.IMPLEMENTED, date(2025, 1, 1), evidence=[evidence(audience="internal")])

    assert "MS2024-03" in shown("without=evidence")
    assert "MS2023-01" in shown("without=evidence")  # internal by default

    open_ = recommendation("MS2024-04", published=True, addressees=[actor("Ministry")])
    assess(open_.addressees.get(), Status.IMPLEMENTED, date(2025, 1, 1), evidence=[evidence(audience="public")])

    assert "MS2024-04" not in shown("without=evidence")


@pytest.fixture
def two_addressees():
    """One item, asked of two bodies that did not do the same."""
    done, idle = actor("Done"), actor("Idle")
    item = recommendation("MS2023-01", published=True, addressees=[done, idle], due_on=date(2024, 1, 1))
    row = item.addressees.get(actor=done)
    assess(row, Status.IMPLEMENTED, evidence=[evidence(audience="public")])
    respond(row, ResponsePosition.ACCEPTED)
    item.addressees.get(actor=idle).ask(on=date(2024, 1, 1), due=date(2024, 2, 1))
    action("MS2023-A01", published=True, answering=[item], responsible=done)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=partly_implemented", True),
        ("status=implemented", False),
        ("addressed_to=done&status=implemented", True),
        ("addressed_to=idle&status=implemented", False),
        ("addressed_to=idle&status=not_assessed", True),
        ("addressed_to=done&state=closed", True),
        ("addressed_to=idle&state=closed", False),
        ("addressed_to=done&response=accepted", True),
        ("addressed_to=idle&response=accepted", False),
        ("addressed_to=idle&response=awaiting", True),
        ("addressed_to=done&late=response", False),
        ("addressed_to=idle&late=response", True),
        ("addressed_to=done&late=recommendation", False),
        ("addressed_to=idle&late=recommendation", True),
        ("addressed_to=done&without=actions", False),
        ("addressed_to=idle&without=actions", True),
        ("addressed_to=done&without=response", False),
        ("addressed_to=idle&without=response", True),
        ("addressed_to=done&without=evidence", False),
        ("addressed_to=idle&without=evidence", True),
        ("addressed_to=done&status=implemented&response=awaiting", False),
    ],
)
def test_with_an_addressee_the_others_speak_of_its_row(two_addressees, query, found):
    assert shown(query) == (["MS2023-01"] if found else [])


def test_with_an_addressee_its_own_row_is_printed(two_addressees):
    (item,) = chosen("addressed_to=idle").for_display()

    assert [(row.actor.slug, row.status) for row in item.chosen] == [("idle", "not_assessed")]


def test_member_is_spoken_of_by_its_own_row_once_the_group_is_opened():
    states, germany, france = actor("States"), country("Germany", "DE"), country("France", "FR")
    member(states, germany)
    member(states, france)
    group = addressee(recommendation("MS2023-01", published=True), states)
    group.open_members()
    assess(group.members.get(actor=germany), Status.IN_PROGRESS)

    assert shown("addressed_to=germany&status=in_progress") == ["MS2023-01"]
    assert shown("addressed_to=france&status=in_progress") == []
    assert shown("addressed_to=states&status=in_progress") == ["MS2023-01"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=done", "status"),
        ("status=implemented&status=done", "status"),
        ("state=ajar", "state"),
        ("response=yes", "response"),
        ("kind=KIND", "kind"),
        ("topic=nothing", "topic"),
        ("topic=money&topic=%00", "topic"),
        ("addressed_to=%ED%A0%80", "addressed_to"),
        ("meeting=dr2024", "meeting"),
        ("session=ms2023.99", "session"),
        ("session=dr2024.1", "session"),
        ("year=23", "year"),
        ("year=%D9%A2%D9%A0%D9%A2%D9%A3", "year"),
        ("issued_after=yesterday", "issued_after"),
        ("due_before=2024-02-31", "due_before"),
        ("late=everything", "late"),
        ("stale=maybe", "stale"),
        ("priority=0", "priority"),
        ("sort=magic", "sort"),
        ("q=%00", "q"),
        (f"q={'a' * 1001}", "q"),
        ("q=data&q=law", "q"),
        ("issued_after=soon&issued_after=", "issued_after"),
        ("issued_after=08/11/2023", "issued_after"),
        ("stale=maybe&stale=", "stale"),
        ("sort=due&sort=due", "sort"),
    ],
)
def test_unreadable_value_gives_no_rows_and_names_its_field(register, query, field):
    found = chosen(query)

    assert list(found.qs) == []
    assert list(found.form.errors) == [field]


NAMES = sorted(RecommendationFilter.base_filters)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.one_of(
                st.text(max_size=40), st.sampled_from(["implemented", "germany", "2023", "1", "data", "ms2023.1"])
            ),
        ),
        max_size=4,
    )
)
def test_any_query_is_answered_and_never_widened(register, pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    found = RecommendationFilter(query, RecommendationFilter.from_request(RequestFactory().get("/")).queryset)

    rows = [item.reference for item in found.for_display()]

    assert set(rows) <= set(EVERYTHING)
    assert rows == [] or not found.form.errors
