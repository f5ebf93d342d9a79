import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records are found by what few of many have, and living files by one or two characters of the title of a paper, without looking through all of them (W4.1, W4.2; docs/performance.md). */
export class FoundRecords1795971020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX record_source ON record (source_id);
      CREATE INDEX record_office ON record (office, year);
      CREATE INDEX record_category ON record (category, year);
      CREATE INDEX record_year ON record (year);
      CREATE INDEX record_state_shelf ON record_state (shelf);
      CREATE INDEX record_description_dated ON record_description (dated_at);

      -- What one or two characters can hit, as it is searched: each character, and each with the next.
      CREATE FUNCTION title_words(title text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT p.word), '{}') FROM (SELECT lower(normalize(title, NFKC)) AS said) t
        CROSS JOIN generate_series(1, char_length(t.said)) i CROSS JOIN LATERAL (VALUES (substr(t.said, i, 1)), (substr(t.said, i, 2))) p (word)
      $$;
      CREATE INDEX living_file_entry_words ON living_file_entry USING gin (title_words(title));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX living_file_entry_words; DROP FUNCTION title_words(text); DROP INDEX record_description_dated, record_state_shelf, record_year, record_category, record_office, record_source');
  }
}
