import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replays of the ledger to one reaction that somebody asked for; done by a process of the producer. */
export class ReplayRequests1763900000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE replay_request (
        id           uuid PRIMARY KEY,
        durable      text NOT NULL,
        -- Null for every event of the producer.
        types        text[],
        requested_by text NOT NULL,
        requested_at timestamptz NOT NULL,
        -- Of the ledger when it was asked for; later events come to the reaction by themselves.
        last_seq     bigint NOT NULL,
        sent_seq     bigint NOT NULL,
        -- Of the stream it is sent into: a rebuilt one has lost what was sent before.
        epoch        integer,
        -- Who is at it, until when. Real time: a lease.
        taken_until  timestamptz NOT NULL DEFAULT '-infinity',
        finished_at  timestamptz
      );
      CREATE INDEX replay_request_open ON replay_request (requested_at) WHERE finished_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE replay_request');
  }
}
