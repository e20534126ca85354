-- One step up: from a part to its whole, from a member to its group, with the dates between which the step holds.
CREATE VIEW actors_step AS
    SELECT id AS lower_id, part_of_id AS upper_id, daterange(NULL, NULL) AS during
      FROM actors_actor
     WHERE part_of_id IS NOT NULL
    UNION ALL
    SELECT member_id, group_id, daterange(since, until)
      FROM actors_membership;

-- Whose recommendations concern whom; the docstring of the model Concern says why. What lies below an actor is found by
-- looking up from there. greatest() and least() pass over NULL, which here means “without limit”.
CREATE VIEW actors_concern AS
    WITH RECURSIVE up (lower_id, upper_id, during, path) AS (
        SELECT id, id, daterange(NULL, NULL), ARRAY[id]
          FROM actors_actor
        UNION ALL
        SELECT up.lower_id, step.upper_id, up.during * step.during, up.path || step.upper_id
          FROM up JOIN actors_step step ON step.lower_id = up.upper_id
         WHERE step.upper_id <> ALL (up.path)
           AND up.during && step.during
    )
    SELECT lower_id AS concerned_id, upper_id AS actor_id, during FROM up
    UNION
    SELECT up.lower_id, community.id, up.during
      FROM up JOIN actors_actor community ON community.part_of_id = up.upper_id
     WHERE community.kind = 'professional_community'
    UNION
    SELECT upper_id, lower_id, during FROM up;

-- Actors that are, over some generations, part of themselves. No row can know.
CREATE FUNCTION actors_in_a_circle() RETURNS TABLE (id bigint)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE above (id, upper_id) AS (
        SELECT actor.id, actor.part_of_id FROM actors_actor actor WHERE actor.part_of_id IS NOT NULL
        UNION
        SELECT above.id, actor.part_of_id
          FROM above JOIN actors_actor actor ON actor.id = above.upper_id
         WHERE actor.part_of_id IS NOT NULL
    )
    SELECT DISTINCT above.id FROM above WHERE above.id = above.upper_id
$$;
