import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asked for a draft reads the outgoing document it became (R2.2), also where it is finished already. */
export class DraftsOfRequesters1795970020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO object_access (object_id, site_id, subject, "right", source, source_version)
      SELECT d.id, d.site_id, 'person:' || j.requested_by, 'read', j.id, j.version
      FROM print_job j JOIN outgoing_document d ON d.id = j.drafted_document_id WHERE d.confidentiality <> 'confidential'
      ON CONFLICT DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM object_access a USING print_job j WHERE a.source = j.id AND a.object_id = j.drafted_document_id');
  }
}
