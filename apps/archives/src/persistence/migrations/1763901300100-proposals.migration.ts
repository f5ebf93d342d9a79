import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What events elsewhere propose as records (W4.5): one proposal for each event. */
export class Proposals1763901300100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Parts of the numbers of proposals; they never restart and may have gaps.
      CREATE SEQUENCE proposal_number START 10001;

      CREATE TABLE record_proposal (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT record_proposal_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        source_type      text NOT NULL,
        source_id        uuid NOT NULL,
        source_number    text NOT NULL,
        source_event_id  uuid NOT NULL CONSTRAINT record_proposal_event UNIQUE,
        filed_by         uuid NOT NULL,
        -- Of the event that proposed it: when it was signed off, concluded, closed or released.
        dated_at         timestamptz NOT NULL,
        title            text,
        pages            integer CHECK (pages > 0),
        copies           integer CHECK (copies > 0),
        confidentiality  text NOT NULL,
        -- Sources never have a term; the column is that of records, for one rule of access.
        confidential_until timestamptz,
        category         text NOT NULL,
        office           text NOT NULL,
        retention        text NOT NULL,
        legal_basis      text NOT NULL,
        basis_rank       text NOT NULL,
        attachment_ids   uuid[] NOT NULL,
        -- Uploaded when it was proposed again.
        added_ids        uuid[] NOT NULL,
        remarks          text,
        returned_reason  text,
        record_id        uuid CONSTRAINT record_proposal_record UNIQUE REFERENCES record,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT record_proposal_accepted CHECK ((state = 'accepted') = (record_id IS NOT NULL)),
        CHECK (state <> 'returned' OR returned_reason IS NOT NULL)
      );
      CREATE INDEX record_proposal_newest ON record_proposal (recorded_at DESC, id DESC);
      CREATE INDEX record_proposal_site ON record_proposal (site_id, recorded_at DESC, id DESC);
      CREATE INDEX record_proposal_source ON record_proposal (source_id);
      CREATE INDEX record_proposal_text ON record_proposal USING gin (search_text gin_trgm_ops);
      CREATE INDEX record_proposal_words ON record_proposal USING gin (search_words);

      DO $$ BEGIN
        EXECUTE format('REVOKE DELETE, TRUNCATE ON record_proposal FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE record_proposal; DROP SEQUENCE proposal_number');
  }
}
