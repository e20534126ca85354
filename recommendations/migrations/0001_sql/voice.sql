-- Which rows say what an actor is asked: its own; else, of all that concern it, a member's before its group's. In two
-- halves, so that PostgreSQL asks once what is nearer, and not anew for each row. With a function in the place of @>, of
-- which it guesses that it hardly ever holds.
CREATE VIEW recommendations_voice AS
    SELECT own.actor_id AS concerned_id, own.id AS addressee_id, own.recommendation_id
      FROM recommendations_addressee own
     WHERE own.actor_id IS NOT NULL
    UNION ALL
    SELECT concern.concerned_id, addressee.id, addressee.recommendation_id
      FROM actors_concern concern
      JOIN recommendations_addressee addressee ON addressee.actor_id = concern.actor_id
      JOIN recommendations_recommendation item ON item.id = addressee.recommendation_id
     WHERE concern.actor_id <> concern.concerned_id
       AND range_contains_elem(concern.during, item.issued_on)
       AND NOT EXISTS (
            SELECT FROM recommendations_addressee own
             WHERE own.recommendation_id = addressee.recommendation_id AND own.actor_id = concern.concerned_id)
       AND NOT EXISTS (
            SELECT FROM recommendations_addressee nearer
              JOIN actors_concern closer ON closer.actor_id = nearer.actor_id
             WHERE nearer.via_id IS NOT NULL
               AND nearer.via_id = addressee.id AND closer.concerned_id = concern.concerned_id
               AND range_contains_elem(closer.during, item.issued_on));
