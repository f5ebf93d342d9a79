import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeftSlips1766400000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When a slip was left under the door, and who says so.
      ALTER TABLE notice_slip
        ADD COLUMN left_at timestamptz,
        ADD COLUMN left_by uuid,
        ADD CONSTRAINT notice_slip_left CHECK ((left_at IS NULL) = (left_by IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice_slip DROP COLUMN left_at, DROP COLUMN left_by');
  }
}
