import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ComplaintTimelines1764300120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What happened to a complaint or suggestion, its follow-ups included: gapless per aggregate (I4). Who may read it is
      -- asked of complaints each time, and it is in no live feed: here is nothing that says who complains.
      CREATE TABLE case_timeline_entry (
        event_id          uuid PRIMARY KEY,
        case_id           uuid NOT NULL,
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
        CONSTRAINT case_timeline_entry_version UNIQUE (aggregate_id, aggregate_version)
      );
      CREATE INDEX case_timeline_entry_case ON case_timeline_entry (case_id, happened_at, recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_timeline_entry');
  }
}
