import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job of drafting: what is to be said, and what came of it. */
export class DraftingJobs1795962180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE print_job ADD COLUMN instructions text, ADD COLUMN draft_ids uuid[] NOT NULL DEFAULT '{}', ADD COLUMN drafted_document_id uuid,
        DROP CONSTRAINT print_job_something,
        ADD CONSTRAINT print_job_something CHECK (document_id IS NOT NULL OR cardinality(attachment_ids) > 0 OR (work = 'draft' AND instructions IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE print_job DROP CONSTRAINT print_job_something,
        ADD CONSTRAINT print_job_something CHECK (document_id IS NOT NULL OR cardinality(attachment_ids) > 0) NOT VALID,
        DROP COLUMN drafted_document_id, DROP COLUMN draft_ids, DROP COLUMN instructions;
    `);
  }
}
