import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TriesBeforePassingOn1764900400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was tried before it was passed on is not what the second person tried.
      ALTER TABLE follow_up ADD COLUMN tries_before_passing_on int NOT NULL DEFAULT 0;
      -- Who had one passed on to them has it until it is over.
      UPDATE object_access oa SET until = f.changed_at FROM follow_up f
        WHERE f.id = oa.object_id AND oa.until IS NULL AND f.state NOT IN ('planned', 'due', 'in-hand');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE follow_up DROP COLUMN tries_before_passing_on');
  }
}
