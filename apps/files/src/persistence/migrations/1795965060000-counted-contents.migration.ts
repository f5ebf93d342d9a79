import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether its pages were counted when it was read: what was read before is read again when somebody asks. */
export class CountedContents1795965060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE content_text ADD COLUMN counted boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE content_text DROP COLUMN counted');
  }
}
