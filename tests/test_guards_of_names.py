"""What a public page names keeps its address; what anything names is not deleted; no text holds what nobody sees."""

import pytest
from django.db import IntegrityError, transaction

from meetings.models import Contribution
from recommendations.models import Topic
from tests import factories as make, sound
from tests.test_guards import execute, refused

pytestmark = pytest.mark.django_db


def _participates(body):
    make.meeting(published=True).participants.add(body)


def _contributes(body):
    session = make.session(make.meeting(published=True))
    Contribution.objects.create(session=session, order=1, who="a judge", on_what="a case").actors.add(body)


def _addressed(body):
    make.recommendation(published=True, addressees=[body])


CITED = {
    "addressee": (make.actor, _addressed),
    "proposer": (make.actor, lambda body: make.proposer(make.recommendation(published=True), who=body)),
    "responsible": (make.actor, lambda body: make.action(published=True, responsible=body)),
    "organiser": (make.actor, lambda body: make.meeting(published=True, organiser=body)),
    "participant": (make.actor, _participates),
    "contributor": (make.actor, _contributes),
    "member of a group": (make.actor, lambda body: _addressed(make.member(make.actor(), body).group)),
    "whole of a part": (make.actor, lambda body: _addressed(make.actor(part_of=body))),
    "series": (make.series, lambda series: make.meeting(series=series, published=True)),
    "topic": (make.topic, lambda topic: make.recommendation(published=True, topics=[topic])),
    "topic of a challenge": (make.topic, lambda topic: make.challenge(published=True).topics.add(topic)),
    "main topic": (
        make.topic,
        lambda main: make.recommendation(published=True, topics=[make.topic("Below", part_of=main)]),
    ),
    "instrument": (sound.instrument, lambda law: make.recommendation(published=True).instruments.add(law)),
}


@pytest.mark.parametrize("how", CITED)
def test_address_of_what_something_public_names_cannot_change(how):
    maker, cite = CITED[how]
    thing = maker()
    table = thing._meta.db_table
    execute(f"UPDATE {table} SET slug = 'before' WHERE id = %s", thing.pk)

    cite(thing)

    assert refused(f"UPDATE {table} SET slug = 'after' WHERE id = %s", thing.pk) == f"{table}_cited_slug_stays"


@pytest.mark.parametrize(
    ("maker", "cite"),
    [
        (make.actor, lambda body: make.recommendation(addressees=[body])),
        (make.actor, lambda body: _addressed(make.member(body, make.actor()).member)),
        (make.topic, lambda topic: make.recommendation(topics=[topic])),
        (sound.instrument, lambda law: make.recommendation().instruments.add(law)),
    ],
    ids=["addressee of a draft", "group of a named member", "topic of a draft", "instrument of a draft"],
)
def test_address_of_what_nothing_public_names_can_change(maker, cite):
    thing = maker()
    cite(thing)

    execute(f"UPDATE {thing._meta.db_table} SET slug = 'after' WHERE id = %s", thing.pk)

    thing.refresh_from_db()
    assert thing.slug == "after"


NAMED = {
    "recommendations_recommendation_topics": (make.topic, lambda topic: make.recommendation(topics=[topic])),
    "recommendations_challenge_topics": (make.topic, lambda topic: make.challenge().topics.add(topic)),
    "recommendations_recommendation_instruments": (
        sound.instrument,
        lambda law: make.recommendation().instruments.add(law),
    ),
    "meetings_meeting_participants": (make.actor, lambda body: make.meeting().participants.add(body)),
    "meetings_contribution_actors": (make.actor, _contributes),
}


@transaction.atomic
def delete(*things):
    for thing in things:
        thing.delete()
    execute("SELECT")  # judges what is deferred


@pytest.mark.parametrize("table", NAMED)
def test_what_something_names_cannot_be_deleted(table):
    maker, name = NAMED[table]
    thing = maker()
    name(thing)

    with pytest.raises(IntegrityError) as refusal:
        delete(thing)

    assert refusal.value.__cause__.diag.constraint_name == f"{table}_named_stays"


def test_topic_goes_once_nothing_names_it_or_together_with_what_does():
    one, two = make.topic("One"), make.topic("Two")
    first = make.recommendation("MS2023-01", topics=[one])
    second = make.recommendation("MS2023-02", topics=[two])

    first.topics.clear()
    execute("SELECT")
    delete(one)
    delete(two, second)

    assert Topic.objects.count() == 0


@pytest.mark.parametrize("character", ["\x01", "\x7f", "\x9f", "\u202e", "\u2066", "\ufffe"])
@pytest.mark.parametrize("column", ["headline", "text"])
def test_character_that_nobody_sees_is_refused_in_every_text(column, character):
    make.recommendation()

    with pytest.raises(IntegrityError):
        execute(f"UPDATE recommendations_recommendation SET {column} = %s", f"Word{character}")


@pytest.mark.parametrize("character", ["\n", "\r", "\t", "\u2028"])
def test_line_break_is_refused_where_one_line_is_meant_and_kept_in_prose(character):
    make.recommendation()

    execute("UPDATE recommendations_recommendation SET text = %s", f"One{character}two")
    with pytest.raises(IntegrityError):
        execute("UPDATE recommendations_recommendation SET headline = %s", f"One{character}two")
