import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A visitor made of a contact has its words and its attachments, too (W2.1); those of before get what neither has forgotten. */
export class LinkedVisitors1766700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE visitor ADD COLUMN note text, ADD COLUMN attachment_ids uuid[] NOT NULL DEFAULT '{}';
      UPDATE visitor v SET note = nullif(l.data ->> 'description', ''), attachment_ids = c.attachment_ids
        FROM contact c JOIN ledger l ON l.aggregate_id = c.id AND l.type = 'reception.contact-converted.v1'
        WHERE c.id = v.contact_id AND l.data ->> 'objectId' = v.id::text AND c.forgotten_at IS NULL AND v.forgotten_at IS NULL;
      ALTER TABLE visitor ADD CONSTRAINT visitor_note_forgotten CHECK (forgotten_at IS NULL OR (note IS NULL AND attachment_ids = '{}'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visitor DROP COLUMN note, DROP COLUMN attachment_ids');
  }
}
