import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of notices somebody has in hand is found by them (G6). */
export class WorkInHand1795973400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX notice_writers ON notice USING gin (writer_ids) WHERE state IN ('draft', 'submitted', 'returned', 'approved');
      CREATE INDEX notice_task_poster ON notice_task (poster_id) WHERE state = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notice_writers, notice_task_poster');
  }
}
