import type { MigrationInterface, QueryRunner } from 'typeorm';

/** States in which the text is the one that was signed off. */
const signed = `'signed-off', 'checked', 'numbered', 'printed', 'sealed', 'released', 'filed'`;

export class Outgoing1763901200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A register numbers what comes in or what goes out, never both.
      ALTER TABLE register ADD COLUMN direction text NOT NULL DEFAULT 'incoming' CHECK (direction IN ('incoming', 'outgoing'));
      UPDATE register SET direction = 'outgoing' WHERE code = '发文' AND NOT EXISTS (SELECT 1 FROM register_number n WHERE n.register_id = register.id);

      -- Parts of the numbers of drafts; they never restart and may have gaps.
      CREATE SEQUENCE draft_number START 10001;

      CREATE TABLE outgoing_document (
        id               uuid PRIMARY KEY,
        draft_number     text NOT NULL CONSTRAINT outgoing_document_draft_once UNIQUE,
        number           text,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        kind             text NOT NULL,
        title            text NOT NULL,
        recipients       text[] NOT NULL CHECK (cardinality(recipients) > 0),
        urgency          text NOT NULL,
        confidentiality  text NOT NULL,
        attachment_ids   uuid[] NOT NULL,
        drafted_by       uuid NOT NULL,
        author_ids       uuid[] NOT NULL,
        text_version     integer NOT NULL CHECK (text_version > 0),
        text_hash        text NOT NULL,
        round            integer NOT NULL,
        reviewer_id      uuid,
        returned_reason  text,
        signings         integer NOT NULL,
        signed_by        uuid,
        signed_for       uuid,
        signed_at        timestamptz,
        signed_hash      text,
        register_id      uuid REFERENCES register,
        numbered_at      timestamptz,
        copies           integer NOT NULL CHECK (copies >= 0),
        shares           integer NOT NULL CHECK (shares >= 0),
        pages            integer CHECK (pages > 0),
        sealed_copies    integer NOT NULL CHECK (sealed_copies >= 0),
        released_at      timestamptz,
        filed_at         timestamptz,
        ended_reason     text,
        discarded_from   text,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT outgoing_document_signed_text CHECK (state NOT IN (${signed}) OR (signed_by IS NOT NULL AND signed_at IS NOT NULL AND signed_hash = text_hash)),
        CONSTRAINT outgoing_document_signed_by_another CHECK (state NOT IN (${signed}) OR (signed_by <> ALL (author_ids) AND (signed_for IS NULL OR signed_for <> ALL (author_ids)))),
        CONSTRAINT outgoing_document_numbered CHECK (state NOT IN ('numbered', 'printed', 'sealed', 'released', 'filed', 'voided') OR (number IS NOT NULL AND register_id IS NOT NULL)),
        CHECK ((number IS NULL) = (register_id IS NULL) AND (number IS NULL) = (numbered_at IS NULL)),
        CONSTRAINT outgoing_document_sealed CHECK (state NOT IN ('sealed', 'released', 'filed') OR sealed_copies > 0),
        CHECK (state NOT IN ('released', 'filed') OR released_at IS NOT NULL),
        CHECK ((state = 'filed') = (filed_at IS NOT NULL)),
        CHECK ((state IN ('discarded', 'voided')) = (ended_reason IS NOT NULL)),
        CHECK ((state = 'discarded') = (discarded_from IS NOT NULL))
      );
      CREATE INDEX outgoing_document_newest ON outgoing_document (recorded_at DESC, id DESC);
      CREATE INDEX outgoing_document_site ON outgoing_document (site_id, recorded_at DESC, id DESC);
      CREATE INDEX outgoing_document_text ON outgoing_document USING gin (search_text gin_trgm_ops);
      CREATE INDEX outgoing_document_words ON outgoing_document USING gin (search_words);

      -- What it said, version by version. Rows are added, never changed.
      CREATE TABLE outgoing_version (
        document_id uuid NOT NULL REFERENCES outgoing_document,
        n           integer NOT NULL,
        change      text NOT NULL CHECK (change IN ('draft', 'edit', 'typography', 'substance')),
        title       text NOT NULL,
        body        text NOT NULL,
        text_hash   text NOT NULL,
        exact_hash  text NOT NULL,
        made_by     uuid NOT NULL,
        reason      text,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT outgoing_version_once PRIMARY KEY (document_id, n)
      );

      -- Who is to countersign, of each time it was submitted.
      CREATE TABLE outgoing_countersigner (
        document_id uuid NOT NULL REFERENCES outgoing_document,
        round       integer NOT NULL,
        person_id   uuid NOT NULL,
        position    integer NOT NULL,
        signed_at   timestamptz,
        CONSTRAINT outgoing_countersigner_once PRIMARY KEY (document_id, round, person_id)
      );

      -- Each opinion and signature, with the text it was given for. Rows are added, never changed.
      CREATE TABLE outgoing_signature (
        document_id  uuid NOT NULL REFERENCES outgoing_document,
        n            integer NOT NULL,
        kind         text NOT NULL CHECK (kind IN ('review', 'countersign', 'sign-off', 'check')),
        text_version integer NOT NULL,
        text_hash    text NOT NULL,
        person_id    uuid NOT NULL,
        for_id       uuid,
        opinion      text,
        happened_at  timestamptz NOT NULL,
        recorded_at  timestamptz NOT NULL,
        CONSTRAINT outgoing_signature_once PRIMARY KEY (document_id, n),
        FOREIGN KEY (document_id, text_version) REFERENCES outgoing_version
      );

      CREATE TABLE outgoing_print (
        document_id  uuid NOT NULL REFERENCES outgoing_document,
        n            integer NOT NULL,
        text_version integer NOT NULL,
        copies       integer NOT NULL CHECK (copies > 0),
        first_share  integer CHECK (first_share > 0),
        printed_by   uuid NOT NULL,
        happened_at  timestamptz NOT NULL,
        CONSTRAINT outgoing_print_once PRIMARY KEY (document_id, n)
      );

      -- The register of seals (用印登记): who used which, why, on how many copies, approved by whom.
      CREATE TABLE seal_use (
        id           uuid PRIMARY KEY,
        document_id  uuid NOT NULL REFERENCES outgoing_document,
        site_id      uuid NOT NULL,
        text_version integer NOT NULL,
        seal         text NOT NULL,
        reason       text NOT NULL,
        copies       integer NOT NULL CHECK (copies > 0),
        approved_by  uuid NOT NULL,
        approved_for uuid,
        approved_at  timestamptz NOT NULL,
        used_by      uuid,
        used_for     uuid,
        used_at      timestamptz,
        used_copies  integer CHECK (used_copies > 0 AND used_copies <= copies),
        withdrawn_at timestamptz,
        recorded_at  timestamptz NOT NULL,
        CHECK ((used_by IS NULL) = (used_at IS NULL) AND (used_by IS NULL) = (used_copies IS NULL)),
        CHECK (used_at IS NULL OR withdrawn_at IS NULL),
        CONSTRAINT seal_use_by_another CHECK (used_by <> approved_by AND (used_for IS NULL OR used_for <> approved_by)
          AND (approved_for IS NULL OR (used_by <> approved_for AND (used_for IS NULL OR used_for <> approved_for))))
      );
      CREATE UNIQUE INDEX seal_use_now ON seal_use (document_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX seal_use_newest ON seal_use (recorded_at DESC, id DESC);

      -- What went to whom, and that it arrived.
      CREATE TABLE outgoing_delivery (
        document_id    uuid NOT NULL REFERENCES outgoing_document,
        n              integer NOT NULL,
        recipient      text NOT NULL,
        how            text NOT NULL,
        copies         integer NOT NULL CHECK (copies > 0),
        shares         integer[] NOT NULL,
        received_by    text,
        missing_reason text,
        settled_at     timestamptz,
        CONSTRAINT outgoing_delivery_once PRIMARY KEY (document_id, n),
        CHECK ((settled_at IS NULL) = (received_by IS NULL AND missing_reason IS NULL)),
        CHECK (received_by IS NULL OR missing_reason IS NULL)
      );

      -- What was said, and agreed to, stays as it was said.
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON outgoing_version, outgoing_signature, outgoing_print FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outgoing_delivery, seal_use, outgoing_print, outgoing_signature, outgoing_countersigner, outgoing_version, outgoing_document;
      DROP SEQUENCE draft_number;
      ALTER TABLE register DROP COLUMN direction;
    `);
  }
}
