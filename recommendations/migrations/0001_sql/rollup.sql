-- The status of a whole from the statuses of those who are asked: the one rule, for addressees of an item,
-- members of a group and parts of a whole alike.
CREATE FUNCTION recommendations_rollup(statuses text[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN cardinality(coalesce(statuses, '{}')) = 0 THEN 'not_assessed'
        WHEN count(status) = 0 THEN 'no_longer_applicable'
        WHEN bool_and(status = 'implemented') THEN 'implemented'
        WHEN bool_and(closed) AND NOT bool_or(something_done) THEN 'not_implemented'
        WHEN bool_and(closed) THEN 'closed_partly'
        WHEN bool_or(something_done) THEN 'partly_implemented'
        WHEN bool_or(status = 'in_progress') THEN 'in_progress'
        WHEN bool_and(status <> 'not_assessed') THEN 'not_started'
        ELSE 'not_assessed'
    END
    FROM (
        SELECT status,
               status IN ('implemented', 'closed_partly', 'not_implemented') AS closed,
               status IN ('implemented', 'partly_implemented', 'closed_partly') AS something_done
          FROM unnest(statuses) AS status
         WHERE status <> 'no_longer_applicable'
    ) AS applicable
$$;


-- A code that does not exist is a mistake, not a value to be put right.
CREATE FUNCTION recommendations_known(status text, place text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF status NOT IN (
        'not_assessed', 'not_started', 'in_progress', 'partly_implemented',
        'implemented', 'closed_partly', 'not_implemented', 'no_longer_applicable'
    ) THEN
        RAISE EXCEPTION '“%” is no status.', status
            USING ERRCODE = 'check_violation', CONSTRAINT = place || '_status_valid';
    END IF;
END
$$;


-- An addressee's response, status and as-of are what was recorded last; whatever is written to them is put right.
CREATE FUNCTION recommendations_addressee_derive() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM recommendations_known(NEW.status, TG_TABLE_NAME);
    IF EXISTS (SELECT FROM recommendations_addressee WHERE via_id = NEW.id) THEN
        SELECT recommendations_rollup(array_agg(status::text)), max(status_as_of)
          INTO NEW.status, NEW.status_as_of
          FROM recommendations_addressee
         WHERE via_id = NEW.id;
    ELSE
        NEW.status := 'not_assessed';
        NEW.status_as_of := NULL;
        SELECT change.status, CASE WHEN change.status <> 'not_assessed' THEN change.as_of END
          INTO NEW.status, NEW.status_as_of
          FROM recommendations_statuschange change
         WHERE change.addressee_id = NEW.id
           AND NOT EXISTS (SELECT FROM recommendations_statuschange newer WHERE newer.corrects_id = change.id)
         ORDER BY change.as_of DESC, change.recorded_at DESC, change.number DESC
         LIMIT 1;
        NEW.status := coalesce(NEW.status, 'not_assessed');
    END IF;
    NEW.response := coalesce(
        (SELECT position FROM recommendations_response
          WHERE addressee_id = NEW.id AND accepted_on IS NOT NULL
          ORDER BY received_on DESC, recorded_at DESC, number DESC
          LIMIT 1),
        CASE WHEN NEW.requested_on IS NULL THEN 'not_requested' ELSE 'awaiting' END
    );
    RETURN NEW;
END
$$;
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON recommendations_addressee
    FOR EACH ROW EXECUTE FUNCTION recommendations_addressee_derive();

-- What is recorded about an addressee reaches its row; the row reaches its group's row and its item.
-- “Touching” a row is an update that changes nothing by itself: its own trigger derives it anew.
CREATE FUNCTION recommendations_record_reaches_addressee() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE recommendations_addressee SET status = status WHERE id = NEW.addressee_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER reach AFTER INSERT OR UPDATE ON recommendations_statuschange
    FOR EACH ROW EXECUTE FUNCTION recommendations_record_reaches_addressee();
CREATE TRIGGER reach AFTER INSERT OR UPDATE ON recommendations_response
    FOR EACH ROW EXECUTE FUNCTION recommendations_record_reaches_addressee();

CREATE FUNCTION recommendations_addressee_reaches_item() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.status, OLD.status_as_of, OLD.via_id, OLD.recommendation_id)
            IS NOT DISTINCT FROM (NEW.status, NEW.status_as_of, NEW.via_id, NEW.recommendation_id) THEN
        RETURN NULL;
    END IF;
    UPDATE recommendations_addressee SET status = status WHERE id IN (OLD.via_id, NEW.via_id);
    UPDATE recommendations_recommendation SET status = status WHERE id IN (OLD.recommendation_id, NEW.recommendation_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER reach AFTER INSERT OR UPDATE OR DELETE ON recommendations_addressee
    FOR EACH ROW EXECUTE FUNCTION recommendations_addressee_reaches_item();


-- An item's status comes from its lead, its parts or its addressees. Its version counts changes to what was entered;
-- assessments do not count, so that whoever edits the text meets no conflict with them.
CREATE FUNCTION recommendations_recommendation_derive() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    derived constant text[] := ARRAY['status', 'status_as_of', 'version'];
BEGIN
    PERFORM recommendations_known(NEW.status, TG_TABLE_NAME);
    IF NEW.issued_on IS NULL THEN
        SELECT meeting.ends_on INTO NEW.issued_on
          FROM meetings_session session JOIN meetings_meeting meeting ON meeting.id = session.meeting_id
         WHERE session.id = NEW.session_id;
    END IF;
    IF NEW.restates_id IS NOT NULL THEN
        SELECT status, status_as_of INTO NEW.status, NEW.status_as_of
          FROM recommendations_recommendation WHERE id = NEW.restates_id;
    ELSE
        SELECT recommendations_rollup(array_agg(part.status::text)), max(part.status_as_of)
          INTO NEW.status, NEW.status_as_of
          FROM recommendations_recommendation part
         WHERE part.part_of_id = NEW.id
           AND (part.publication = 'published'
                OR part.publication = 'archived' AND NEW.publication = 'archived'
                OR NEW.publication NOT IN ('published', 'archived'))
        HAVING count(*) > 0;
        IF NOT FOUND THEN
            SELECT recommendations_rollup(array_agg(leaf.status::text)), max(leaf.status_as_of)
              INTO NEW.status, NEW.status_as_of
              FROM recommendations_addressee leaf
             WHERE leaf.recommendation_id = NEW.id
               AND NOT EXISTS (SELECT FROM recommendations_addressee member WHERE member.via_id = leaf.id);
        END IF;
    END IF;
    NEW.status := coalesce(NEW.status, 'not_assessed');
    IF TG_OP = 'UPDATE' THEN
        NEW.version := OLD.version + (to_jsonb(NEW) - derived IS DISTINCT FROM to_jsonb(OLD) - derived)::int;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON recommendations_recommendation
    FOR EACH ROW EXECUTE FUNCTION recommendations_recommendation_derive();

CREATE FUNCTION recommendations_recommendation_reaches_others() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.status, OLD.status_as_of, OLD.part_of_id, OLD.publication)
            IS NOT DISTINCT FROM (NEW.status, NEW.status_as_of, NEW.part_of_id, NEW.publication) THEN
        RETURN NULL;
    END IF;
    UPDATE recommendations_recommendation SET status = status
     WHERE id IN (OLD.part_of_id, NEW.part_of_id) OR restates_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER reach AFTER INSERT OR UPDATE OR DELETE ON recommendations_recommendation
    FOR EACH ROW EXECUTE FUNCTION recommendations_recommendation_reaches_others();
