import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What documents say: bodies, and the text of what is attached, which files read. Those of before are read, too: attachments by and by, bodies
 * here, in the words of a search that PostgreSQL can make; whoever changes one has it made again.
 */
export class DocumentTexts1763901200900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_text (
        document_id  uuid NOT NULL,
        -- The attachment; of the body the document itself.
        source_id    uuid NOT NULL,
        kind         text NOT NULL CHECK (kind IN ('body', 'attachment')),
        state        text NOT NULL CHECK (state IN ('waiting', 'read', 'none')),
        -- Why nothing of it can be read.
        reason       text,
        said         text NOT NULL DEFAULT '',
        search_text  text NOT NULL DEFAULT '',
        search_words text[] NOT NULL DEFAULT '{}',
        attempts     integer NOT NULL DEFAULT 0,
        next_try_at  timestamptz NOT NULL DEFAULT platform.now(),
        CONSTRAINT document_text_once PRIMARY KEY (document_id, source_id),
        CHECK ((state = 'none') = (reason IS NOT NULL))
      );
      CREATE INDEX document_text_text ON document_text USING gin (search_text gin_trgm_ops);
      CREATE INDEX document_text_words ON document_text USING gin (search_words);
      CREATE INDEX document_text_waiting ON document_text (next_try_at) WHERE state = 'waiting';

      INSERT INTO document_text (document_id, source_id, kind, state)
      SELECT DISTINCT id, unnest(attachment_ids), 'attachment', 'waiting' FROM incoming_document
      UNION SELECT DISTINCT id, unnest(attachment_ids), 'attachment', 'waiting' FROM outgoing_document;
      INSERT INTO document_text (document_id, source_id, kind, state, said, search_text)
      SELECT d.id, d.id, 'body', 'read', t.said, lower(t.said)
      FROM outgoing_document d JOIN outgoing_version v ON v.document_id = d.id AND v.n = d.text_version,
        LATERAL (SELECT regexp_replace(normalize(v.body, NFKC), '[[:space:]]+', ' ', 'g') AS said) t;
      UPDATE document_text SET search_words = ARRAY(
        SELECT substr(search_text, i, length) FROM generate_series(1, char_length(search_text)) i, generate_series(1, 2) length
        WHERE substr(search_text, i, length) ~ '^[一-龥]+$' GROUP BY 1) WHERE kind = 'body';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_text');
  }
}
