import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has uploaded and nothing has yet. */
export class UploadsOfAPerson1763900600100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX attachment_unlinked ON attachment (uploader_id, uploaded_at) WHERE expires_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX attachment_unlinked');
  }
}
