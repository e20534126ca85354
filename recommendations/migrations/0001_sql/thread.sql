-- All items that an item is joined to by what was repeated, updated or superseded, itself included; public or not.
CREATE FUNCTION recommendations_thread(item bigint) RETURNS TABLE (id bigint)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE thread (id) AS (
        SELECT item
        UNION
        SELECT CASE WHEN link.later_id = thread.id THEN link.earlier_id ELSE link.later_id END
          FROM thread
          JOIN recommendations_recommendationlink link ON thread.id IN (link.later_id, link.earlier_id)
         WHERE link.kind <> 'related'
    )
    SELECT thread.id FROM thread
$$;
