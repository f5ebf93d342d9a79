import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The write side (ledger, pending, leader, epoch) and the read side (inbox, positions, attempts, parked, dead letters). */
export class Outbox1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger (
        event_id          uuid PRIMARY KEY,
        -- Orders the events of one aggregate, because its row is locked while they are written. Never a cursor:
        -- of two aggregates the higher number may be committed first.
        seq               bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        type              text NOT NULL,
        aggregate_type    text NOT NULL,
        aggregate_id      uuid NOT NULL,
        aggregate_version integer NOT NULL CHECK (aggregate_version > 0),
        site_id           uuid NOT NULL,
        happened_at       timestamptz NOT NULL,
        recorded_at       timestamptz NOT NULL,
        actor_id          uuid NOT NULL,
        actor_role        text NOT NULL,
        actor_for         uuid,
        traceparent       text,
        data              jsonb NOT NULL,
        CONSTRAINT ledger_aggregate_version UNIQUE (aggregate_id, aggregate_version)
      );
      CREATE INDEX ledger_recorded_at ON ledger USING brin (recorded_at);

      -- Emptied as fast as it is filled: vacuum by count, not by share.
      CREATE TABLE outbox_pending (
        seq      bigint PRIMARY KEY,
        event_id uuid NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);

      CREATE TABLE relay_leader (
        singleton boolean PRIMARY KEY CHECK (singleton),
        holder    uuid NOT NULL,
        fence     bigint NOT NULL,
        until     timestamptz NOT NULL
      ) WITH (fillfactor = 50);

      -- What the relay last knew of its stream in NATS; a contradiction means that the stream was lost.
      CREATE TABLE stream_state (
        stream     text PRIMARY KEY,
        epoch      integer NOT NULL,
        -- Unknown while the stream is being rebuilt, or is to be.
        created    text,
        high_water bigint NOT NULL,
        -- Messages a rebuilt stream has to hold; unknown once that was verified.
        expected   bigint
      );

      CREATE TABLE inbox (
        consumer    text NOT NULL,
        event_id    uuid NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (consumer, event_id)
      );
      CREATE INDEX inbox_received_at ON inbox USING brin (received_at);

      -- Highest version of an aggregate a latest or strict reaction has applied.
      CREATE TABLE reaction_position (
        consumer     text NOT NULL,
        aggregate_id uuid NOT NULL,
        version      integer NOT NULL,
        PRIMARY KEY (consumer, aggregate_id)
      ) WITH (fillfactor = 70);

      CREATE TABLE attempt (
        consumer   text NOT NULL,
        event_id   uuid NOT NULL,
        n          integer NOT NULL,
        last_error text,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (consumer, event_id)
      );

      CREATE TABLE parked (
        consumer          text NOT NULL,
        event_id          uuid NOT NULL,
        aggregate_id      uuid NOT NULL,
        aggregate_version integer NOT NULL,
        -- Null in the place of an event that was discarded: nothing to apply, its successors may go on.
        payload           bytea,
        parked_at         timestamptz NOT NULL,
        PRIMARY KEY (consumer, aggregate_id, aggregate_version)
      );

      CREATE TABLE dead_letter (
        id                uuid PRIMARY KEY,
        consumer          text NOT NULL,
        event_id          uuid NOT NULL,
        -- Unknown where the bytes do not say.
        aggregate_id      uuid,
        aggregate_version integer,
        -- Successors wait for this one.
        strict            boolean NOT NULL,
        class             text NOT NULL CHECK (class IN ('contract', 'business', 'exhausted')),
        fingerprint       text NOT NULL,
        error             text NOT NULL,
        payload           bytea NOT NULL,
        headers           jsonb NOT NULL,
        attempts          integer NOT NULL,
        dead_at           timestamptz NOT NULL,
        state             text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'replay', 'replayed', 'discarded')),
        decided_by        text,
        decided_at        timestamptz,
        reason            text,
        CONSTRAINT dead_letter_event UNIQUE (consumer, event_id),
        CONSTRAINT dead_letter_discard_reason CHECK (state <> 'discarded' OR reason IS NOT NULL)
      );
      CREATE INDEX dead_letter_open ON dead_letter (dead_at) WHERE state IN ('waiting', 'replay');

      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON ledger FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE dead_letter, parked, attempt, reaction_position, inbox, stream_state, relay_leader, outbox_pending, ledger',
    );
  }
}
