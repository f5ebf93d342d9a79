import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoticeTasks1764200000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Work of hands that a notice brings: a post in a chat group, paper up, paper down. One each for a place.
      CREATE TABLE notice_task (
        id               uuid PRIMARY KEY,
        notice_id        uuid NOT NULL REFERENCES notice,
        number           text NOT NULL,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        task             text NOT NULL CHECK (task IN ('chat-post', 'paper-up', 'paper-down')),
        place            text NOT NULL,
        poster_id        uuid NOT NULL,
        state            text NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
        due_at           timestamptz NOT NULL,
        attachment_ids   uuid[] NOT NULL,
        done_by          uuid,
        done_at          timestamptz,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT notice_task_once UNIQUE (notice_id, task, place)
      );
      CREATE INDEX notice_task_newest ON notice_task (site_id, recorded_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_task');
  }
}
