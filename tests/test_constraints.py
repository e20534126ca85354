"""Each rule that a row can know is broken once: PostgreSQL refuses it by name, and an editor reads why.

What the triggers guard besides stands in test_guards.py.
"""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from meetings.models import Publishable
from recommendations.models import ActionLink, RecommendationLink
from tests import factories as make, sound
from tests.sound import AFTER, BEFORE, DAY

pytestmark = pytest.mark.django_db

APPS = ["actors", "meetings", "recommendations"]
MODELS = [model for app in APPS for model in apps.get_app_config(app).get_models()]


# How it is broken: a rule's name → (what, changes). A change may need the thing itself.


def of_publishable(prefix, maker):
    return {
        f"{prefix}_publication_valid": (maker, {"publication": "secret"}),
        f"{prefix}_published_on_iff_public": (maker, {"published_on": DAY}),
        f"{prefix}_archived_on_iff_archived": (
            maker,
            {"publication": "archived", "published_on": DAY},
        ),
        f"{prefix}_archived_after_published": (
            maker,
            {"publication": "archived", "published_on": DAY, "archived_on": BEFORE},
        ),
    }


ACTORS = {
    "actors_actor_slug_valid": (make.actor, {"slug": "Euro_just"}),
    "actors_actor_kind_valid": (make.actor, {"kind": "club"}),
    "actors_actor_name_not_blank": (make.actor, {"name": " "}),
    "actors_actor_website_on_the_web": (make.actor, {"website": "javascript:alert(1)"}),
    "actors_actor_not_part_of_itself": (make.actor, lambda it: {"part_of_id": it.pk}),
    "actors_actor_country_code_valid": (make.actor, {"country_code": "de"}),
    "actors_actor_country_has_code": (make.actor, {"kind": "country"}),
    "actors_actor_slug_key": (sound.second(make.actor, "One", "Two"), {"slug": "one"}),
    "actors_actoralias_name_not_blank": (sound.alias, {"name": " "}),
    "actors_actoralias_once": (sound.second_alias, {"name": "EJ"}),
    "actors_membership_not_in_itself": (sound.membership, lambda it: {"member_id": it.group_id}),
    "actors_membership_dates_in_order": (sound.membership, {"until": DAY}),
    "actors_membership_no_overlap": (sound.membership_after_another, {"since": DAY}),
    "actors_contact_once": (sound.contact_after_another, {"email": "one@example.org"}),
    "actors_user_email_lower": (make.user, {"email": "Officer@example.org"}),
    "actors_user_email_key": (sound.second(make.user, "a@example.org", "b@example.org"), {"email": "a@example.org"}),
}
MEETINGS = {
    **of_publishable("meetings_meeting", make.meeting),
    "meetings_series_slug_valid": (make.series, {"slug": "annual--meeting"}),
    "meetings_series_name_not_blank": (make.series, {"name": ""}),
    "meetings_series_slug_key": (sound.second(make.series, "One", "Two"), {"slug": "one"}),
    "meetings_meeting_slug_valid": (make.meeting, {"slug": "2023-"}),
    "meetings_meeting_format_valid": (make.meeting, {"format": "telepathy"}),
    "meetings_meeting_title_not_blank": (make.meeting, {"title": " "}),
    "meetings_meeting_code_valid": (make.meeting, {"code": "MS-2023"}),
    "meetings_meeting_dates_in_order": (make.meeting, {"starts_on": DAY, "ends_on": BEFORE}),
    "meetings_meeting_ordinal_once": (sound.meeting_after_another, {"ordinal": 6}),
    "meetings_meeting_code_key": (sound.meeting_after_another, {"code": "MS2022"}),
    "meetings_meeting_slug_key": (sound.meeting_after_another, {"slug": "ms2022"}),
    "meetings_document_kind_valid": (sound.document, {"kind": "poem"}),
    "meetings_document_title_not_blank": (sound.document, {"title": ""}),
    "meetings_document_url_on_the_web": (sound.document, {"url": "ftp://example.org/report"}),
    "meetings_document_once": (sound.document_after_another, {"title": "Report"}),
    "meetings_document_doi_valid": (sound.document, {"doi": "doi.org/10.2812/788806"}),
    "meetings_document_isbn_valid": (sound.document, {"isbn": "12345"}),
    "meetings_session_kind_valid": (make.session, {"kind": "lunch"}),
    "meetings_session_title_not_blank": (make.session, {"title": " "}),
    "meetings_session_number_once": (sound.session_after_another, {"number": 1}),
    "meetings_contribution_who_not_blank": (sound.contribution, {"who": ""}),
    "meetings_contribution_order_once": (sound.contribution_after_another, {"order": 1}),
}
RECOMMENDATIONS = {
    **of_publishable("recommendations_recommendation", make.recommendation),
    "recommendations_recommendation_kind_valid": (make.recommendation, {"kind": "order"}),
    "recommendations_recommendation_standing_valid": (make.recommendation, {"standing": "high"}),
    "recommendations_recommendation_asks_for_valid": (make.recommendation, {"asks_for": "money"}),
    "recommendations_recommendation_headline_not_blank": (make.recommendation, {"headline": " "}),
    "recommendations_recommendation_text_not_blank": (make.recommendation, {"text": ""}),
    "recommendations_recommendation_reference_valid": (make.recommendation, {"reference": "MS2023-1"}),
    "recommendations_recommendation_part_has_part_reference": (make.recommendation, {"reference": "MS2023-01.1"}),
    "recommendations_recommendation_part_does_not_restate": (sound.part, lambda it: {"restates_id": it.part_of_id}),
    "recommendations_recommendation_not_of_itself": (make.recommendation, lambda it: {"restates_id": it.pk}),
    "recommendations_recommendation_due_after_issue": (make.recommendation, {"issued_on": DAY, "due_on": BEFORE}),
    "recommendations_recommendation_review_iff_continuous": (make.recommendation, {"continuous": True}),
    "recommendations_recommendation_published_has_position": (
        make.recommendation,
        {"publication": "published", "published_on": DAY, "position": " "},
    ),
    "recommendations_recommendation_reference_key": (
        sound.second(make.recommendation, "MS2023-01", "MS2023-02"),
        {"reference": "MS2023-01"},
    ),
    "recommendations_topic_slug_valid": (make.topic, {"slug": "träining"}),
    "recommendations_topic_name_not_blank": (make.topic, {"name": ""}),
    "recommendations_topic_not_part_of_itself": (make.topic, lambda it: {"part_of_id": it.pk}),
    "recommendations_topic_slug_key": (sound.second(make.topic, "One", "Two"), {"slug": "one"}),
    "recommendations_instrument_slug_valid": (sound.instrument, {"slug": ""}),
    "recommendations_instrument_short_name_not_blank": (sound.instrument, {"short_name": " "}),
    "recommendations_instrument_url_on_the_web": (sound.instrument, {"url": "https://example.org/a b"}),
    "recommendations_instrument_slug_key": (sound.second(sound.instrument, "untoc", "uncac"), {"slug": "untoc"}),
    "recommendations_proposer_capacity_valid": (sound.proposer, {"capacity": "king"}),
    "recommendations_proposer_in_whose_words_not_blank": (sound.proposer, {"in_whose_words": ""}),
    "recommendations_proposer_once": (sound.proposer_after_another, {"in_whose_words": "the chair"}),
    "recommendations_recommendationlink_kind_valid": (sound.link, {"kind": "likes"}),
    "recommendations_recommendationlink_not_to_itself": (sound.link, lambda it: {"earlier_id": it.later_id}),
    # The same two the other way round are the same pair.
    "recommendations_recommendationlink_once": (
        sound.link_after_another,
        lambda it: {"earlier_id": RecommendationLink.objects.exclude(pk=it.pk).get().later_id},
    ),
    "recommendations_actionlink_relation_valid": (sound.action_link, {"relation": "cousin"}),
    "recommendations_actionlink_once": (
        sound.action_link_after_another,
        lambda it: {"action_id": ActionLink.objects.exclude(pk=it.pk).get().action_id},
    ),
    "recommendations_curatedsearch_title_not_blank": (sound.search, {"title": " "}),
    "recommendations_curatedsearch_query_valid": (sound.search, {"query": "?status=implemented"}),
    "recommendations_curatedsearch_title_key": (
        sound.second(sound.search, "stale=1", "priority=1"),
        {"title": "Where stale=1"},
    ),
    "recommendations_curatedsearch_query_key": (
        sound.second(sound.search, "stale=1", "priority=1"),
        {"query": "stale=1"},
    ),
    **of_publishable("recommendations_challenge", make.challenge),
    "recommendations_challenge_headline_not_blank": (make.challenge, {"headline": ""}),
    "recommendations_challenge_text_not_blank": (make.challenge, {"text": ""}),
    "recommendations_challenge_position_not_blank": (make.challenge, {"position": ""}),
    "recommendations_challenge_reference_valid": (make.challenge, {"reference": "MS2023-01"}),
    "recommendations_challenge_reference_key": (
        sound.second(make.challenge, "MS2023-C01", "MS2023-C02"),
        {"reference": "MS2023-C01"},
    ),
}
ADDRESSEES = {
    "recommendations_addressee_role_valid": (sound.row, {"role": "bystander"}),
    "recommendations_addressee_once": (
        sound.row_after_another,
        lambda it: {"actor_id": it.recommendation.addressees.exclude(pk=it.pk).get().actor_id},
    ),
    "recommendations_addressee_nobody_is_alone": (sound.row_after_another, {"actor_id": None}),
    "recommendations_addressee_inferred_has_reason": (sound.row, {"naming": "inferred"}),
    "recommendations_addressee_nobody_is_bare": (lambda: sound.row(who=None), {"requested_on": DAY}),
    "recommendations_addressee_due_after_request": (sound.row, {"requested_on": DAY, "response_due_on": BEFORE}),
    "recommendations_addressee_not_via_itself": (sound.row, lambda it: {"via_id": it.pk}),
}
ACTIONS = {
    **of_publishable("recommendations_followupaction", make.action),
    "recommendations_followupaction_status_valid": (make.action, {"status": "dreamt"}),
    "recommendations_followupaction_started_precision_valid": (make.action, {"started_precision": "week"}),
    "recommendations_followupaction_due_precision_valid": (make.action, {"due_precision": "week"}),
    "recommendations_followupaction_completed_precision_valid": (make.action, {"completed_precision": "week"}),
    "recommendations_followupaction_title_not_blank": (make.action, {"title": ""}),
    "recommendations_followupaction_started_on_precise": (
        make.action,
        {"started_on": date(2024, 2, 28), "started_precision": "month"},
    ),
    "recommendations_followupaction_due_on_precise": (
        make.action,
        {"due_on": date(2024, 11, 30), "due_precision": "year"},
    ),
    "recommendations_followupaction_completed_on_precise": (sound.completed, {"completed_precision": "month"}),
    "recommendations_followupaction_reference_valid": (make.action, {"reference": "MS2023-01"}),
    "recommendations_followupaction_completed_on_iff_completed": (make.action, {"status": "completed"}),
    "recommendations_followupaction_completed_after_start": (sound.completed, {"started_on": AFTER}),
    "recommendations_followupaction_paused_has_reason": (make.action, {"status": "on_hold"}),
    "recommendations_followupaction_verified_after_completion": (sound.completed, {"verified_on": BEFORE}),
    "recommendations_followupaction_reference_key": (
        sound.second(make.action, "MS2023-A01", "MS2023-A02"),
        {"reference": "MS2023-A01"},
    ),
}
RECORDS = {
    "recommendations_statuschange_number_once": (sound.status_change_after_another, {"number": 1}),
    "recommendations_statuschange_status_valid": (sound.status_change, {"status": "ongoing"}),
    "recommendations_statuschange_basis_valid": (sound.status_change, {"basis": "hearsay"}),
    "recommendations_statuschange_closing_has_reason": (sound.status_change, {"status": "not_implemented"}),
    "recommendations_statuschange_unassessed_only_corrects": (sound.status_change, {"status": "not_assessed"}),
    "recommendations_statuschange_does_not_correct_itself": (lambda: sound.status_change(pk=99), {"corrects_id": 99}),
    "recommendations_statuschange_does_not_carry_itself": (lambda: sound.status_change(pk=99), {"carries_id": 99}),
    "recommendations_statuschange_corrects_id_key": (
        sound.correction_after_another,
        lambda it: {"corrects_id": it.addressee.status_changes.get(number=1).pk},
    ),
    "recommendations_response_number_once": (sound.response_after_another, {"number": 1}),
    "recommendations_response_position_valid": (sound.response, {"position": "awaiting"}),
    "recommendations_response_claims_valid": (sound.response, {"claims": "ongoing"}),
    "recommendations_response_channel_valid": (sound.response, {"channel": "pigeon"}),
    "recommendations_response_audience_valid": (sound.response, {"audience": "friends"}),
    "recommendations_response_position_has_text": (sound.response, {"position": "not_accepted", "text": " "}),
    "recommendations_response_accepted_after_receipt": (sound.response, {"accepted_on": BEFORE}),
    "recommendations_response_set_aside_after_receipt": (
        sound.response,
        {"set_aside_on": BEFORE, "set_aside_because": "Sent twice."},
    ),
    "recommendations_response_set_aside_has_reason": (sound.response, {"set_aside_on": DAY, "set_aside_because": " "}),
    "recommendations_response_accepted_or_set_aside": (
        sound.response,
        {"accepted_on": DAY, "set_aside_on": DAY, "set_aside_because": "Sent twice."},
    ),
    "recommendations_closingproposal_number_once": (sound.proposal_after_another, {"number": 1}),
    "recommendations_closingproposal_basis_valid": (sound.proposal, {"basis": "hearsay"}),
    "recommendations_closingproposal_closing_has_reason": (sound.proposal, {"reason": " "}),
    "recommendations_closingproposal_decision_valid": (
        sound.proposal,
        {"decision": "perhaps", "decided_at": make.NOON},
    ),
    "recommendations_closingproposal_closes": (sound.proposal, {"status": "in_progress"}),
    "recommendations_closingproposal_decided_iff_not_waiting": (sound.proposal, {"decided_at": make.NOON}),
    "recommendations_closingproposal_declined_has_reason": (
        sound.proposal,
        {"decision": "declined", "decided_at": make.NOON},
    ),
    "recommendations_closingproposal_confirmed_became": (
        sound.proposal,
        lambda it: {"decision": "confirmed", "decided_at": make.NOON, "decided_by": make.user("b@example.org")},
    ),
    "recommendations_closingproposal_two_persons": (
        sound.proposal,
        lambda it: {
            "decision": "confirmed",
            "decided_at": make.NOON,
            "decided_by": it.recorded_by,
            "status_change": make.assess(it.addressee, "in_progress"),
        },
    ),
    "recommendations_closingproposal_waiting_once": (
        sound.proposal_after_another,
        {"decision": "waiting", "decided_at": None, "declined_because": ""},
    ),
    "recommendations_closingproposal_status_change_id_key": (
        sound.proposal_after_confirmed,
        lambda it: {"status_change_id": it.addressee.status_changes.get().pk},
    ),
    "recommendations_progressnote_basis_valid": (sound.note, {"basis": "hearsay"}),
    "recommendations_progressnote_audience_valid": (sound.note, {"audience": "friends"}),
    "recommendations_progressnote_text_not_blank": (sound.note, {"text": ""}),
    "recommendations_progressnote_who_says_not_blank": (sound.note, {"who_says": " "}),
    "recommendations_progressnote_noted_on_precise": (sound.note, {"precision": "month"}),
    "recommendations_progressnote_one_owner": (sound.note, {"recommendation_id": None}),
    "recommendations_progressnote_number_once": (sound.note_after_another, {"number": 1}),
    "recommendations_evidence_audience_valid": (sound.proof, {"audience": "friends"}),
    "recommendations_evidence_title_not_blank": (sound.proof, {"title": ""}),
    "recommendations_evidence_url_on_the_web": (sound.proof, {"url": "javascript:alert(1)"}),
    "recommendations_evidence_one_owner": (sound.proof, {"action_id": None}),
    "recommendations_evidence_address_or_file": (sound.proof, {"url": ""}),
    "recommendations_evidence_number_once": (sound.proof_after_another, {"number": 1}),
}
BROKEN = ACTORS | MEETINGS | RECOMMENDATIONS | ADDRESSEES | ACTIONS | RECORDS

# Of these a form says nothing: it mends the one, and cannot name a row that is not there yet for the other.
NOT_IN_A_FORM = ["actors_user_email_lower", "recommendations_statuschange_does_not_correct_itself"]


def rules(model) -> dict:
    """The named rules of a model's table → their constraint, or the field that is unique by itself."""
    unique = [field for field in model._meta.local_fields if field.unique and not field.primary_key]
    return {constraint.name: constraint for constraint in model._meta.constraints} | {
        f"{model._meta.db_table}_{field.column}_key": field for field in unique
    }


def broken(name):
    maker, changes = BROKEN[name]
    thing = maker()
    changes = changes(thing) if callable(changes) else changes
    for field, value in changes.items():
        setattr(thing, field, value)
    return thing, changes


def test_every_rule_of_every_model_is_broken_here():
    assert sorted(BROKEN) == sorted(name for model in MODELS for name in rules(model))


def test_every_rule_speaks_to_the_editor():
    standard = models.BaseConstraint.default_violation_error_message

    silent = [c.name for model in MODELS for c in model._meta.constraints if c.violation_error_message == standard]

    assert silent == []


@pytest.mark.parametrize("maker", dict.fromkeys(maker for maker, _ in BROKEN.values()))
def test_things_that_are_to_be_broken_are_sound(maker):
    thing = maker()

    thing.full_clean()

    if thing._state.adding:
        type(thing).objects.bulk_create([thing])


@pytest.mark.parametrize("name", BROKEN)
def test_rule_is_kept_by_the_database(name):
    thing, changes = broken(name)
    objects = type(thing).objects
    write = (lambda: objects.bulk_create([thing])) if thing._state.adding else objects.filter(pk=thing.pk).update

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write(**{} if thing._state.adding else changes)

    assert refusal.value.__cause__.diag.constraint_name == name


@pytest.mark.parametrize("name", BROKEN)
def test_rule_is_explained_to_the_editor(name):
    thing, changes = broken(name)
    rule = rules(type(thing))[name]
    expected = said(thing, rule)

    with pytest.raises(ValidationError) as problem:
        thing.validate_unique() if isinstance(rule, models.Field) else thing.validate_constraints()
    assert problem.value.messages == expected

    if name not in NOT_IN_A_FORM:
        with pytest.raises(ValidationError) as problem:
            thing.full_clean()
        # A field that cannot hold the value says so itself, before the rule is asked.
        at_fields = problem.value.message_dict.keys() <= {field.removesuffix("_id") for field in changes}
        assert at_fields or problem.value.messages == expected


def said(thing, rule) -> list[str]:
    if isinstance(rule, models.Field):
        return thing.unique_error_message(type(thing), [rule.name]).messages
    return [str(rule.violation_error_message)]


def test_publishable_rules_reach_all_that_is_published():
    publishable = {model._meta.model_name for model in MODELS if issubclass(model, Publishable)}

    assert publishable == {"meeting", "followupaction", "challenge", "recommendation"}
