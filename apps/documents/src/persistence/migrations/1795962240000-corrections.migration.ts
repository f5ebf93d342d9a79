import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a registered document said before it was corrected, by whom and why. Rows are added, never changed. */
export class Corrections1795962240000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE incoming_correction (
        document_id   uuid NOT NULL REFERENCES incoming_document,
        n             integer NOT NULL,
        was           jsonb NOT NULL,
        became        jsonb NOT NULL,
        reason        text NOT NULL,
        corrected_by  uuid NOT NULL,
        corrected_for uuid,
        happened_at   timestamptz NOT NULL,
        recorded_at   timestamptz NOT NULL,
        CONSTRAINT incoming_correction_once PRIMARY KEY (document_id, n)
      );
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON incoming_correction FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE incoming_correction');
  }
}
