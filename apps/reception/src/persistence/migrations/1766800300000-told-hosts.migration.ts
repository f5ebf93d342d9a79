import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said at the desk of a visitor is shown to their host only where the host said it (G7); of those of before, where it is still known who called. */
export class ToldHosts1766800300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE visitor ADD COLUMN told_by_host boolean NOT NULL DEFAULT false;
      UPDATE visitor v SET told_by_host = true FROM contact c WHERE c.id = v.contact_id AND c.person_id = v.host_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visitor DROP COLUMN told_by_host');
  }
}
