import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bytes of contents were found to be when somebody last looked (W4.2). What is not whole is not served. */
export class ContentFixity1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE content_fixity (
        sha256     text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        found      text NOT NULL CHECK (found IN ('whole', 'damaged', 'missing')),
        -- When reading began.
        checked_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE content_fixity');
  }
}
