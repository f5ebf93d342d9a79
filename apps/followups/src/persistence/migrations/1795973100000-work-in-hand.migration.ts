import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has taken is found by them (G6). */
export class WorkInHand1795973100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX follow_up_taken ON follow_up (taken_by) WHERE state = 'in-hand';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX follow_up_taken');
  }
}
