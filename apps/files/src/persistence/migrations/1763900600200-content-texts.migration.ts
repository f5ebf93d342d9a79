import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What files say: read once for each content, gone with its bytes. */
export class ContentTexts1763900600200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE content_text (
        sha256  text PRIMARY KEY,
        said    text,
        -- Why there is nothing to read.
        reason  text,
        read_at timestamptz NOT NULL,
        CHECK ((said IS NULL) <> (reason IS NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE content_text');
  }
}
