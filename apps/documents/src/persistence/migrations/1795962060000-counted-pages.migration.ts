import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages as they were counted, beside what somebody states. */
export class CountedPages1795962060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_text ADD COLUMN pages integer;
      ALTER TABLE incoming_document ADD COLUMN pages integer;
      ALTER TABLE outgoing_document ADD COLUMN counted_pages integer, ADD COLUMN pages_reason text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outgoing_document DROP COLUMN pages_reason, DROP COLUMN counted_pages;
      ALTER TABLE incoming_document DROP COLUMN pages;
      ALTER TABLE document_text DROP COLUMN pages;
    `);
  }
}
