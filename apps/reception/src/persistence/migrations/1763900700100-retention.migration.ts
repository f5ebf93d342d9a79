import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Retention1763900700100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How long what is personal is kept (G7): rows are added, never changed; a site's own come before those of all sites.
      CREATE TABLE retention (
        id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        site_id        uuid,
        what           text NOT NULL,
        days           integer NOT NULL CHECK (days >= 0),
        source_zh      text NOT NULL,
        source_en      text NOT NULL,
        effective_from timestamptz NOT NULL
      );
      INSERT INTO retention (what, days, source_zh, source_en, effective_from)
        VALUES ('visitor', 30, '初步建议', 'initial proposal', '2024-01-01T00:00:00+08:00');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retention');
  }
}
