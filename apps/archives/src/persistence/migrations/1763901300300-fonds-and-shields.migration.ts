import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The code of a fonds stands in numbers that are never changed, so it is never other than letters and digits; and what is hidden
 * of a complaint is hidden by the complaint (W2.3): its proposal and its record follow from it, whatever comes first.
 */
export class FondsAndShields1763901300300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fonds ADD CONSTRAINT fonds_code_form CHECK (code ~ '^[A-Z]{1,4}[0-9]{2,}$');
      INSERT INTO object_shield (object_id, subject)
        SELECT p.source_id, s.subject FROM object_shield s JOIN record_proposal p ON s.object_id IN (p.id, p.record_id) ON CONFLICT DO NOTHING;
      DELETE FROM object_shield s USING record_proposal p WHERE s.object_id IN (p.id, p.record_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO object_shield (object_id, subject)
        SELECT held.id, s.subject FROM object_shield s JOIN record_proposal p ON p.source_id = s.object_id CROSS JOIN LATERAL (VALUES (p.id), (p.record_id)) AS held (id)
        WHERE held.id IS NOT NULL ON CONFLICT DO NOTHING;
      ALTER TABLE fonds DROP CONSTRAINT fonds_code_form;
    `);
  }
}
