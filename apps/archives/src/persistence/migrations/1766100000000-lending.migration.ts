import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Loans and copies of records (W4.3): rows beside a record, which stays as it is. */
export class Lending1766100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE loan_number START 10001;
      CREATE TABLE loan (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT loan_number_once UNIQUE,
        site_id          uuid NOT NULL,
        record_id        uuid NOT NULL REFERENCES record,
        version          integer NOT NULL,
        state            text NOT NULL,
        form             text NOT NULL CHECK (form IN ('paper', 'digital')),
        purpose          text NOT NULL,
        borrower_id      uuid NOT NULL,
        -- In whose place it was asked for.
        borrower_for     uuid,
        -- The director decides.
        important        boolean NOT NULL,
        due_at           timestamptz NOT NULL,
        decided_by       uuid,
        refused_reason   text,
        handed_over_at   timestamptz,
        handed_over_by   uuid,
        extensions       integer NOT NULL DEFAULT 0 CONSTRAINT loan_extended_once CHECK (extensions IN (0, 1)),
        recalled_reason  text,
        -- Whoever borrowed it works here no longer: anybody may bring it back.
        borrower_left    boolean NOT NULL DEFAULT false,
        -- Of the clock of its return: another date begins another one.
        episode          integer NOT NULL DEFAULT 1,
        over_at          timestamptz,
        inspected_by     uuid,
        pages_complete   boolean,
        unaltered        boolean,
        finding          text,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT loan_decided_by_another CHECK (decided_by IS NULL OR (decided_by <> borrower_id AND decided_by IS DISTINCT FROM borrower_for)),
        CONSTRAINT loan_inspected_by_another CHECK (inspected_by IS NULL OR inspected_by <> borrower_id),
        CONSTRAINT loan_inspection CHECK ((state = 'returned') = (inspected_by IS NOT NULL AND pages_complete IS NOT NULL AND unaltered IS NOT NULL)),
        CONSTRAINT loan_finding CHECK (finding IS NOT NULL OR (pages_complete IS NOT FALSE AND unaltered IS NOT FALSE))
      );
      CREATE INDEX loan_site ON loan (site_id, recorded_at DESC, id DESC);
      CREATE INDEX loan_record ON loan (record_id);
      CREATE INDEX loan_borrower ON loan (borrower_id);
      -- One holder of a paper, and no onward lending: what is out is lent to nobody else.
      CREATE UNIQUE INDEX loan_paper_out ON loan (record_id) WHERE form = 'paper' AND state IN ('handed-over', 'recalled');

      CREATE SEQUENCE copy_number START 10001;
      CREATE TABLE record_copy (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT record_copy_number_once UNIQUE,
        site_id          uuid NOT NULL,
        record_id        uuid NOT NULL REFERENCES record,
        version          integer NOT NULL,
        state            text NOT NULL,
        asked_by         uuid NOT NULL,
        asked_for        uuid,
        for_whom         text NOT NULL,
        purpose          text NOT NULL,
        copies           integer NOT NULL CHECK (copies > 0),
        -- Of an official request: what it came with, and who came.
        letter           text,
        officers         text[] NOT NULL,
        important        boolean NOT NULL,
        decided_by       uuid,
        refused_reason   text,
        first_copy       integer,
        made_by          uuid,
        made_at          timestamptz,
        handed_over_at   timestamptz,
        received_by      text,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT record_copy_decided_by_another CHECK (decided_by IS NULL OR (decided_by <> asked_by AND decided_by IS DISTINCT FROM asked_for)),
        CONSTRAINT record_copy_official CHECK ((letter IS NULL) = (cardinality(officers) = 0)),
        CONSTRAINT record_copy_made CHECK ((state IN ('made', 'handed-over')) = (first_copy IS NOT NULL AND made_by IS NOT NULL AND made_at IS NOT NULL))
      );
      CREATE INDEX record_copy_site ON record_copy (site_id, recorded_at DESC, id DESC);
      CREATE INDEX record_copy_record ON record_copy (record_id);

      -- Each copy of a record that there ever was: counted from 1, a number never given twice.
      CREATE TABLE record_copy_made (
        record_id   uuid NOT NULL REFERENCES record,
        n           integer NOT NULL CHECK (n > 0),
        copying_id  uuid NOT NULL REFERENCES record_copy,
        for_whom    text NOT NULL,
        made_by     uuid NOT NULL,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT record_copy_made_once PRIMARY KEY (record_id, n)
      );

      -- What was found on a record, dated; added and never changed.
      CREATE TABLE record_remark (
        record_id   uuid NOT NULL REFERENCES record,
        n           integer NOT NULL CHECK (n > 0),
        remark      text NOT NULL,
        loan_id     uuid NOT NULL REFERENCES loan,
        remarked_by uuid NOT NULL,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT record_remark_once PRIMARY KEY (record_id, n)
      );

      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON record_copy_made, record_remark FROM %I', current_schema() || '_app');
        EXECUTE format('REVOKE DELETE, TRUNCATE ON loan, record_copy FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE record_remark, record_copy_made, record_copy, loan; DROP SEQUENCE copy_number, loan_number');
  }
}
