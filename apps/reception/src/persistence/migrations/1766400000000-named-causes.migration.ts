import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NamedCauses1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of an answer in own words the standard answer of the same matter (R3.3).
      ALTER TABLE contact ADD COLUMN cause_id uuid,
        ADD CONSTRAINT contact_cause CHECK (cause_id IS NULL OR standard_answer_id IS NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP COLUMN cause_id');
  }
}
