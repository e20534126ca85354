-- What is recorded stays recorded. A row may be written again as it is (a fixture loaded twice), an answer may be
-- accepted or set aside once, a proposed closing confirmed or declined once, the account behind a row may go, and an audience may be changed: what was shown to too many must be
-- withdrawable. Everything else is refused, to whomever.
CREATE FUNCTION recommendations_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    before jsonb := to_jsonb(OLD) - 'audience';
    after jsonb := to_jsonb(NEW) - 'audience';
    who text;
    decided constant text[] := ARRAY[
        'accepted_on', 'accepted_by_id', 'set_aside_on', 'set_aside_by_id', 'set_aside_because',
        'decision', 'decided_at', 'decided_by_id', 'declined_because', 'status_change_id'
    ];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        FOREACH who IN ARRAY ARRAY['recorded_by_id', 'accepted_by_id', 'set_aside_by_id', 'decided_by_id'] LOOP
            IF after -> who = 'null'::jsonb THEN
                before := before - who;
                after := after - who;
            END IF;
        END LOOP;
        IF before -> 'accepted_on' = 'null'::jsonb AND before -> 'set_aside_on' = 'null'::jsonb
                OR before ->> 'decision' = 'waiting' THEN
            before := before - decided;
            after := after - decided;
        END IF;
        IF before = after THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'What is recorded is never changed or deleted; record a correction that names it.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recommendations_statuschange
    FOR EACH ROW EXECUTE FUNCTION recommendations_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recommendations_response
    FOR EACH ROW EXECUTE FUNCTION recommendations_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recommendations_closingproposal
    FOR EACH ROW EXECUTE FUNCTION recommendations_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recommendations_progressnote
    FOR EACH ROW EXECUTE FUNCTION recommendations_refuse_change();
-- Evidence of an action can be corrected like the action; evidence of a recorded row cannot.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recommendations_evidence
    FOR EACH ROW WHEN (OLD.action_id IS NULL) EXECUTE FUNCTION recommendations_refuse_change();

-- What is recorded of an addressee stays with that addressee.
CREATE FUNCTION recommendations_keep_addressee() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.actor_id, OLD.recommendation_id) IS DISTINCT FROM (NEW.actor_id, NEW.recommendation_id)
            AND (EXISTS (SELECT FROM recommendations_statuschange WHERE addressee_id = OLD.id)
                 OR EXISTS (SELECT FROM recommendations_response WHERE addressee_id = OLD.id)
                 OR EXISTS (SELECT FROM recommendations_closingproposal WHERE addressee_id = OLD.id)
                 OR EXISTS (SELECT FROM recommendations_progressnote WHERE addressee_id = OLD.id)) THEN
        RAISE EXCEPTION 'Something is recorded of this addressee; it can no longer become another.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'recommendations_addressee_recorded_stays';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_addressee BEFORE UPDATE ON recommendations_addressee
    FOR EACH ROW EXECUTE FUNCTION recommendations_keep_addressee();

-- “Implemented” means that there is proof. Judged at the end of the transaction, when the evidence is there.
CREATE FUNCTION recommendations_implemented_needs_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status = 'implemented'
            AND NOT EXISTS (SELECT FROM recommendations_evidence WHERE status_change_id = NEW.id) THEN
        RAISE EXCEPTION '“Implemented” needs evidence: an address or a document.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'recommendations_statuschange_implemented_has_evidence';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER implemented_has_evidence AFTER INSERT ON recommendations_statuschange
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION recommendations_implemented_needs_evidence();

-- Two people close a priority, or a part of one. Who proposes and who confirms must be known when they do; an account
-- may go later. An item that becomes a priority afterwards keeps the closings that it has.
CREATE FUNCTION recommendations_two_persons() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.recorded_by_id IS NULL
            OR NEW.decision = 'confirmed' AND NEW.decided_by_id IS NULL
                AND (TG_OP = 'INSERT' OR OLD.decision <> 'confirmed') THEN
        RAISE EXCEPTION 'A closing is proposed by somebody and confirmed by somebody else.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'recommendations_closingproposal_somebody';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER two_persons BEFORE INSERT OR UPDATE ON recommendations_closingproposal
    FOR EACH ROW EXECUTE FUNCTION recommendations_two_persons();

-- Judged at the end of the transaction, when the decision is there.
CREATE FUNCTION recommendations_priority_needs_confirmation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status IN ('implemented', 'closed_partly', 'not_implemented', 'no_longer_applicable')
            AND EXISTS (
                SELECT FROM recommendations_addressee leaf
                  JOIN recommendations_recommendation item ON item.id = leaf.recommendation_id
                  LEFT JOIN recommendations_recommendation whole ON whole.id = item.part_of_id
                 WHERE leaf.id = NEW.addressee_id AND (item.priority OR whole.priority)
            )
            AND NOT EXISTS (
                SELECT FROM recommendations_closingproposal proposal
                 WHERE proposal.status_change_id = NEW.id
                   AND (proposal.addressee_id, proposal.status, proposal.as_of, proposal.decision)
                       = (NEW.addressee_id, NEW.status, NEW.as_of, 'confirmed')
            ) THEN
        RAISE EXCEPTION 'This is a priority: one person proposes its closing, another confirms it.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'recommendations_statuschange_closing_confirmed';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER closing_confirmed AFTER INSERT ON recommendations_statuschange
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION recommendations_priority_needs_confirmation();

-- What was published keeps its reference for ever, and the reference is never used again because the row stays.
CREATE FUNCTION recommendations_keep_reference() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION '% was published and cannot be deleted; archive it.', to_jsonb(OLD) ->> TG_ARGV[0]
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_published_stays';
    END IF;
    IF NEW.published_on IS NULL THEN
        RAISE EXCEPTION '% was published and stays so; archive it.', to_jsonb(OLD) ->> TG_ARGV[0]
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_published_stays';
    END IF;
    IF to_jsonb(NEW) -> TG_ARGV[0] <> to_jsonb(OLD) -> TG_ARGV[0] THEN
        RAISE EXCEPTION '% was published; its % can no longer change.', to_jsonb(OLD) ->> TG_ARGV[0], TG_ARGV[0]
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_reference_stays';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_reference BEFORE UPDATE OR DELETE ON recommendations_recommendation
    FOR EACH ROW WHEN (OLD.published_on IS NOT NULL) EXECUTE FUNCTION recommendations_keep_reference('reference');
CREATE TRIGGER keep_reference BEFORE UPDATE OR DELETE ON recommendations_followupaction
    FOR EACH ROW WHEN (OLD.published_on IS NOT NULL) EXECUTE FUNCTION recommendations_keep_reference('reference');
CREATE TRIGGER keep_reference BEFORE UPDATE OR DELETE ON recommendations_challenge
    FOR EACH ROW WHEN (OLD.published_on IS NOT NULL) EXECUTE FUNCTION recommendations_keep_reference('reference');
CREATE TRIGGER keep_code BEFORE UPDATE OR DELETE ON meetings_meeting
    FOR EACH ROW WHEN (OLD.published_on IS NOT NULL) EXECUTE FUNCTION recommendations_keep_reference('code');
CREATE TRIGGER keep_slug BEFORE UPDATE ON meetings_meeting
    FOR EACH ROW WHEN (OLD.published_on IS NOT NULL) EXECUTE FUNCTION recommendations_keep_reference('slug');

-- What a public page names keeps its address too: people have cited the page of the body, topic, series or instrument.
-- An actor's page is public when the actor is named, is a member of a group that is named, or has a part that is named.
CREATE FUNCTION recommendations_cited_actors(bigint[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM recommendations_addressee AS row JOIN recommendations_recommendation AS item
                       ON item.id = row.recommendation_id
                   WHERE row.actor_id = ANY ($1) AND item.published_on IS NOT NULL)
        OR EXISTS (SELECT FROM recommendations_proposer AS row JOIN recommendations_recommendation AS item
                       ON item.id = row.recommendation_id
                   WHERE row.actor_id = ANY ($1) AND item.published_on IS NOT NULL)
        OR EXISTS (SELECT FROM recommendations_followupaction
                   WHERE responsible_id = ANY ($1) AND published_on IS NOT NULL)
        OR EXISTS (SELECT FROM meetings_meeting WHERE organiser_id = ANY ($1) AND published_on IS NOT NULL)
        OR EXISTS (SELECT FROM meetings_meeting_participants AS row JOIN meetings_meeting AS meeting
                       ON meeting.id = row.meeting_id
                   WHERE row.actor_id = ANY ($1) AND meeting.published_on IS NOT NULL)
        OR EXISTS (SELECT FROM meetings_contribution_actors AS row
                       JOIN meetings_contribution AS contribution ON contribution.id = row.contribution_id
                       JOIN meetings_session AS session ON session.id = contribution.session_id
                       JOIN meetings_meeting AS meeting ON meeting.id = session.meeting_id
                   WHERE row.actor_id = ANY ($1) AND meeting.published_on IS NOT NULL)
$$;
CREATE FUNCTION recommendations_cited(kind text, one bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT CASE kind
        WHEN 'actors_actor' THEN recommendations_cited_actors(ARRAY(
            SELECT one
            UNION SELECT id FROM actors_actor WHERE part_of_id = one
            UNION SELECT group_id FROM actors_membership WHERE member_id = one))
        WHEN 'meetings_series' THEN EXISTS (
            SELECT FROM meetings_meeting WHERE series_id = one AND published_on IS NOT NULL)
        WHEN 'recommendations_topic' THEN EXISTS (
            SELECT FROM recommendations_topic AS topic
                JOIN recommendations_recommendation_topics AS row ON row.topic_id = topic.id
                JOIN recommendations_recommendation AS item ON item.id = row.recommendation_id
            WHERE one IN (topic.id, topic.part_of_id) AND item.published_on IS NOT NULL
            UNION ALL SELECT FROM recommendations_topic AS topic
                JOIN recommendations_challenge_topics AS row ON row.topic_id = topic.id
                JOIN recommendations_challenge AS challenge ON challenge.id = row.challenge_id
            WHERE one IN (topic.id, topic.part_of_id) AND challenge.published_on IS NOT NULL)
        WHEN 'recommendations_instrument' THEN EXISTS (
            SELECT FROM recommendations_recommendation_instruments AS row
                JOIN recommendations_recommendation AS item ON item.id = row.recommendation_id
            WHERE row.instrument_id = one AND item.published_on IS NOT NULL)
    END
$$;
CREATE FUNCTION recommendations_keep_cited_slug() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF recommendations_cited(TG_TABLE_NAME, OLD.id) THEN
        RAISE EXCEPTION 'Something public names “%”; the address part can no longer change.', OLD.slug
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_cited_slug_stays';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_cited_slug BEFORE UPDATE ON actors_actor
    FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION recommendations_keep_cited_slug();
CREATE TRIGGER keep_cited_slug BEFORE UPDATE ON meetings_series
    FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION recommendations_keep_cited_slug();
CREATE TRIGGER keep_cited_slug BEFORE UPDATE ON recommendations_topic
    FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION recommendations_keep_cited_slug();
CREATE TRIGGER keep_cited_slug BEFORE UPDATE ON recommendations_instrument
    FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION recommendations_keep_cited_slug();

-- What an item, a challenge or a meeting names is not deleted from under it. Django takes the names away first, so this
-- is judged at the end of the transaction: a name may go while what it named stays, or together with what bore it.
CREATE FUNCTION recommendations_keep_named() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    gone jsonb := to_jsonb(OLD);
    bereft boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1) AND NOT EXISTS (SELECT FROM %I WHERE id = $2)',
                   TG_ARGV[0], TG_ARGV[2])
        INTO bereft USING (gone ->> TG_ARGV[1])::bigint, (gone ->> TG_ARGV[3])::bigint;
    IF bereft THEN
        RAISE EXCEPTION 'It is still named by something; take it away there first.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_named_stays';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER named_stays AFTER DELETE ON recommendations_recommendation_topics DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION recommendations_keep_named('recommendations_recommendation', 'recommendation_id', 'recommendations_topic', 'topic_id');
CREATE CONSTRAINT TRIGGER named_stays AFTER DELETE ON recommendations_challenge_topics DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION recommendations_keep_named('recommendations_challenge', 'challenge_id', 'recommendations_topic', 'topic_id');
CREATE CONSTRAINT TRIGGER named_stays AFTER DELETE ON recommendations_recommendation_instruments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION recommendations_keep_named('recommendations_recommendation', 'recommendation_id', 'recommendations_instrument', 'instrument_id');
CREATE CONSTRAINT TRIGGER named_stays AFTER DELETE ON meetings_meeting_participants DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION recommendations_keep_named('meetings_meeting', 'meeting_id', 'actors_actor', 'actor_id');
CREATE CONSTRAINT TRIGGER named_stays AFTER DELETE ON meetings_contribution_actors DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION recommendations_keep_named('meetings_contribution', 'contribution_id', 'actors_actor', 'actor_id');
