import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Visitors1763900700400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE visitor_number START 10001;

      CREATE TABLE visitor (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT visitor_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        kind             text NOT NULL CHECK (kind IN ('resident-guest', 'office-guest')),
        host_id          uuid NOT NULL,
        home_id          uuid,
        person_cipher    text,
        purpose          text,
        party_size       integer NOT NULL CHECK (party_size > 0),
        window_from      timestamptz NOT NULL,
        window_until     timestamptz NOT NULL,
        pass_index       text,
        came_at          timestamptz,
        left_at          timestamptz,
        overstayed_at    timestamptz,
        forgotten_at     timestamptz,
        contact_id       uuid,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CHECK (window_from < window_until),
        CHECK ((kind = 'resident-guest') = (home_id IS NOT NULL)),
        CHECK ((state IN ('inside', 'left')) = (came_at IS NOT NULL)),
        CHECK ((state = 'left') = (left_at IS NOT NULL)),
        -- A pass is good only while somebody is expected.
        CHECK (pass_index IS NULL OR state = 'expected'),
        CHECK (forgotten_at IS NULL OR (person_cipher IS NULL AND purpose IS NULL))
      );
      CREATE UNIQUE INDEX visitor_pass ON visitor (pass_index) WHERE pass_index IS NOT NULL;
      CREATE INDEX visitor_newest ON visitor (recorded_at DESC, id DESC);
      CREATE INDEX visitor_site ON visitor (site_id, recorded_at DESC, id DESC);
      CREATE INDEX visitor_inside ON visitor (site_id) WHERE state = 'inside';
      CREATE INDEX visitor_text ON visitor USING gin (search_text gin_trgm_ops);
      CREATE INDEX visitor_words ON visitor USING gin (search_words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE visitor; DROP SEQUENCE visitor_number');
  }
}
