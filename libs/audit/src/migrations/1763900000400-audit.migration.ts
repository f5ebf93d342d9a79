import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done, what of it waits to be sealed, and the chain. Seals stand apart so that no row is ever updated. */
export class Audit1763900000400 implements MigrationInterface {
  readonly name = 'Audit1763900000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit (
        id          uuid PRIMARY KEY,
        at          timestamptz NOT NULL,
        actor_id    uuid NOT NULL,
        actor_role  text NOT NULL,
        actor_for   uuid,
        operation   text NOT NULL,
        object_type text,
        object_id   text,
        site_id     uuid,
        request_id  text,
        details     jsonb NOT NULL
      );
      CREATE INDEX audit_object ON audit (object_id, at) WHERE object_id IS NOT NULL;
      CREATE INDEX audit_actor ON audit (actor_id, at);
      CREATE INDEX audit_at ON audit USING brin (at);

      -- Emptied as fast as it is filled: vacuum by count, not by share.
      CREATE TABLE audit_pending (
        audit_id uuid PRIMARY KEY
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);

      CREATE TABLE audit_seal (
        seq      bigint PRIMARY KEY CHECK (seq > 0),
        audit_id uuid NOT NULL UNIQUE,
        previous bytea NOT NULL CHECK (length(previous) = 32),
        hash     bytea NOT NULL CHECK (length(hash) = 32)
      );

      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit, audit_seal FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_seal, audit_pending, audit`);
  }
}
