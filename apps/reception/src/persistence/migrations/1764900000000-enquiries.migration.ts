import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Enquiries1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The resident who wrote it in the portal: who called is matched by a number and may be somebody else, who wrote is known.
      ALTER TABLE contact ADD COLUMN written_by uuid,
        ADD CONSTRAINT contact_written CHECK (written_by IS NULL OR (channel = 'portal' AND written_by = person_id));
      CREATE INDEX contact_written_by ON contact (written_by, recorded_at DESC, id DESC) WHERE written_by IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP COLUMN written_by');
  }
}
