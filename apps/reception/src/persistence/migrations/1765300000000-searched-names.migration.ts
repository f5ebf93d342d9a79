import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keyed hashes of the names of callers and guests. Rows of before have none: their names are encrypted, and are found by number as ever. */
export class SearchedNames1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contact ADD COLUMN name_index text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT contact_name_forgotten CHECK (forgotten_at IS NULL OR name_index = '{}');
      ALTER TABLE visitor ADD COLUMN name_index text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT visitor_name_forgotten CHECK (forgotten_at IS NULL OR name_index = '{}');
      CREATE INDEX contact_name_index ON contact USING gin (name_index);
      CREATE INDEX visitor_name_index ON visitor USING gin (name_index);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP COLUMN name_index; ALTER TABLE visitor DROP COLUMN name_index;');
  }
}
