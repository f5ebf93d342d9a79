import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records (W4.1, W4.2). What a record is, holds and was described as are rows that the running role can add and never
 * change: `record`, `record_file`, `record_sheet`, `record_description`, `record_shelf`, `record_hold`. How it stands now is
 * `record_state`, which can be made again from them. Destruction (W4.4) will be the one role with DELETE on them,
 * `archives_destroy`, which no running process signs in with.
 */
export class Records1763901300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The first part of archive numbers (全宗号), one for each site: numbers of two sites never meet.
      CREATE SEQUENCE fonds_number START 1;
      CREATE TABLE fonds (
        site_id     uuid PRIMARY KEY,
        code        text NOT NULL CONSTRAINT fonds_code_once UNIQUE,
        version     integer NOT NULL,
        recorded_at timestamptz NOT NULL
      );

      CREATE TABLE category (
        site_id  uuid NOT NULL,
        code     text NOT NULL,
        name_zh  text NOT NULL,
        name_en  text NOT NULL,
        position integer NOT NULL,
        PRIMARY KEY (site_id, code)
      );

      -- What is proposed of a source, version by version; the last one holds.
      CREATE TABLE intake_rule (
        site_id     uuid NOT NULL,
        source      text NOT NULL,
        version     integer NOT NULL CHECK (version > 0),
        category    text NOT NULL,
        office      text NOT NULL,
        retention   text NOT NULL,
        legal_basis text NOT NULL,
        basis_rank  text NOT NULL,
        -- Null: shipped.
        set_by      uuid,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT intake_rule_once PRIMARY KEY (site_id, source, version),
        FOREIGN KEY (site_id, category) REFERENCES category
      );

      -- The counter of each series: locked last, so that what is rolled back gives its number back.
      CREATE TABLE series (
        id        uuid PRIMARY KEY,
        site_id   uuid NOT NULL,
        fonds     text NOT NULL,
        category  text NOT NULL,
        year      integer NOT NULL,
        retention text NOT NULL,
        office    text NOT NULL,
        last_item integer NOT NULL CHECK (last_item > 0),
        CONSTRAINT series_once UNIQUE (fonds, category, year, retention, office)
      );

      CREATE TABLE record (
        id             uuid PRIMARY KEY,
        site_id        uuid NOT NULL,
        series_id      uuid NOT NULL REFERENCES series,
        item           integer NOT NULL CHECK (item > 0),
        archive_number text NOT NULL CONSTRAINT record_number_once UNIQUE,
        old_number     text,
        category       text NOT NULL,
        year           integer NOT NULL,
        retention      text NOT NULL,
        office         text NOT NULL,
        legal_basis    text NOT NULL,
        basis_rank     text NOT NULL,
        source_type    text,
        source_id      uuid,
        source_number  text,
        proposal_id    uuid CONSTRAINT record_of_proposal UNIQUE,
        -- What it is dated from: the sign-off, never the draft (W4.5).
        dated_at       timestamptz NOT NULL,
        -- Why a record was made although another holds the same.
        duplicate_reason text,
        proof          text NOT NULL CHECK (proof ~ '^[0-9a-f]{64}$'),
        archived_by    uuid NOT NULL,
        archived_for   uuid,
        archived_as    text NOT NULL,
        happened_at    timestamptz NOT NULL,
        recorded_at    timestamptz NOT NULL,
        CONSTRAINT record_item_once UNIQUE (series_id, item),
        CONSTRAINT record_old_number_once UNIQUE (site_id, old_number),
        FOREIGN KEY (site_id, category) REFERENCES category,
        CHECK ((source_type IS NULL) = (source_id IS NULL))
      );

      CREATE TABLE record_file (
        record_id     uuid NOT NULL REFERENCES record,
        position      integer NOT NULL CHECK (position > 0),
        attachment_id uuid NOT NULL,
        name          text NOT NULL,
        media_type    text NOT NULL,
        sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT record_file_once PRIMARY KEY (record_id, position)
      );
      CREATE INDEX record_file_hash ON record_file (sha256);

      -- What it holds besides files: its card as it was catalogued, the final text, and how it was handled.
      CREATE TABLE record_sheet (
        record_id uuid NOT NULL REFERENCES record,
        kind      text NOT NULL CHECK (kind IN ('card', 'text', 'trail')),
        content   text NOT NULL,
        sha256    text NOT NULL,
        CONSTRAINT record_sheet_once PRIMARY KEY (record_id, kind),
        CONSTRAINT record_sheet_hash CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
      );
      CREATE INDEX record_sheet_text ON record_sheet (sha256) WHERE kind = 'text';

      -- Fields of DA/T 18. A correction is another version with its reason.
      CREATE TABLE record_description (
        record_id          uuid NOT NULL REFERENCES record,
        version            integer NOT NULL CHECK (version > 0),
        title              text NOT NULL,
        responsible_party  text NOT NULL,
        document_number    text,
        dated_at           timestamptz NOT NULL,
        pages              integer CHECK (pages > 0),
        copies             integer NOT NULL CHECK (copies > 0),
        carrier            text NOT NULL CHECK (carrier IN ('paper', 'digital', 'both')),
        confidentiality    text NOT NULL,
        confidential_until timestamptz,
        keywords           text[] NOT NULL,
        remarks            text,
        -- Null of the first version alone.
        reason             text,
        described_by       uuid NOT NULL,
        described_for      uuid,
        described_as       text NOT NULL,
        happened_at        timestamptz NOT NULL,
        recorded_at        timestamptz NOT NULL,
        CONSTRAINT record_description_once PRIMARY KEY (record_id, version),
        CONSTRAINT record_description_reason CHECK ((version = 1) = (reason IS NULL)),
        CHECK (confidential_until IS NULL OR confidentiality = 'confidential')
      );

      CREATE TABLE record_shelf (
        record_id   uuid NOT NULL REFERENCES record,
        n           integer NOT NULL CHECK (n > 0),
        shelf       text NOT NULL,
        moved_by    uuid NOT NULL,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (record_id, n)
      );

      CREATE TABLE record_hold (
        record_id   uuid NOT NULL REFERENCES record,
        n           integer NOT NULL CHECK (n > 0),
        held        boolean NOT NULL,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_for uuid,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        -- A hold is set, then lifted, then set again: never the same twice in a row.
        CONSTRAINT record_hold_in_turn CHECK (held = (n % 2 = 1)),
        CONSTRAINT record_hold_once PRIMARY KEY (record_id, n)
      );

      -- How a record stands: the lock of whoever acts on it, and what it is found by.
      CREATE TABLE record_state (
        id                 uuid PRIMARY KEY REFERENCES record,
        site_id            uuid NOT NULL,
        version            integer NOT NULL,
        description        integer NOT NULL,
        confidentiality    text NOT NULL,
        confidential_until timestamptz,
        held               boolean NOT NULL,
        holds              integer NOT NULL,
        shelf              text,
        shelves            integer NOT NULL,
        search_text        text NOT NULL,
        search_words       text[] NOT NULL,
        last_happened_at   timestamptz NOT NULL,
        recorded_at        timestamptz NOT NULL,
        changed_at         timestamptz NOT NULL
      );
      CREATE INDEX record_newest ON record_state (recorded_at DESC, id DESC);
      CREATE INDEX record_site ON record_state (site_id, recorded_at DESC, id DESC);
      CREATE INDEX record_text ON record_state USING gin (search_text gin_trgm_ops);
      CREATE INDEX record_words ON record_state USING gin (search_words);

      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON record, record_file, record_sheet, record_description, record_shelf, record_hold, intake_rule FROM %I', current_schema() || '_app');
        EXECUTE format('REVOKE DELETE, TRUNCATE ON series, record_state, fonds FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE record_state, record_hold, record_shelf, record_description, record_sheet, record_file, record, series, intake_rule, category, fonds; DROP SEQUENCE fonds_number',
    );
  }
}
