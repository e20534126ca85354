-- One step up: from a part to its whole, from a member to its group, with the dates between which the step holds.
CREATE VIEW actors_step AS
    SELECT id AS lower_id, part_of_id AS upper_id, NULL::date AS since, NULL::date AS until
      FROM actors_actor
     WHERE part_of_id IS NOT NULL
    UNION ALL
    SELECT member_id, group_id, since, until
      FROM actors_membership;

-- Whose recommendations concern an actor; the docstring of Actor.concerns says who and why.
-- greatest() and least() pass over NULL, which here means “without limit”.
CREATE FUNCTION actors_concerns(actor bigint) RETURNS TABLE (actor_id bigint, since date, until date)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE
    up (id, since, until, path) AS (
        SELECT actor, NULL::date, NULL::date, ARRAY[actor]
        UNION ALL
        SELECT step.upper_id, greatest(up.since, step.since), least(up.until, step.until), up.path || step.upper_id
          FROM up JOIN actors_step step ON step.lower_id = up.id
         WHERE step.upper_id <> ALL (up.path)
           AND coalesce(greatest(up.since, step.since) < least(up.until, step.until), true)
    ),
    down (id, since, until, path) AS (
        SELECT actor, NULL::date, NULL::date, ARRAY[actor]
        UNION ALL
        SELECT step.lower_id, greatest(down.since, step.since), least(down.until, step.until), down.path || step.lower_id
          FROM down JOIN actors_step step ON step.upper_id = down.id
         WHERE step.lower_id <> ALL (down.path)
           AND coalesce(greatest(down.since, step.since) < least(down.until, step.until), true)
    )
    SELECT id, since, until FROM up
    UNION
    SELECT community.id, up.since, up.until
      FROM up JOIN actors_actor community ON community.part_of_id = up.id
     WHERE community.kind = 'professional_community'
    UNION
    SELECT id, since, until FROM down
$$;

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
