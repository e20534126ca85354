-- What is recorded stays recorded. A row may be written again as it is (a fixture loaded twice), an answer may be
-- accepted once, the account behind a row may go, and an audience may be changed: what was shown to too many must be
-- withdrawable. Everything else is refused, to whomever.
CREATE FUNCTION recommendations_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    before jsonb := to_jsonb(OLD) - 'audience';
    after jsonb := to_jsonb(NEW) - 'audience';
    who text;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        FOREACH who IN ARRAY ARRAY['recorded_by_id', 'accepted_by_id'] LOOP
            IF after -> who = 'null'::jsonb THEN
                before := before - who;
                after := after - who;
            END IF;
        END LOOP;
        IF before -> 'accepted_on' = 'null'::jsonb THEN
            before := before - 'accepted_on' - 'accepted_by_id';
            after := after - 'accepted_on' - 'accepted_by_id';
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
