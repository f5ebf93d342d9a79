import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Escalations1764200500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was escalated to whom (G5), and what they did about it.
      CREATE TABLE escalation (
        id               uuid PRIMARY KEY,
        person_id        uuid NOT NULL,
        -- Whose deputy the person was.
        for_person_id    uuid,
        site_id          uuid NOT NULL,
        object_type      text NOT NULL,
        object_id        uuid NOT NULL,
        number           text NOT NULL,
        deadline_id      uuid NOT NULL,
        promise          text NOT NULL,
        class            text NOT NULL,
        level            text NOT NULL,
        due_at           timestamptz NOT NULL,
        reached_at       timestamptz NOT NULL,
        state            text NOT NULL,
        version          integer NOT NULL,
        note             text,
        acknowledged_at  timestamptz,
        acted_at         timestamptz,
        last_happened_at timestamptz NOT NULL,
        CONSTRAINT escalation_once UNIQUE (deadline_id, level, person_id)
      );
      CREATE INDEX escalation_mine ON escalation (person_id, reached_at DESC, id DESC);

      -- Levels of which it is known by now that their time had not come (G2); may be heard before the level.
      CREATE TABLE escalation_on_time (
        deadline_id uuid NOT NULL,
        level       text NOT NULL,
        PRIMARY KEY (deadline_id, level)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE escalation_on_time, escalation');
  }
}
