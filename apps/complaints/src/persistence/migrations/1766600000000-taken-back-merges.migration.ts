import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakenBackMerges1766600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How two complaints stood before they were merged, for as long as that may be taken back (G3).
      CREATE TABLE complaint_merge (
        complaint_id uuid PRIMARY KEY REFERENCES complaint,
        into_id      uuid NOT NULL REFERENCES complaint,
        merged_by    uuid NOT NULL,
        merged_at    timestamptz NOT NULL,
        -- What either said last of the merge: something followed where it has said more.
        version      integer NOT NULL,
        into_version integer NOT NULL,
        before       jsonb NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE complaint_merge');
  }
}
