import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversions1763900107000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The contact it was made of: whom to call is kept there.
      ALTER TABLE repair_request ADD COLUMN contact_id uuid;
      CREATE UNIQUE INDEX repair_request_contact_once ON repair_request (contact_id) WHERE contact_id IS NOT NULL;
      -- What somebody who rings has open.
      CREATE INDEX repair_request_reporter ON repair_request (reporter_id, recorded_at DESC)
        WHERE reporter_id IS NOT NULL AND state NOT IN ('closed', 'cancelled', 'declined', 'merged', 'referred');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX repair_request_reporter; ALTER TABLE repair_request DROP COLUMN contact_id');
  }
}
