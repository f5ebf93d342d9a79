import { searchText, searchWords } from '@property-office/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WatchedTasks1765200500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE complaint_task
        ADD COLUMN attachment_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN cancelled_at timestamptz,
        ADD COLUMN cancelled_by uuid,
        ADD COLUMN cancel_reason text,
        ADD COLUMN recorded_at timestamptz,
        ADD COLUMN search_text text NOT NULL DEFAULT '',
        ADD COLUMN search_words text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT complaint_task_ended_once CHECK (finished_at IS NULL OR cancelled_at IS NULL),
        ADD CONSTRAINT complaint_task_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL) AND (cancelled_at IS NULL) = (cancelled_by IS NULL));
      UPDATE complaint_task t SET recorded_at = coalesce(
        (SELECT l.recorded_at FROM ledger l WHERE l.aggregate_id = t.complaint_id AND l.type = 'complaints.task-added.v1' AND l.data ->> 'taskId' = t.id::text), t.due_at);
      ALTER TABLE complaint_task ALTER COLUMN recorded_at SET NOT NULL;
      CREATE INDEX complaint_task_owner ON complaint_task (owner_id, recorded_at DESC, id DESC);
    `);
    for (const { id, what } of (await runner.query('SELECT id, what FROM complaint_task')) as Array<{ id: string; what: string }>) {
      const text = searchText(what);
      await runner.query('UPDATE complaint_task SET search_text = $2, search_words = $3 WHERE id = $1', [id, text, searchWords(text)]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE complaint_task DROP COLUMN attachment_ids, DROP COLUMN cancelled_at, DROP COLUMN cancelled_by, DROP COLUMN cancel_reason,
        DROP COLUMN recorded_at, DROP COLUMN search_text, DROP COLUMN search_words`);
  }
}
