import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Chat groups hear that a notice they were told of no longer holds. */
export class Retractions1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice_task
        ADD COLUMN unproven boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT notice_task_task_check,
        ADD CONSTRAINT notice_task_task_check CHECK (task IN ('chat-post', 'chat-retract', 'paper-up', 'paper-down'));
      CREATE INDEX notice_task_number ON notice_task (number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notice_task_number;
      DELETE FROM notice_task WHERE task = 'chat-retract';
      ALTER TABLE notice_task
        DROP COLUMN unproven,
        DROP CONSTRAINT notice_task_task_check,
        ADD CONSTRAINT notice_task_task_check CHECK (task IN ('chat-post', 'paper-up', 'paper-down'));
    `);
  }
}
