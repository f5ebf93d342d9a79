import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Processes of the version before go on working on these tables, while this one is rolled out and after going back (docs/upgrade.md):
 * they know neither when a task was recorded, nor that one is cancelled, nor that it is open whom a complaint is about.
 */
export class BorneBefore1766800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- To the millisecond, as the service has it: pages of tasks go on from there.
      ALTER TABLE complaint_task ALTER COLUMN recorded_at SET DEFAULT date_trunc('milliseconds', platform.now());

      -- To it a task that was cancelled is open, and holds its complaint up: whoever finishes it has finished it.
      CREATE FUNCTION task_finished_after_all() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.cancelled_at := NULL;
        NEW.cancelled_by := NULL;
        NEW.cancel_reason := NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER complaint_task_finished_after_all BEFORE UPDATE ON complaint_task
        FOR EACH ROW WHEN (NEW.finished_at IS NOT NULL AND OLD.finished_at IS NULL AND NEW.cancelled_at IS NOT NULL) EXECUTE FUNCTION task_finished_after_all();

      -- It decides all the same; 'ops verify' tells which complaints that were.
      ALTER TABLE complaint DROP CONSTRAINT complaint_about_settled;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE complaint ADD CONSTRAINT complaint_about_settled CHECK (NOT about_open OR state NOT IN ('decided', 'handling', 'awaiting-feedback', 'closed', 'merged'));
      DROP TRIGGER complaint_task_finished_after_all ON complaint_task;
      DROP FUNCTION task_finished_after_all;
      ALTER TABLE complaint_task ALTER COLUMN recorded_at DROP DEFAULT;
    `);
  }
}
