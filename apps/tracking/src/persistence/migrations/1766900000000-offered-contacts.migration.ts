import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was offered a contact that another accepted, or that ended, kept reading its timeline: they read it no more, nor does whoever passed it on (W2.1, G7). */
export class OfferedContacts1766900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      WITH owned AS (
        SELECT DISTINCT ON (case_id) case_id, 'person:' || (data ->> 'ownerId') AS subject FROM case_entry
        WHERE case_type = 'contact' AND type IN ('reception.contact-recorded.v1', 'reception.contact-accepted.v1') ORDER BY case_id, aggregate_version DESC),
      offered AS (
        SELECT DISTINCT ON (case_id) case_id, CASE WHEN type = 'reception.contact-offered.v1' THEN 'person:' || (data ->> 'toPersonId') END AS subject FROM case_entry
        WHERE case_type = 'contact' AND type IN ('reception.contact-offered.v1', 'reception.contact-accepted.v1', 'reception.contact-returned.v1',
          'reception.contact-answered.v1', 'reception.contact-guided.v1', 'reception.contact-converted.v1') ORDER BY case_id, aggregate_version DESC)
      UPDATE object_access a SET until = platform.now()
      FROM owned LEFT JOIN offered USING (case_id)
      WHERE a.object_id = owned.case_id AND (a.until IS NULL OR a.until > platform.now())
        AND a.subject <> owned.subject AND a.subject IS DISTINCT FROM offered.subject
    `);
  }

  /** What was left by mistake is not given again. */
  async down(): Promise<void> {}
}
