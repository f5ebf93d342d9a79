import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Corrections1763900100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose contact it is. The reporter may turn out to be somebody else: they must not see the number of the one before.
      ALTER TABLE repair_request ADD COLUMN contact_of uuid;
      UPDATE repair_request SET contact_of = reporter_id WHERE contact_cipher IS NOT NULL;

      -- Version of the request whose words were indexed: a correction may be heard before the report.
      ALTER TABLE repair_search ADD COLUMN version integer NOT NULL DEFAULT 1;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair_search DROP COLUMN version; ALTER TABLE repair_request DROP COLUMN contact_of');
  }
}
