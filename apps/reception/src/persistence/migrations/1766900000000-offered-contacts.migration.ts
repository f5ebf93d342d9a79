import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was offered a contact that another accepted, or that ended, kept their right to it: it ends, as that of whoever passed it on (W2.1, G7). */
export class OfferedContacts1766900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE object_access a SET until = platform.now(), source_version = c.version FROM contact c
      WHERE a.object_id = c.id AND (a.until IS NULL OR a.until > platform.now())
        AND a.subject <> 'person:' || c.owner_id AND a.subject IS DISTINCT FROM 'person:' || c.offered_to
    `);
  }

  /** What was left by mistake is not given again. */
  async down(): Promise<void> {}
}
