import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ToldHouseholds1765500300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For how many households each complainant spoke, their own among them; so far nobody kept it.
      ALTER TABLE complainant ADD COLUMN households integer NOT NULL DEFAULT 1 CHECK (households >= 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE complainant DROP COLUMN households');
  }
}
