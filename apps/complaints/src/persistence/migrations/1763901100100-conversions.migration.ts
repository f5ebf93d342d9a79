import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversions1763901100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The contact of reception it came from (W2.1), once: who called is kept there.
      ALTER TABLE complainant ADD COLUMN contact_id uuid CONSTRAINT complainant_contact UNIQUE;
      ALTER TABLE suggestion ADD COLUMN contact_id uuid CONSTRAINT suggestion_contact UNIQUE;
      -- The public place it is about, where one was told.
      ALTER TABLE complaint ADD COLUMN place_id uuid;
      ALTER TABLE suggestion ADD COLUMN place_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE suggestion DROP COLUMN place_id, DROP COLUMN contact_id;
      ALTER TABLE complaint DROP COLUMN place_id;
      ALTER TABLE complainant DROP COLUMN contact_id`);
  }
}
