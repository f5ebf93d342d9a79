import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CaseTimelines1763900200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Timelines of cases other than repair requests: every event of each, in order and without gaps (I4).
      CREATE TABLE case_entry (
        event_id          uuid PRIMARY KEY,
        case_type         text NOT NULL,
        case_id           uuid NOT NULL,
        site_id           uuid NOT NULL,
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
        CONSTRAINT case_entry_version UNIQUE (aggregate_id, aggregate_version)
      );
      CREATE INDEX case_entry_case ON case_entry (case_id, happened_at, recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_entry');
  }
}
