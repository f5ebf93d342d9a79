import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is on duty, away, somebody's deputy, and who answers for whom, each from–to. */
export class Duty1764288000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duty (
        id         uuid PRIMARY KEY,
        site_id    uuid NOT NULL REFERENCES place,
        person_id  uuid NOT NULL REFERENCES person,
        role       text NOT NULL,
        starts_at  timestamptz NOT NULL,
        ends_at    timestamptz NOT NULL CHECK (ends_at >= starts_at),
        version    integer NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX duty_person ON duty (person_id, starts_at);
      CREATE INDEX duty_newest ON duty (site_id, created_at DESC, id DESC);

      CREATE TABLE absence (
        id         uuid PRIMARY KEY,
        person_id  uuid NOT NULL REFERENCES person,
        starts_at  timestamptz NOT NULL,
        ends_at    timestamptz CHECK (ends_at >= starts_at),
        version    integer NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX absence_person ON absence (person_id, starts_at);
      CREATE INDEX absence_newest ON absence (created_at DESC, id DESC);

      CREATE TABLE delegation (
        id         uuid PRIMARY KEY,
        person_id  uuid NOT NULL REFERENCES person,
        deputy_id  uuid NOT NULL REFERENCES person CHECK (deputy_id <> person_id),
        kind       text NOT NULL CHECK (kind IN ('approvals', 'duty')),
        turn       integer NOT NULL CHECK (turn IN (1, 2)),
        starts_at  timestamptz NOT NULL,
        ends_at    timestamptz NOT NULL CHECK (ends_at >= starts_at),
        version    integer NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX delegation_person ON delegation (person_id, starts_at);
      CREATE INDEX delegation_deputy ON delegation (deputy_id, ends_at);
      CREATE INDEX delegation_newest ON delegation (created_at DESC, id DESC);

      CREATE TABLE superior (
        id          uuid PRIMARY KEY,
        person_id   uuid NOT NULL REFERENCES person,
        superior_id uuid NOT NULL REFERENCES person CHECK (superior_id <> person_id),
        starts_at   timestamptz NOT NULL,
        ends_at     timestamptz CHECK (ends_at >= starts_at),
        version     integer NOT NULL,
        created_at  timestamptz NOT NULL
      );
      CREATE INDEX superior_person ON superior (person_id, starts_at);
      CREATE INDEX superior_superior ON superior (superior_id);
      CREATE INDEX superior_newest ON superior (created_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE superior, delegation, absence, duty');
  }
}
