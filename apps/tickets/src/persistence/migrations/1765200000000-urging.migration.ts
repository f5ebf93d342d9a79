import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Urging1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair_request ADD COLUMN urged_count integer NOT NULL DEFAULT 0, ADD COLUMN last_urged_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair_request DROP COLUMN urged_count, DROP COLUMN last_urged_at');
  }
}
