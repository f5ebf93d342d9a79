import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of papers somebody has in hand is found by them (G6). */
export class WorkInHand1795973200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX incoming_document_acting ON incoming_document (acting_person_id) WHERE state = 'decided';
      CREATE INDEX circulation_reader_unread ON circulation_reader (person_id) WHERE read_at IS NULL AND left_out_at IS NULL;
      CREATE INDEX paper_holder_person ON paper_holder (person_id) WHERE ends_at IS NULL;
      CREATE INDEX outgoing_document_drafter ON outgoing_document (drafted_by) WHERE state = 'drafted';
      CREATE INDEX outgoing_document_reviewer ON outgoing_document (reviewer_id) WHERE state = 'submitted';
      CREATE INDEX outgoing_countersigner_waiting ON outgoing_countersigner (person_id) WHERE signed_at IS NULL;
      CREATE INDEX print_job_taken ON print_job (taken_by) WHERE state = 'taken';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX incoming_document_acting, circulation_reader_unread, paper_holder_person, outgoing_document_drafter, outgoing_document_reviewer, outgoing_countersigner_waiting, print_job_taken');
  }
}
