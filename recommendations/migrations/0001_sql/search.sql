-- Words without their accents: “Türkiye” and “turkiye” are the same. `unaccent` belongs to the words that have any.
CREATE TEXT SEARCH CONFIGURATION english_unaccent (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION english_unaccent
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION simple_unaccent (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION simple_unaccent
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

-- Every name by which an actor is looked for.
CREATE FUNCTION recommendations_actor_names(actor bigint) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT concat_ws(' ', name, acronym, (
               SELECT string_agg(alias.name, ' ' ORDER BY alias.name) FROM actors_actoralias alias WHERE actor_id = actor
           ))
      FROM actors_actor
     WHERE id = actor
$$;

-- An item is public when it, its whole and its meeting are published.
CREATE VIEW recommendations_public AS
    SELECT item.id
      FROM recommendations_recommendation item
      JOIN meetings_session session ON session.id = item.session_id
      JOIN meetings_meeting meeting ON meeting.id = session.meeting_id
      LEFT JOIN recommendations_recommendation whole ON whole.id = item.part_of_id
     WHERE item.publication = 'published'
       AND meeting.publication = 'published'
       AND coalesce(whole.publication, 'published') = 'published';

-- The search document of an item, made anew: the item, its whole, its parts, what says the same again, and the names
-- of who proposed it and who is asked. Public sources only, so that a search cannot tell what is not published.
CREATE FUNCTION recommendations_index(item_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    headline text;
    body text;
    names text;
BEGIN
    IF item_id IS NULL THEN
        RETURN;
    END IF;
    SELECT concat_ws(' ', item.reference, item.headline), concat_ws(' ', item.text, item.official_wording, item.position)
      INTO headline, body
      FROM recommendations_recommendation item JOIN recommendations_public USING (id)
     WHERE item.id = item_id;
    IF NOT FOUND THEN
        DELETE FROM recommendations_searchdocument WHERE recommendation_id = item_id;
        RETURN;
    END IF;
    SELECT concat_ws(' ', body, string_agg(
               concat_ws(' ', other.reference, other.headline, other.text, other.official_wording),
               ' ' ORDER BY other.reference
           ))
      INTO body
      FROM recommendations_recommendation other JOIN recommendations_public USING (id)
     WHERE other.part_of_id = item_id
        OR other.restates_id = item_id
        OR other.id = (SELECT part_of_id FROM recommendations_recommendation WHERE id = item_id);
    SELECT string_agg(name, ' ' ORDER BY name)
      INTO names
      FROM (
        SELECT concat_ws(' ', in_whose_words, recommendations_actor_names(actor_id)) AS name
          FROM recommendations_proposer WHERE recommendation_id = item_id
        UNION ALL
        SELECT recommendations_actor_names(actor_id)
          FROM recommendations_addressee WHERE recommendation_id = item_id
      ) AS named;
    INSERT INTO recommendations_searchdocument (recommendation_id, stems, words)
    VALUES (
        item_id,
        setweight(to_tsvector('english_unaccent', headline), 'A')
            || setweight(to_tsvector('english_unaccent', body), 'B')
            || setweight(to_tsvector('english_unaccent', coalesce(names, '')), 'C'),
        to_tsvector('simple_unaccent', concat_ws(' ', headline, body, names))
    )
    ON CONFLICT (recommendation_id) DO UPDATE SET stems = excluded.stems, words = excluded.words;
END
$$;

CREATE FUNCTION recommendations_item_reaches_search() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    kept constant text[] := ARRAY['status', 'status_as_of', 'version'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - kept IS NOT DISTINCT FROM to_jsonb(OLD) - kept THEN
        RETURN NULL;
    END IF;
    PERFORM recommendations_index(id)
       FROM (SELECT unnest(ARRAY[OLD.id, NEW.id, OLD.part_of_id, NEW.part_of_id, OLD.restates_id, NEW.restates_id])
             UNION
             SELECT unnest(ARRAY[part.id, part.restates_id])
               FROM recommendations_recommendation part WHERE part.part_of_id = NEW.id) AS touched (id);
    RETURN NULL;
END
$$;
CREATE TRIGGER search AFTER INSERT OR UPDATE OR DELETE ON recommendations_recommendation
    FOR EACH ROW EXECUTE FUNCTION recommendations_item_reaches_search();

CREATE FUNCTION recommendations_name_reaches_search() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'status' - 'status_as_of' - 'response'
            IS NOT DISTINCT FROM to_jsonb(OLD) - 'status' - 'status_as_of' - 'response' THEN
        RETURN NULL;
    END IF;
    PERFORM recommendations_index(OLD.recommendation_id) WHERE OLD.recommendation_id IS DISTINCT FROM NEW.recommendation_id;
    PERFORM recommendations_index(NEW.recommendation_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER search AFTER INSERT OR UPDATE OR DELETE ON recommendations_proposer
    FOR EACH ROW EXECUTE FUNCTION recommendations_name_reaches_search();
CREATE TRIGGER search AFTER INSERT OR UPDATE OR DELETE ON recommendations_addressee
    FOR EACH ROW EXECUTE FUNCTION recommendations_name_reaches_search();

CREATE FUNCTION recommendations_actor_reaches_search() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    actors bigint[] := ARRAY[(to_jsonb(NEW) ->> TG_ARGV[0])::bigint, (to_jsonb(OLD) ->> TG_ARGV[0])::bigint];
BEGIN
    PERFORM recommendations_index(recommendation_id)
       FROM (SELECT recommendation_id FROM recommendations_proposer WHERE actor_id = ANY (actors)
             UNION
             SELECT recommendation_id FROM recommendations_addressee WHERE actor_id = ANY (actors)) AS named;
    RETURN NULL;
END
$$;
CREATE TRIGGER search AFTER UPDATE OF name, acronym ON actors_actor
    FOR EACH ROW EXECUTE FUNCTION recommendations_actor_reaches_search('id');
CREATE TRIGGER search AFTER INSERT OR UPDATE OR DELETE ON actors_actoralias
    FOR EACH ROW EXECUTE FUNCTION recommendations_actor_reaches_search('actor_id');

CREATE FUNCTION recommendations_meeting_reaches_search() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM recommendations_index(item.id)
       FROM recommendations_recommendation item JOIN meetings_session session ON session.id = item.session_id
      WHERE session.meeting_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER search AFTER UPDATE OF publication ON meetings_meeting
    FOR EACH ROW EXECUTE FUNCTION recommendations_meeting_reaches_search();

CREATE FUNCTION recommendations_session_reaches_search() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM recommendations_index(id) FROM recommendations_recommendation WHERE session_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER search AFTER UPDATE OF meeting_id ON meetings_session
    FOR EACH ROW EXECUTE FUNCTION recommendations_session_reaches_search();

CREATE INDEX recommendations_searchdocument_stems ON recommendations_searchdocument USING gin (stems);
CREATE INDEX recommendations_searchdocument_words ON recommendations_searchdocument USING gin (words);
