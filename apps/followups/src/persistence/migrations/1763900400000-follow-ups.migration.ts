import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowUps1763900400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE follow_up (
        id                uuid PRIMARY KEY,
        repair_request_id uuid NOT NULL,
        repair_number     text NOT NULL,
        episode           integer NOT NULL,
        site_id           uuid NOT NULL,
        version           integer NOT NULL,
        state             text NOT NULL,
        repair_class      text NOT NULL,
        reporter_id       uuid,
        channel           text NOT NULL,
        first_try_by      timestamptz,
        next_try_at       timestamptz,
        tries             integer NOT NULL,
        last_try_at       timestamptz,
        taken_by          uuid,
        rating            integer CHECK (rating BETWEEN 1 AND 5),
        comment           text,
        last_happened_at  timestamptz NOT NULL,
        recorded_at       timestamptz NOT NULL,
        changed_at        timestamptz NOT NULL,
        -- Every episode has exactly one (I3).
        CONSTRAINT follow_up_episode UNIQUE (repair_request_id, episode)
      );
      CREATE INDEX follow_up_newest ON follow_up (recorded_at DESC, id DESC);
      CREATE INDEX follow_up_open ON follow_up (site_id, recorded_at DESC, id DESC) WHERE state IN ('due', 'in-hand');

      -- Everybody who did or helped with the work of an episode.
      CREATE TABLE episode_worker (
        repair_request_id uuid NOT NULL,
        episode           integer NOT NULL,
        person_id         uuid NOT NULL,
        PRIMARY KEY (repair_request_id, episode, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE episode_worker, follow_up');
  }
}
