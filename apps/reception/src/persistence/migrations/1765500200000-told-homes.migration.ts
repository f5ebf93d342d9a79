import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ToldHomes1765500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the caller said of which home they are. Of a stranger it cannot be known otherwise.
      ALTER TABLE contact ADD COLUMN home_told boolean NOT NULL DEFAULT false;
      UPDATE contact SET home_told = true WHERE home_id IS NOT NULL AND (person_id IS NULL OR written_by IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP COLUMN home_told');
  }
}
