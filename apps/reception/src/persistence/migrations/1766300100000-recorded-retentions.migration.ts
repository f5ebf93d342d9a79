import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordedRetentions1766300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row holds for what ends after it was entered (Q1), also where it bears a date before. Of those so far nobody knows when that was.
      ALTER TABLE retention ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT platform.now();
      UPDATE retention SET recorded_at = effective_from;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE retention DROP COLUMN recorded_at');
  }
}
