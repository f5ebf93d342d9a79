import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CorrectedComplaints1765200200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whom a complaint was said to be about before it was corrected, by whom and why (G3).
      CREATE TABLE about_correction (
        complaint_id     uuid NOT NULL REFERENCES complaint,
        version          integer NOT NULL,
        about_person_ids uuid[] NOT NULL,
        about_crew_ids   uuid[] NOT NULL,
        reason           text NOT NULL,
        corrected_by     uuid NOT NULL,
        corrected_at     timestamptz NOT NULL,
        PRIMARY KEY (complaint_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE about_correction');
  }
}
