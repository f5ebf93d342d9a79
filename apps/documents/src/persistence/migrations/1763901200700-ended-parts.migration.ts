import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rights of people whose part in a document ended before a right ended with its part: nobody but who is named now has one. */
export class EndedParts1763901200700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE object_access a SET until = platform.now() FROM outgoing_document d
      WHERE a.object_id = d.id AND a.until IS NULL AND a."right" = 'act' AND a.subject LIKE 'person:%'
        AND a.subject NOT IN (SELECT 'person:' || named FROM unnest(d.author_ids || ARRAY[d.drafted_by, d.signed_by, d.reviewer_id]) AS named WHERE named IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM outgoing_countersigner c WHERE c.document_id = d.id AND c.round = d.round AND a.subject = 'person:' || c.person_id);
      UPDATE object_access a SET until = platform.now() FROM incoming_document d
      WHERE a.object_id = d.id AND a.until IS NULL AND a."right" = 'act' AND a.subject LIKE 'person:%'
        AND a.subject NOT IN (SELECT 'person:' || named FROM unnest(ARRAY[d.registered_by, d.proposed_by, d.decided_by, d.acting_person_id, d.supervised_by]) AS named
          WHERE named IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM circulation_reader r WHERE r.document_id = d.id AND r.left_out_at IS NULL AND a.subject = 'person:' || r.person_id);
    `);
  }

  /** A right that ended stays so. */
  async down(): Promise<void> {}
}
