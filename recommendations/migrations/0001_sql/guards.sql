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
