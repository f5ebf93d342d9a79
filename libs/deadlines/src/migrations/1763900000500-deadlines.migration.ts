import type { MigrationInterface, QueryRunner } from 'typeorm';
import { frozenRules } from './frozen-rules';

export class Deadlines1763900000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Copies of directory's tables. Rules are rows that are added and never changed.
      CREATE TABLE office_rule (
        id             uuid PRIMARY KEY,
        kind           text NOT NULL CHECK (kind IN ('hours', 'holidays', 'target', 'plan')),
        site_id        uuid,
        content        jsonb NOT NULL,
        source         jsonb NOT NULL,
        effective_from timestamptz NOT NULL,
        recorded_at    timestamptz NOT NULL
      );
      CREATE TABLE office_site (id uuid PRIMARY KEY, time_zone text NOT NULL);
      CREATE TABLE office_role (
        id uuid PRIMARY KEY, person_id uuid NOT NULL, role text NOT NULL, site_id uuid, from_at timestamptz NOT NULL, until_at timestamptz
      );
      CREATE INDEX office_role_site ON office_role (site_id);
      CREATE TABLE office_duty (
        id uuid PRIMARY KEY, person_id uuid NOT NULL, role text NOT NULL, site_id uuid NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz
      );
      CREATE INDEX office_duty_site ON office_duty (site_id, until_at);
      CREATE TABLE office_absence (id uuid PRIMARY KEY, person_id uuid NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz);
      CREATE INDEX office_absence_until ON office_absence (until_at);
      -- Deputies for duty, in their order.
      CREATE TABLE office_deputy (
        id uuid PRIMARY KEY, from_person_id uuid NOT NULL, to_person_id uuid NOT NULL, deputy integer NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz
      );
      CREATE INDEX office_deputy_until ON office_deputy (until_at);

      -- The clock of one promise about one thing, in one of its episodes (G4).
      CREATE TABLE deadline (
        id           uuid PRIMARY KEY,
        kind         text NOT NULL,
        aggregate_id uuid NOT NULL,
        site_id      uuid NOT NULL,
        episode      integer NOT NULL,
        promise      text NOT NULL,
        class        text NOT NULL,
        clock        jsonb NOT NULL,
        -- For what starts at this instant the rules are those that count.
        ruled_at     timestamptz NOT NULL,
        state        text NOT NULL CHECK (state IN ('running', 'closed', 'cancelled', 'dropped')),
        due_at       timestamptz NOT NULL,
        -- When the next level is reached; its timer is the one of this number.
        next_at      timestamptz,
        firing       integer NOT NULL,
        CONSTRAINT deadline_once UNIQUE (aggregate_id, episode, promise),
        CONSTRAINT deadline_closed_is_quiet CHECK (state = 'running' OR next_at IS NULL)
      );
      -- Each level exactly once (G5), with who was told.
      CREATE TABLE deadline_level (
        deadline_id   uuid NOT NULL REFERENCES deadline,
        level         text NOT NULL,
        recipient     text NOT NULL,
        class         text NOT NULL,
        outcome       text NOT NULL CHECK (outcome IN ('told', 'nobody-on-duty')),
        reached       text NOT NULL,
        at            timestamptz NOT NULL,
        -- G2: what was entered later shows that its time had not come. It stays.
        shown_on_time boolean NOT NULL DEFAULT false,
        CONSTRAINT deadline_level_once PRIMARY KEY (deadline_id, level)
      );
    `);
    for (const { id, kind, siteId, content, source, effectiveFrom, recordedAt } of frozenRules) {
      await runner.query(
        'INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, kind, siteId, JSON.stringify(content), JSON.stringify(source), effectiveFrom, recordedAt],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE deadline_level, deadline, office_deputy, office_absence, office_duty, office_role, office_site, office_rule',
    );
  }
}
