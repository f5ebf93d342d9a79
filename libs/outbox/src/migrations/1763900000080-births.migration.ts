import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each reaction began, on the side of who reacts; whose wish for the ledger was heard, on the side of who announces. */
export class Births1763900000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reaction_birth (
        consumer text PRIMARY KEY,
        -- What was recorded before has no effect on it.
        since    timestamptz NOT NULL,
        -- Of its producer it needs: everything, what its stream has lost, or (null) nothing but the stream.
        ledger   text CHECK (ledger IN ('all', 'lost')),
        born_at  timestamptz NOT NULL
      );

      CREATE TABLE ledger_listener (
        durable  text PRIMARY KEY,
        heard_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_listener, reaction_birth');
  }
}
