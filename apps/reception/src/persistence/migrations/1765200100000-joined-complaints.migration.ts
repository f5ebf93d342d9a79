import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JoinedComplaints1765200100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As what its caller was to join a complaint: of this id is theirs where that was closed by then.
      ALTER TABLE contact ADD COLUMN complainant_id uuid;
      CREATE UNIQUE INDEX contact_complainant ON contact (complainant_id) WHERE complainant_id IS NOT NULL;
      -- Several contacts join one complaint; of everything else there is one contact.
      ALTER TABLE contact DROP CONSTRAINT contact_conversion;
      CREATE UNIQUE INDEX contact_conversion ON contact (converted_id) WHERE complainant_id IS NULL;
      CREATE INDEX contact_converted ON contact (converted_id) WHERE converted_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX contact_conversion, contact_converted;
      ALTER TABLE contact DROP COLUMN complainant_id;
      ALTER TABLE contact ADD CONSTRAINT contact_conversion UNIQUE (converted_id)`);
  }
}
