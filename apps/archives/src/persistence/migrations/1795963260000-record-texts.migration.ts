import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records are found by what their files and their final text say, and by who handled them (W4.2); living files by the titles of their papers.
 * Texts of before are taken in by and by, by the running service (`RecordTextReader`).
 */
export class RecordTexts1795963260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is destroyed is found no more, whoever destroys it: these rows go with the file or sheet they are of.
      CREATE TABLE held_text (
        record_id    uuid NOT NULL,
        -- The attachment; of the final text the record itself.
        source_id    uuid NOT NULL,
        -- Of a file.
        position     integer,
        -- Of the final text.
        sheet        text CHECK (sheet = 'text'),
        state        text NOT NULL CHECK (state IN ('waiting', 'read', 'none')),
        -- Why nothing of it can be read.
        reason       text,
        search_text  text NOT NULL DEFAULT '',
        search_words text[] NOT NULL DEFAULT '{}',
        attempts     integer NOT NULL DEFAULT 0,
        next_try_at  timestamptz NOT NULL DEFAULT platform.now(),
        CONSTRAINT held_text_once PRIMARY KEY (record_id, source_id),
        FOREIGN KEY (record_id, position) REFERENCES record_file ON DELETE CASCADE,
        FOREIGN KEY (record_id, sheet) REFERENCES record_sheet ON DELETE CASCADE,
        CHECK (num_nonnulls(position, sheet) = 1),
        CHECK ((state = 'none') = (reason IS NOT NULL))
      );
      CREATE INDEX held_text_text ON held_text USING gin (search_text gin_trgm_ops);
      CREATE INDEX held_text_words ON held_text USING gin (search_words);
      CREATE INDEX held_text_waiting ON held_text (next_try_at) WHERE state = 'waiting';
      CREATE INDEX held_text_asked ON held_text (source_id) WHERE state = 'waiting';

      -- Who did a step of the trail, and for whom. Steps have neither names nor words, so there is nothing else to find them by.
      CREATE FUNCTION trail_people(trail text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT p.person), '{}') FROM jsonb_array_elements(trail::jsonb) step, LATERAL (VALUES (step ->> 'actorId'), (step ->> 'actorFor')) p (person)
        WHERE p.person IS NOT NULL
      $$;
      CREATE INDEX record_trail_people ON record_sheet USING gin (trail_people(content)) WHERE kind = 'trail';

      CREATE INDEX living_file_entry_title ON living_file_entry USING gin (lower(normalize(title, NFKC)) gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX living_file_entry_title, record_trail_people; DROP FUNCTION trail_people(text); DROP TABLE held_text');
  }
}
