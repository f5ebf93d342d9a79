import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approval and review run on the clocks of the office: each submission is a round with a clock of its own. */
export class NoticeClocks1764500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice ADD COLUMN round integer NOT NULL DEFAULT 0;
      UPDATE notice n SET round = s.times
      FROM (SELECT aggregate_id, count(*) AS times FROM ledger WHERE type = 'notifications.notice-submitted.v1' GROUP BY 1) s WHERE s.aggregate_id = n.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice DROP COLUMN round');
  }
}
