import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RestoredOrders1763900300100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where a withdrawn order stood: where it goes back to when the cancellation is taken back.
      ALTER TABLE work_order ADD COLUMN withdrawn_from text;
      -- A cancellation and its taking back may be heard in either order.
      ALTER TABLE episode ADD COLUMN decided_version integer NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE episode DROP COLUMN decided_version; ALTER TABLE work_order DROP COLUMN withdrawn_from');
  }
}
