-- A name as it is compared: without accents and capital letters.
CREATE FUNCTION actors_plain(name text) RETURNS text
LANGUAGE sql STABLE STRICT AS $$
    SELECT lower(unaccent(name))
$$;

-- Pairs of actors that may be one and the same: called the same by name, acronym or alias, or named alike. Each kind
-- stops after 200, so that a register full of them is no burden. Bodies of two countries are two, however alike.
--
-- To compare each with each would take a minute for some thousands. Names that have 0.7 of their trigrams in common
-- share one of their rarest three tenths; and what 25 actors or more share tells none of them apart.
CREATE VIEW actors_namesake AS
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
    ), named AS MATERIALIZED (
        SELECT id, country_code, actors_plain(name) AS name FROM actors_actor
    ), piece AS (
        SELECT named.id, trigram, count(*) OVER (PARTITION BY named.id) AS pieces,
               count(*) OVER (PARTITION BY trigram) AS bearers
          FROM named, unnest(show_trgm(named.name)) AS trigram
    ), rare AS MATERIALIZED (
        SELECT id, trigram
          FROM (SELECT *, row_number() OVER (PARTITION BY id ORDER BY bearers, trigram) AS place FROM piece) AS ranked
         WHERE place <= pieces * 0.3 + 1 AND bearers BETWEEN 2 AND 25
    ), near AS MATERIALIZED (
        SELECT DISTINCT one.id AS one_id, other.id AS other_id
          FROM rare one JOIN rare other ON other.trigram = one.trigram AND other.id > one.id
    ), alike AS (
        SELECT one.id AS one_id, other.id AS other_id, 'similar' AS because
          FROM near
          JOIN named one ON one.id = near.one_id
          JOIN named other ON other.id = near.other_id
         WHERE similarity(one.name, other.name) >= 0.7
           AND (one.country_code = '' OR other.country_code IN ('', one.country_code))
         LIMIT 200
    )
    SELECT DISTINCT ON (one_id, other_id) one_id, other_id, because
      FROM (SELECT * FROM same UNION ALL SELECT * FROM alike) AS pair
     ORDER BY one_id, other_id, because;
