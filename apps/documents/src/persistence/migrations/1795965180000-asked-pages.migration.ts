import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether files was asked how many pages an attachment has: of what was read before nobody knows, and it is asked once. */
export class AskedPages1795965180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document_text ADD COLUMN pages_asked boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document_text DROP COLUMN pages_asked');
  }
}
