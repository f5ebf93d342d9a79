import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a device is under warranty, as directory says, and what of a repair decides whether that counts for it (W4.5). */
export class Warranties1795963320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE living_file ADD COLUMN warranty_until date;
      -- Null of what was reported before: the day on which it is closed counts.
      ALTER TABLE followed_repair ADD COLUMN reported_at timestamptz;
      -- The warranty alone made it propose a record when it was closed; that stays so whatever directory says later.
      ALTER TABLE followed_repair ADD COLUMN proposed_by_warranty boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE followed_repair DROP COLUMN proposed_by_warranty, DROP COLUMN reported_at; ALTER TABLE living_file DROP COLUMN warranty_until');
  }
}
