import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stocktakes (W4.4): what was expected and seen on the shelves, what differed, and who explained and approved that. No record is changed. */
export class Stocktakes1766410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE stocktake_number START 10001;
      CREATE TABLE stocktake (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT stocktake_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        category         text,
        shelf            text,
        finish_by        timestamptz NOT NULL,
        started_by       uuid NOT NULL,
        started_for      uuid,
        counted_at       timestamptz,
        remarks          text,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT stocktake_scope CHECK ((category IS NULL) <> (shelf IS NULL))
      );
      CREATE INDEX stocktake_newest ON stocktake (recorded_at DESC, id DESC);
      CREATE INDEX stocktake_site ON stocktake (site_id, recorded_at DESC, id DESC);

      CREATE TABLE stocktake_counter (
        stocktake_id uuid NOT NULL REFERENCES stocktake,
        person_id    uuid NOT NULL,
        PRIMARY KEY (stocktake_id, person_id)
      );

      -- What the catalogue had within its scope as it began, and where.
      CREATE TABLE stocktake_item (
        stocktake_id uuid NOT NULL REFERENCES stocktake,
        record_id    uuid NOT NULL REFERENCES record,
        shelf        text,
        CONSTRAINT stocktake_item_once PRIMARY KEY (stocktake_id, record_id)
      );

      -- What was seen, by whom and where; a number that is no record for who scanned it has none.
      CREATE TABLE stocktake_scan (
        stocktake_id uuid NOT NULL REFERENCES stocktake,
        n            integer NOT NULL CHECK (n > 0),
        code         text NOT NULL,
        record_id    uuid REFERENCES record,
        shelf        text NOT NULL,
        scanned_by   uuid NOT NULL,
        scanned_for  uuid,
        happened_at  timestamptz NOT NULL,
        recorded_at  timestamptz NOT NULL,
        CONSTRAINT stocktake_scan_once PRIMARY KEY (stocktake_id, n)
      );
      CREATE INDEX stocktake_scan_record ON stocktake_scan (stocktake_id, record_id);

      CREATE TABLE stocktake_difference (
        id              uuid PRIMARY KEY,
        stocktake_id    uuid NOT NULL REFERENCES stocktake,
        record_id       uuid REFERENCES record,
        code            text,
        kind            text NOT NULL CHECK (kind IN ('missing', 'misplaced', 'unknown', 'unexpected')),
        catalogue_shelf text,
        seen_shelf      text,
        -- False: counting went on, and it was none any more.
        stands          boolean NOT NULL,
        recorded_at     timestamptz NOT NULL,
        CONSTRAINT stocktake_difference_of CHECK ((record_id IS NULL) = (kind = 'unknown') AND (record_id IS NULL) <> (code IS NULL)),
        CONSTRAINT stocktake_difference_seen CHECK ((seen_shelf IS NULL) = (kind = 'missing'))
      );
      CREATE INDEX stocktake_difference_list ON stocktake_difference (stocktake_id);

      CREATE TABLE stocktake_explanation (
        difference_id uuid NOT NULL REFERENCES stocktake_difference,
        n             integer NOT NULL CHECK (n > 0),
        explanation   text NOT NULL,
        correct_shelf boolean NOT NULL,
        explained_by  uuid NOT NULL,
        explained_for uuid,
        explained_as  text NOT NULL,
        happened_at   timestamptz NOT NULL,
        recorded_at   timestamptz NOT NULL,
        CONSTRAINT stocktake_explanation_once PRIMARY KEY (difference_id, n),
        CONSTRAINT stocktake_explanation_whose UNIQUE (difference_id, n, explained_by)
      );

      -- By another person, as the row itself says; no explanation is decided on twice.
      CREATE TABLE stocktake_decision (
        difference_id uuid NOT NULL,
        n             integer NOT NULL,
        explained_by  uuid NOT NULL,
        approved      boolean NOT NULL,
        reason        text,
        decided_by    uuid NOT NULL,
        decided_for   uuid,
        happened_at   timestamptz NOT NULL,
        recorded_at   timestamptz NOT NULL,
        CONSTRAINT stocktake_decision_once PRIMARY KEY (difference_id, n),
        CONSTRAINT stocktake_decision_whose FOREIGN KEY (difference_id, n, explained_by) REFERENCES stocktake_explanation (difference_id, n, explained_by),
        CONSTRAINT stocktake_decision_by_another CHECK (decided_by <> explained_by AND decided_for IS DISTINCT FROM explained_by),
        CONSTRAINT stocktake_decision_reason CHECK (approved = (reason IS NULL))
      );

      -- Null: somebody moved it; else the stocktake whose approved difference it corrects.
      ALTER TABLE record_shelf ADD COLUMN stocktake_id uuid REFERENCES stocktake;

      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON stocktake_counter, stocktake_item, stocktake_scan, stocktake_explanation, stocktake_decision FROM %I', current_schema() || '_app');
        EXECUTE format('REVOKE DELETE, TRUNCATE ON stocktake, stocktake_difference FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE record_shelf DROP COLUMN stocktake_id;
      DROP TABLE stocktake_decision, stocktake_explanation, stocktake_difference, stocktake_scan, stocktake_item, stocktake_counter, stocktake;
      DROP SEQUENCE stocktake_number;
    `);
  }
}
