import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Promises1763900100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who answers for the episode, and by when the work is to be done. Clocks stand in deadline (libs/deadlines).
      ALTER TABLE repair_request ADD COLUMN responsible_id uuid, ADD COLUMN planned_for timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair_request DROP COLUMN responsible_id, DROP COLUMN planned_for');
  }
}
