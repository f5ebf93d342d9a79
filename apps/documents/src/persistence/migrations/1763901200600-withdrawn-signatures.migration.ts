import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WithdrawnSignatures1763901200600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which yes was taken back (G3). It stands as it was given; that it does not hold stands beside it. Rows are added, never changed.
      CREATE TABLE outgoing_signature_withdrawn (
        document_id  uuid NOT NULL,
        n            integer NOT NULL,
        withdrawn_by uuid NOT NULL,
        happened_at  timestamptz NOT NULL,
        recorded_at  timestamptz NOT NULL,
        CONSTRAINT outgoing_signature_withdrawn_once PRIMARY KEY (document_id, n),
        FOREIGN KEY (document_id, n) REFERENCES outgoing_signature
      );
      -- What was taken back before this was kept: the check before each time.
      INSERT INTO outgoing_signature_withdrawn (document_id, n, withdrawn_by, happened_at, recorded_at)
        SELECT l.aggregate_id, s.n, l.actor_id, l.happened_at, l.recorded_at FROM ledger l
        CROSS JOIN LATERAL (SELECT n FROM outgoing_signature WHERE document_id = l.aggregate_id AND kind = 'check' AND recorded_at <= l.recorded_at ORDER BY n DESC LIMIT 1) s
        WHERE l.type = 'documents.outgoing-taken-back.v1' AND l.data ->> 'type' = 'documents.outgoing-checked.v1'
        ON CONFLICT DO NOTHING;
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON outgoing_signature_withdrawn FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_signature_withdrawn');
  }
}
