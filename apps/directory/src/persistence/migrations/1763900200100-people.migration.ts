import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their homes, roles and crews, each from–to. */
export class People1763900200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id           uuid PRIMARY KEY,
        -- Where the person is registered; null for people of the company.
        site_id      uuid REFERENCES place,
        name         text NOT NULL,
        phone_cipher text,
        phone_index  text,
        search_text  text NOT NULL,
        search_words text[] NOT NULL,
        version      integer NOT NULL,
        created_at   timestamptz NOT NULL,
        changed_at   timestamptz NOT NULL,
        CONSTRAINT person_phone CHECK ((phone_cipher IS NULL) = (phone_index IS NULL))
      );
      CREATE INDEX person_newest ON person (created_at DESC, id DESC);
      CREATE INDEX person_phone_index ON person (phone_index);
      CREATE INDEX person_search_text ON person USING gin (search_text gin_trgm_ops);
      CREATE INDEX person_search_words ON person USING gin (search_words);

      -- Sites whose staff know the person: by registration, home or role.
      CREATE TABLE person_site (
        person_id uuid NOT NULL REFERENCES person,
        site_id   uuid NOT NULL REFERENCES place,
        PRIMARY KEY (person_id, site_id)
      );

      CREATE TABLE tie (
        id        uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        home_id   uuid NOT NULL REFERENCES place,
        site_id   uuid NOT NULL REFERENCES place,
        kind      text NOT NULL CHECK (kind IN ('owner', 'tenant', 'family', 'shop')),
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz CHECK (ends_at >= starts_at),
        version   integer NOT NULL
      );
      CREATE INDEX tie_person ON tie (person_id);
      CREATE INDEX tie_home ON tie (home_id);

      CREATE TABLE role_grant (
        id        uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        role      text NOT NULL,
        -- Null: on every site of the company.
        site_id   uuid REFERENCES place,
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz CHECK (ends_at >= starts_at),
        version   integer NOT NULL
      );
      CREATE INDEX role_grant_person ON role_grant (person_id);

      CREATE TABLE crew (
        id         uuid PRIMARY KEY,
        site_id    uuid NOT NULL REFERENCES place,
        kind       text NOT NULL CHECK (kind IN ('crew', 'contractor')),
        code       text NOT NULL,
        name_zh    text NOT NULL,
        name_en    text,
        skills     text[] NOT NULL,
        version    integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT crew_code UNIQUE (site_id, code)
      );

      CREATE TABLE crew_membership (
        id        uuid PRIMARY KEY,
        crew_id   uuid NOT NULL REFERENCES crew,
        site_id   uuid NOT NULL REFERENCES place,
        person_id uuid NOT NULL REFERENCES person,
        lead      boolean NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz CHECK (ends_at >= starts_at),
        version   integer NOT NULL
      );
      CREATE INDEX crew_membership_person ON crew_membership (person_id);
      CREATE INDEX crew_membership_crew ON crew_membership (crew_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE crew_membership, crew, role_grant, tie, person_site, person');
  }
}
