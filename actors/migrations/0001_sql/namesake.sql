-- A name without its accents and capital letters; unaccent alone is not immutable, and could not be indexed.
CREATE FUNCTION actors_plain(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT lower(public.unaccent('public.unaccent'::regdictionary, name))
$$;
CREATE INDEX actors_actor_plain_name ON actors_actor USING gin (actors_plain(name) public.gin_trgm_ops);

-- Pairs of actors that may be one and the same: called the same by name, acronym or alias, or named alike. Each kind
-- stops after 200, so that a register full of them is no burden. Bodies of two countries are two, however alike.
CREATE FUNCTION actors_namesakes() RETURNS TABLE (one_id bigint, other_id bigint, because text)
LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.7 AS $$
    WITH called (actor_id, name) AS (
        SELECT id, actors_plain(name) FROM actors_actor
        UNION
        SELECT id, actors_plain(acronym) FROM actors_actor WHERE acronym <> ''
        UNION
        SELECT actor_id, actors_plain(name) FROM actors_actoralias
    ), same AS (
        SELECT one.actor_id AS one_id, other.actor_id AS other_id, 'same' AS because
          FROM called one JOIN called other ON other.name = one.name AND other.actor_id > one.actor_id
         LIMIT 200
    ), alike AS (
        SELECT one.id AS one_id, other.id AS other_id, 'similar' AS because
          FROM actors_actor one
          JOIN actors_actor other ON actors_plain(other.name) % actors_plain(one.name) AND other.id > one.id
         WHERE one.country_code = '' OR other.country_code IN ('', one.country_code)
         LIMIT 200
    )
    SELECT DISTINCT ON (one_id, other_id) one_id, other_id, because
      FROM (SELECT * FROM same UNION ALL SELECT * FROM alike) AS pair
     ORDER BY one_id, other_id, because
$$;
CREATE VIEW actors_namesake AS SELECT * FROM actors_namesakes();
