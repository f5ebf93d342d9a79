import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JoinedHotlines1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose complaint a hotline sent keeps its number and deadline; those that lead stand on the complaint.
      ALTER TABLE complainant ADD COLUMN hotline_number text, ADD COLUMN hotline_deadline timestamptz,
        ADD CONSTRAINT complainant_hotline CHECK ((hotline_number IS NULL) = (hotline_deadline IS NULL));
      -- So far only the first could come from one.
      UPDATE complainant k SET hotline_number = c.hotline_number, hotline_deadline = c.hotline_deadline
      FROM complaint c
      WHERE c.hotline_number IS NOT NULL AND c.hotline_deadline IS NOT NULL
        AND k.id = (SELECT id FROM complainant first WHERE first.complaint_id = c.id ORDER BY joined_at, id LIMIT 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE complainant DROP CONSTRAINT complainant_hotline, DROP COLUMN hotline_number, DROP COLUMN hotline_deadline');
  }
}
