import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NamedPlaces1766400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a receipt says (W6.4). Blank until the ledger of directory has been read again.
      ALTER TABLE place
        ADD COLUMN label text NOT NULL DEFAULT '',
        ADD COLUMN label_en text NOT NULL DEFAULT '',
        ADD COLUMN time_zone text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE place DROP COLUMN label, DROP COLUMN label_en, DROP COLUMN time_zone');
  }
}
