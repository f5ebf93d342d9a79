import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A site keeps the moment it begins with, not a month: which month that is, its own clock says, which may be heard of later (W4.5). */
export class ReconciledSince1766470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fonds ADD COLUMN reconciled_since timestamptz NOT NULL DEFAULT platform.now();
      -- The middle of the month that was kept: it is of that month by every clock.
      UPDATE fonds SET reconciled_since = (reconciled_from + 14)::timestamp AT TIME ZONE 'UTC';
      ALTER TABLE fonds DROP COLUMN reconciled_from;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fonds ADD COLUMN reconciled_from date NOT NULL DEFAULT date_trunc('month', platform.now() AT TIME ZONE 'Asia/Shanghai')::date;
      UPDATE fonds SET reconciled_from = date_trunc('month', reconciled_since AT TIME ZONE 'Asia/Shanghai')::date;
      ALTER TABLE fonds DROP COLUMN reconciled_since;
    `);
  }
}
