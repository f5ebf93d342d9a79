import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often something was done of late, counted for all replicas together. Real time: it guards a door, no rule of the office. */
export class Quotas1763900000350 implements MigrationInterface {
  readonly name = 'Quotas1763900000350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota (
        key      text PRIMARY KEY,
        began_at timestamptz NOT NULL,
        ends_at  timestamptz NOT NULL,
        count    integer NOT NULL
      ) WITH (fillfactor = 50);
      CREATE INDEX quota_end ON quota (ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quota');
  }
}
