import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MergeVersions1765201200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the double in the event of its merge; 0 in what was copied before it was told.
      ALTER TABLE joined_double ADD COLUMN merge_version int NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE joined_double DROP COLUMN merge_version');
  }
}
