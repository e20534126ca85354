-- Words without their accents: “Türkiye” and “turkiye” are the same.
CREATE TEXT SEARCH DICTIONARY english_words (TEMPLATE = pg_catalog.simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION english_unaccent (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION english_unaccent
    ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION english_unaccent
    ALTER MAPPING FOR numword, numhword, hword_numpart WITH unaccent, simple;
-- The same words as they stand: stemming would break the beginning of one.
CREATE TEXT SEARCH CONFIGURATION simple_unaccent (COPY = english_unaccent);
ALTER TEXT SEARCH CONFIGURATION simple_unaccent ALTER MAPPING REPLACE english_stem WITH english_words;

-- A text in which PostgreSQL's parser sees words alone. It would take “and/or” for the path of a file, the end of
-- “MS2023-01” for a negative number, “<b>” for markup, in some locales a quotation mark for a letter, and would miss the
-- words in them. The characters that mislead it give their place to control characters, which no text holds, and get it
-- back when the text is shown.
CREATE FUNCTION recommendations_plain(body text, back boolean DEFAULT false) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT CASE WHEN back THEN translate(body, hidden, seen) ELSE translate(body, seen, hidden) END
      FROM (VALUES (
               U&'-+./@<&:_~’‘“”„«»‹›–—…•·\00a0',
               E'\x01\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e'
           )) AS sign (seen, hidden)
$$;

-- Its words, each as it stands and, in the same place, its stem: one query asks for both.
CREATE FUNCTION recommendations_lexemes(body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT (to_tsvector('english_unaccent', plain)::text || ' ' || to_tsvector('simple_unaccent', plain)::text)::tsvector
      FROM recommendations_plain(body) AS plain
$$;

-- One after the other, far enough apart that no phrase reaches from one into the next.
CREATE FUNCTION recommendations_apart(one tsvector, other tsvector) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT ts_delete(one || '¶:20'::tsvector || other, '¶')
$$;
CREATE AGGREGATE recommendations_apart(tsvector) (SFUNC = recommendations_apart, STYPE = tsvector);

-- Every name by which an actor is looked for.
CREATE FUNCTION recommendations_actor_names(actor bigint) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT name || coalesce(' (' || nullif(concat_ws(', ', nullif(acronym, ''), (
               SELECT string_agg(alias.name, ', ' ORDER BY alias.name) FROM actors_actoralias alias WHERE actor_id = actor
           )), '') || ')', '')
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

-- What a search looks into, and what it shows of it: reference and headline (A); text and official wording (B); where
-- it stands, its whole, its parts, what says the same again, and the names of who proposed it and who is asked (C).
-- Public sources only, so that a search cannot tell what is not published. Nothing, where the item is not public itself.
CREATE FUNCTION recommendations_pieces(item_id bigint) RETURNS TABLE (weight "char", body text)
LANGUAGE sql STABLE AS $$
    WITH item AS (
        SELECT item.* FROM recommendations_recommendation item JOIN recommendations_public USING (id) WHERE id = item_id
    ), piece (weight, body) AS (
        SELECT piece.*
          FROM item, LATERAL (VALUES
              ('A', reference), ('A', headline), ('B', text), ('B', official_wording), ('C', position)
          ) AS piece
        UNION ALL
        SELECT 'C', piece.body
          FROM item
          JOIN recommendations_recommendation other
            ON other.part_of_id = item.id OR other.restates_id = item.id OR other.id = item.part_of_id
          JOIN recommendations_public public ON public.id = other.id,
               LATERAL (VALUES
                   (other.reference || ' ' || other.headline), (other.text), (other.official_wording)
               ) AS piece (body)
        UNION ALL
        SELECT 'C', piece.body
          FROM item
          JOIN recommendations_proposer proposer ON proposer.recommendation_id = item.id,
               LATERAL (VALUES (in_whose_words), (recommendations_actor_names(actor_id))) AS piece (body)
        UNION ALL
        SELECT 'C', recommendations_actor_names(actor_id)
          FROM item
          JOIN recommendations_addressee addressee ON addressee.recommendation_id = item.id
    )
    SELECT weight::"char", body FROM piece WHERE body <> ''
$$;

-- The search document of an item, made anew, and its words among those that a suggestion chooses from.
CREATE FUNCTION recommendations_index(item_id bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    made tsvector;
    held text[];
BEGIN
    IF item_id IS NULL THEN
        RETURN;
    END IF;
    SELECT recommendations_apart(setweight(recommendations_lexemes(body), weight) ORDER BY weight, body),
           tsvector_to_array(to_tsvector('simple_unaccent', recommendations_plain(string_agg(body, ' '))))
      INTO made, held
      FROM recommendations_pieces(item_id);
    IF made IS NULL THEN
        DELETE FROM recommendations_searchdocument WHERE recommendation_id = item_id;
        RETURN;
    END IF;
    INSERT INTO recommendations_searchdocument (recommendation_id, vector) VALUES (item_id, made)
    ON CONFLICT (recommendation_id) DO UPDATE SET vector = excluded.vector;
    INSERT INTO recommendations_searchword (word)
    SELECT word FROM unnest(held) AS word WHERE word ~ '^[[:alpha:]]{4,40}$' ORDER BY word
    ON CONFLICT DO NOTHING;
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

-- A text with the hits between STX and ETX, which no text holds. Of its own words those that have the beginning are
-- looked for by their stems, because a headline knows stems alone.
CREATE FUNCTION recommendations_marked(body text, sought tsquery, beginning text, options text) RETURNS text
LANGUAGE sql STABLE STRICT AS $$
    SELECT recommendations_plain(
               ts_headline('english_unaccent', plain, sought || begun, options || E', StartSel=\x02, StopSel=\x03'),
               back => true
           )
      FROM recommendations_plain(body) AS plain,
           LATERAL (
               SELECT websearch_to_tsquery(
                          'english_unaccent', coalesce(string_agg('"' || lexeme || '"', ' or '), '')
                      ) AS begun
                 FROM unnest(to_tsvector('simple_unaccent', plain))
                WHERE lexeme ^@ (tsvector_to_array(to_tsvector('simple_unaccent', beginning)))[1]
           ) AS word
$$;

-- Where the headline does not hold all that is wanted: the best fragment of the item's own words, and of the others'.
-- If one of them holds it all, the other is not needed.
CREATE FUNCTION recommendations_passage(item_id bigint, wanted tsquery, sought tsquery, beginning text) RETURNS text
LANGUAGE sql STABLE AS $$
    WITH piece AS (
        SELECT weight, body, lexemes, lexemes @@ wanted AS holds_all
          FROM recommendations_pieces(item_id), recommendations_lexemes(body) AS lexemes
         WHERE lexemes @@ sought
    ), best AS (
        SELECT DISTINCT ON (weight) weight, body, holds_all
          FROM piece
         WHERE weight <> 'A'
         ORDER BY weight, holds_all DESC, ts_rank(lexemes, sought) DESC, body
    )
    SELECT coalesce(string_agg(
               CASE WHEN starts_with(body, bare) THEN '' ELSE '… ' END || fragment ||
               CASE WHEN right(body, length(bare)) = bare THEN '' ELSE ' …' END,
               ' · ' ORDER BY weight
           ), '')
      FROM best,
           recommendations_marked(body, sought, beginning, CASE
               WHEN length(body) <= 160 THEN 'HighlightAll=true' ELSE 'MaxFragments=1, MaxWords=22, MinWords=10'
           END) AS fragment,
           translate(fragment, E'\x02\x03', '') AS bare
     WHERE NOT EXISTS (SELECT FROM piece WHERE weight = 'A' AND holds_all)
       AND coalesce(weight = (SELECT weight FROM best WHERE holds_all ORDER BY weight LIMIT 1), true)
$$;

-- For a typed word that no document holds in any form: the words most like it, among equals the more frequent first. A
-- word that only archived items held is still in the list, so each is asked for among the documents.
CREATE FUNCTION recommendations_similar_words(typed text, unfinished boolean) RETURNS TABLE (plain text, word text)
LANGUAGE plpgsql STABLE
SET pg_trgm.similarity_threshold = 0.2  -- two letters that changed places leave a short word few trigrams in common
AS $$
DECLARE
    lexeme constant text := (tsvector_to_array(to_tsvector('simple_unaccent', typed)))[1];
    beginning constant text := CASE WHEN unfinished THEN quote_literal(lexeme) || ':*' ELSE '' END;
BEGIN
    IF lexeme IS NULL OR EXISTS (
        SELECT
          FROM recommendations_searchdocument
         WHERE vector @@ (phraseto_tsquery('english_unaccent', typed) || beginning::tsquery)
    ) THEN
        RETURN;
    END IF;
    RETURN QUERY
        WITH near AS (
            SELECT known.word, quote_literal(known.word)::tsquery AS query, known.word <-> lexeme AS distance
              FROM recommendations_searchword known
             WHERE known.word % lexeme
               AND EXISTS (SELECT FROM recommendations_searchdocument WHERE vector @@ quote_literal(known.word)::tsquery)
             ORDER BY distance
             LIMIT 10
        )
        SELECT lexeme, near.word
          FROM near
         ORDER BY distance, (
                   SELECT count(*)
                     FROM (SELECT FROM recommendations_searchdocument WHERE vector @@ query LIMIT 1000) AS held
               ) DESC, near.word;
END
$$;

CREATE INDEX recommendations_searchdocument_vector ON recommendations_searchdocument USING gin (vector);
CREATE INDEX recommendations_searchword_similar ON recommendations_searchword USING gist (word gist_trgm_ops);
