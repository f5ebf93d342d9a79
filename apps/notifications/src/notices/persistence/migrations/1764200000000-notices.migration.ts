import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notices1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Part of a human number; it never restarts and may have gaps (architecture.md, Data).
      CREATE SEQUENCE notice_number START 10001;

      -- One edition of a notice (公告). A correction is another row of the same number.
      CREATE TABLE notice (
        id                uuid PRIMARY KEY,
        number            text NOT NULL,
        edition           integer NOT NULL CHECK (edition > 0),
        site_id           uuid NOT NULL,
        version           integer NOT NULL,
        state             text NOT NULL,
        kind              text NOT NULL,
        lane              text NOT NULL CHECK (lane IN ('reviewed', 'night')),
        template          text,
        -- The canonical text: these bytes are hashed, approved, kept and released. Nothing else holds the words.
        content           text NOT NULL,
        content_hash      text NOT NULL,
        writer_ids        uuid[] NOT NULL,
        submitted_by      uuid,
        remarks           text,
        approved_by       uuid,
        approved_at       timestamptz,
        release_at        timestamptz,
        released_by       uuid,
        released_at       timestamptz,
        valid_until       timestamptz,
        ended_at          timestamptz,
        withdrawn_because text,
        corrects_id       uuid REFERENCES notice,
        corrected_by_id   uuid,
        review_by         timestamptz,
        reviewed_by       uuid,
        reviewed_at       timestamptz,
        verdict           text CHECK (verdict IN ('accepted', 'objected')),
        review_remarks    text,
        on_board          boolean NOT NULL,
        on_public_board   boolean NOT NULL,
        reminders         integer NOT NULL,
        reminded_at       timestamptz,
        search_text       text NOT NULL,
        search_words      text[] NOT NULL,
        happened_at       timestamptz NOT NULL,
        last_happened_at  timestamptz NOT NULL,
        recorded_at       timestamptz NOT NULL,
        changed_at        timestamptz NOT NULL,
        CONSTRAINT notice_edition UNIQUE (number, edition)
      );
      -- One correction at a time, until it is out or given up.
      CREATE UNIQUE INDEX notice_one_correction ON notice (corrects_id) WHERE state IN ('draft', 'submitted', 'returned', 'approved', 'scheduled');
      CREATE INDEX notice_newest ON notice (recorded_at DESC, id DESC);
      CREATE INDEX notice_site ON notice (site_id, recorded_at DESC, id DESC);
      CREATE INDEX notice_board ON notice (site_id, released_at DESC) WHERE on_board AND released_at IS NOT NULL;
      CREATE INDEX notice_text ON notice USING gin (search_text gin_trgm_ops);
      CREATE INDEX notice_words ON notice USING gin (search_words);

      -- Where the notices of one kind on one site go; rows of what was changed, the shipped defaults are in the code.
      CREATE TABLE notice_channels (
        id           uuid PRIMARY KEY,
        site_id      uuid NOT NULL,
        kind         text NOT NULL,
        version      integer NOT NULL,
        channels     text[] NOT NULL,
        chat_groups  jsonb NOT NULL,
        paper_boards jsonb NOT NULL,
        changed_at   timestamptz NOT NULL,
        CONSTRAINT notice_channels_kind UNIQUE (site_id, kind)
      );

      -- Own copies of the directory: facts without names. Who holds which role is in role_held.
      CREATE TABLE notice_place (
        id          uuid PRIMARY KEY,
        site_id     uuid NOT NULL,
        kind        text NOT NULL,
        parent_id   uuid,
        building_id uuid,
        label       text NOT NULL,
        label_en    text NOT NULL,
        time_zone   text
      );
      CREATE INDEX notice_place_home ON notice_place (site_id) WHERE kind = 'home';
      CREATE TABLE notice_tie (
        tie_id    uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        home_id   uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz
      );
      CREATE INDEX notice_tie_home ON notice_tie (home_id);
      CREATE TABLE notice_account (
        account_id uuid PRIMARY KEY,
        person_id  uuid NOT NULL,
        closed     boolean NOT NULL
      );
      CREATE INDEX notice_account_person ON notice_account (person_id) WHERE NOT closed;

      -- Whom a release reached, and over which channel: written by one statement for each channel, whatever their number.
      CREATE TABLE notice_recipient (
        notice_id   uuid NOT NULL REFERENCES notice,
        person_id   uuid NOT NULL,
        channel     text NOT NULL,
        building_id uuid,
        told_at     timestamptz NOT NULL,
        CONSTRAINT notice_recipient_once PRIMARY KEY (notice_id, person_id, channel)
      );
      -- Homes that no channel reached: a slip goes under their door.
      CREATE TABLE notice_slip (
        notice_id   uuid NOT NULL REFERENCES notice,
        home_id     uuid NOT NULL,
        building_id uuid,
        PRIMARY KEY (notice_id, home_id)
      );
      CREATE TABLE notice_reader (
        notice_id       uuid NOT NULL REFERENCES notice,
        person_id       uuid NOT NULL,
        read_at         timestamptz NOT NULL,
        acknowledged_at timestamptz,
        PRIMARY KEY (notice_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notice_reader, notice_slip, notice_recipient, notice_account, notice_tie, notice_place, notice_channels, notice;
      DROP SEQUENCE notice_number`);
  }
}
