import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Timelines1763900200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One timeline for each accepted repair request (I3), opened by its first event.
      CREATE TABLE timeline (
        repair_request_id uuid PRIMARY KEY,
        site_id           uuid NOT NULL,
        number            text NOT NULL,
        opened_at         timestamptz NOT NULL
      );

      -- Every event that concerns a request, of whichever aggregate: its versions are gapless per aggregate (I4).
      CREATE TABLE timeline_entry (
        event_id          uuid PRIMARY KEY,
        repair_request_id uuid NOT NULL,
        aggregate_type    text NOT NULL,
        aggregate_id      uuid NOT NULL,
        aggregate_version integer NOT NULL,
        type              text NOT NULL,
        happened_at       timestamptz NOT NULL,
        recorded_at       timestamptz NOT NULL,
        actor_id          uuid NOT NULL,
        actor_role        text NOT NULL,
        actor_for         uuid,
        data              jsonb NOT NULL,
        CONSTRAINT timeline_entry_version UNIQUE (aggregate_id, aggregate_version)
      );
      CREATE INDEX timeline_entry_request ON timeline_entry (repair_request_id, happened_at, recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE timeline_entry, timeline');
  }
}
