import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers given to commands, for a repeat under the same key (api.md). */
export class Idempotency1763900000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The answer is filled in by an update of the same transaction: room for it on the page keeps that update off the indexes.
    await runner.query(`
      CREATE TABLE idempotency (
        principal    uuid NOT NULL,
        key          text NOT NULL,
        request_hash bytea NOT NULL,
        status       smallint,
        headers      json,
        body         text,
        created_at   timestamptz NOT NULL,
        CONSTRAINT idempotency_pkey PRIMARY KEY (principal, key)
      ) WITH (fillfactor = 50);
      CREATE INDEX idempotency_created_at ON idempotency USING brin (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency');
  }
}

/** Each service lists them before its own. */
export const commandMigrations = [Idempotency1763900000100];
