import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JoinedContacts1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody sent who joined a complaint; what its first complainant sent stands on the complaint.
      ALTER TABLE complainant ADD COLUMN attachment_ids uuid[] NOT NULL DEFAULT '{}';
      -- A stranger, of whom a home is known, counts as a household.
      ALTER TABLE converted_caller ALTER COLUMN person_id DROP NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM converted_caller WHERE person_id IS NULL;
      ALTER TABLE converted_caller ALTER COLUMN person_id SET NOT NULL;
      ALTER TABLE complainant DROP COLUMN attachment_ids`);
  }
}
