import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One tree of places per site; a site is its root. */
export class Places1763900200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE place (
        id            uuid PRIMARY KEY,
        site_id       uuid NOT NULL REFERENCES place,
        kind          text NOT NULL CHECK (kind IN ('site', 'building', 'entrance', 'home', 'public-place')),
        parent_id     uuid REFERENCES place,
        building_id   uuid REFERENCES place,
        code          text NOT NULL,
        name_zh       text NOT NULL,
        name_en       text,
        label         text NOT NULL,
        label_en      text NOT NULL,
        external_code text,
        time_zone     text,
        settings      jsonb,
        search_text   text NOT NULL,
        search_words  text[] NOT NULL,
        version       integer NOT NULL,
        created_at    timestamptz NOT NULL,
        changed_at    timestamptz NOT NULL,
        CONSTRAINT place_code UNIQUE NULLS NOT DISTINCT (parent_id, code),
        CONSTRAINT place_external_code UNIQUE (site_id, external_code),
        CONSTRAINT place_site_is_root CHECK ((kind = 'site') = (parent_id IS NULL) AND (kind = 'site') = (id = site_id)),
        CONSTRAINT place_site_has_time_zone CHECK ((kind = 'site') = (time_zone IS NOT NULL))
      );
      CREATE INDEX place_newest ON place (site_id, created_at DESC, id DESC);
      CREATE INDEX place_in_building ON place (building_id, created_at DESC, id DESC);
      CREATE INDEX place_search_text ON place USING gin (search_text gin_trgm_ops);
      CREATE INDEX place_search_words ON place USING gin (search_words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE place');
  }
}
