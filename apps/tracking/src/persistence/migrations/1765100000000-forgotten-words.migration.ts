import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written about contacts that were forgotten before timelines forgot it, too (G7). */
export class ForgottenWords1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE case_entry e SET data = (data - '{lateReason,note,reason,whereTo,description}'::text[]) || '{"forgotten": true}'
      WHERE case_type = 'contact' AND data ?| '{lateReason,note,reason,whereTo,description}'
        AND type IN ('reception.contact-recorded.v1', 'reception.contact-offered.v1', 'reception.contact-accepted.v1', 'reception.contact-returned.v1',
          'reception.contact-answered.v1', 'reception.contact-guided.v1', 'reception.contact-converted.v1')
        AND EXISTS (SELECT 1 FROM case_entry f WHERE f.case_id = e.case_id AND f.type = 'reception.contact-forgotten.v1')
    `);
  }

  /** What is forgotten stays so. */
  async down(): Promise<void> {}
}
