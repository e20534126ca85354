"""Everything is named by what people know of it: a register can be dumped and loaded into another database."""

from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from pghistory.models import Event

from actors.models import ActorAlias, Contact
from meetings.models import Contribution, Document, DocumentKind
from recommendations.models import (
    CuratedSearch,
    Evidence,
    Instrument,
    LinkKind,
    RecommendationLink,
    SearchDocument,
    SearchWord,
)
from tests import factories as make

pytestmark = pytest.mark.django_db

APPS = ["actors", "meetings", "recommendations"]
# What a search looks into and the views are made by the database from the others.
DERIVED = [SearchDocument, SearchWord]
MODELS = [
    model
    for app in APPS
    for model in apps.get_app_config(app).get_models()
    if model not in DERIVED and model._meta.managed and not model._meta.proxy and not issubclass(model, Event)
]


@pytest.fixture
def everything():
    """At least one of each model, with every relation that one can have, and the awkward cases of keys."""
    officer = make.user()
    union, france = make.actor("Union"), make.country("France", "FR")
    officer.represents.add(france)
    make.actor("Ministry", part_of=france)
    make.member(union, france)
    make.member(union, make.country("Britain", "GB"), date(1973, 1, 1), date(2020, 2, 1))
    ActorAlias.objects.create(actor=union, name="EU")
    Contact.objects.create(actor=union, name="A clerk", email="clerk@example.org")

    of = make.meeting(published=True, organiser=union)
    of.participants.add(france)
    Document.objects.create(meeting=of, kind=DocumentKind.OUTCOME_REPORT, title="Report")
    plenary, introduction = make.session(of, 1), make.session(of, 0)
    Contribution.objects.create(session=introduction, order=1, who="a judge", on_what="a case").actors.add(france)

    law = make.topic("Law")
    untoc = Instrument.objects.create(slug="untoc", short_name="UNTOC", title="Convention")
    earlier = make.recommendation("MS2022-01", addressees=[None])
    one = make.recommendation(
        "MS2023-01", plenary, True, [union], [make.topic("Penal law", part_of=law)], owner=officer
    )
    one.instruments.add(untoc)
    whole = make.recommendation("MS2023-02", plenary)
    part = make.recommendation("MS2023-02.1", part_of=whole, addressees=[None])
    make.recommendation("MS2023-03", plenary, restates=one)
    RecommendationLink.objects.create(later=one, earlier=earlier, kind=LinkKind.REPEATS)
    make.proposer(one, "the chair", union)
    make.proposer(one, "a judge")
    CuratedSearch.objects.create(title="Nobody named", query="without=addressee")
    make.challenge("MS2023-C01", introduction, topics=[law], answered_by=[one])

    group, nobody = one.addressees.get(), part.addressees.get()
    (row,) = group.open_members()
    row.ask(on=date(2024, 1, 1))
    make.respond(row, "accepted", evidence=[make.evidence("Letter")], by=officer)
    wrong = make.assess(row, "implemented", evidence=[make.evidence("One"), make.evidence("Two")], session=introduction)
    row.correct(wrong, status="no_longer_applicable", as_of=date(2024, 5, 1), basis="checked", newer=whole)
    make.assess(nobody, "in_progress")
    urgent = make.addressee(make.recommendation("MS2023-04", plenary, priority=True), france)
    make.propose(urgent, "implemented", officer).confirm(by=make.user("second@example.org"))
    make.propose(urgent, by=officer, corrects=urgent.status_changes.get(), newer=whole, session=introduction)
    action = make.action(answering=[one], in_place=[part], reported_in=plenary)
    for owner in [one, row, nobody, action]:
        Evidence.objects.create(progress_note=make.note(owner), title="Minutes", url="https://example.org/")
    Evidence.objects.create(action=action, title="Programme", url="https://example.org/")


def dump(path, form) -> str:
    apart = [model._meta.label_lower for model in DERIVED]
    naturally = {"use_natural_foreign_keys": True, "use_natural_primary_keys": True}
    call_command("dumpdata", *APPS, exclude=apart, format=form, output=str(path), **naturally)
    return path.read_text()


def documents() -> list:
    return sorted(SearchDocument.objects.values_list("recommendation__reference", "vector"))


def test_natural_key_names_each_row_and_none_other(everything):
    rows = {model: list(model.objects.all()) for model in MODELS}

    found = {model: [model.objects.get_by_natural_key(*row.natural_key()) for row in rows[model]] for model in MODELS}

    assert found == rows
    assert [model for model in MODELS if rows[model] == []] == []


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_register_is_the_same_after_dump_and_load_into_an_empty_database(everything, tmp_path, form):
    before, found = dump(tmp_path / f"before.{form}", form), documents()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {', '.join(model._meta.db_table for model in MODELS)} RESTART IDENTITY CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    call_command("loaddata", tmp_path / f"before.{form}", verbosity=0)

    assert dump(tmp_path / f"after.{form}", form) == before
    assert documents() == found != []


def test_register_is_the_same_when_its_dump_is_loaded_once_more(everything, tmp_path):
    before, found = dump(tmp_path / "before.yaml", "yaml"), documents()

    call_command("loaddata", tmp_path / "before.yaml", verbosity=0)

    assert dump(tmp_path / "after.yaml", "yaml") == before
    assert documents() == found
