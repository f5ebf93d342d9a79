import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Directives, mail and what was written while documents were handled are found, too. Those of before, in the words of a search that PostgreSQL
 * can make; what is attached to them is read by and by.
 */
export class FurtherTexts1763901201200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_text DROP CONSTRAINT document_text_kind_check,
        ADD CONSTRAINT document_text_kind_check CHECK (kind IN ('body', 'handling', 'attachment'));

      INSERT INTO document_text (document_id, source_id, kind, state)
      SELECT DISTINCT id, unnest(attachment_ids), 'attachment', 'waiting' FROM directive
      UNION SELECT DISTINCT id, unnest(attachment_ids), 'attachment', 'waiting' FROM mail_item;
      WITH written (document_id, source_id, kind, words) AS (
        SELECT id, id, 'body', body FROM directive
        UNION ALL SELECT id, id, 'handling', concat_ws(' ', sent_back_reason, proposal, decision, result, answer, void_reason) FROM incoming_document
        UNION ALL SELECT document_id, gen_random_uuid(), 'handling', added_reason FROM circulation_reader WHERE added_reason IS NOT NULL GROUP BY 1, 4
        UNION ALL SELECT document_id, gen_random_uuid(), 'handling', left_out_reason FROM circulation_reader WHERE left_out_reason IS NOT NULL GROUP BY 1, 4
      ), plain AS MATERIALIZED (
        SELECT document_id, source_id, kind, regexp_replace(normalize(words, NFKC), '[[:space:]]+', ' ', 'g') AS said FROM written WHERE words <> ''
      )
      INSERT INTO document_text (document_id, source_id, kind, state, said, search_text, search_words)
      SELECT document_id, source_id, kind, 'read', said, lower(said), ARRAY(
        -- Each character and each pair, in one pass: by substr every one of them would be looked for from the beginning.
        SELECT DISTINCT word FROM (
          SELECT c, c || lead(c) OVER (ORDER BY i) AS pair FROM unnest(string_to_array(lower(said), NULL)) WITH ORDINALITY AS u (c, i)
        ) pairs, LATERAL (VALUES (c), (pair)) AS words (word)
        WHERE word ~ '^[一-龥]+$')
      FROM plain;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM document_text WHERE kind = 'handling' OR document_id IN (SELECT id FROM directive UNION ALL SELECT id FROM mail_item);
      ALTER TABLE document_text DROP CONSTRAINT document_text_kind_check,
        ADD CONSTRAINT document_text_kind_check CHECK (kind IN ('body', 'attachment'));
    `);
  }
}
