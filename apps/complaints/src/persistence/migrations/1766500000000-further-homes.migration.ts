import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FurtherHomes1766500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Other homes somebody complained for in a complaint that was merged into this one.
      ALTER TABLE complainant ADD COLUMN further_home_ids uuid[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE complainant DROP COLUMN further_home_ids');
  }
}
