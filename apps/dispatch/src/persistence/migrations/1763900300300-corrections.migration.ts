import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Corrections1763900300300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the request was corrected to, by fact: corrections, the beginning and a restoring may be heard in any order.
      ALTER TABLE episode ADD COLUMN corrections jsonb NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE episode DROP COLUMN corrections');
  }
}
