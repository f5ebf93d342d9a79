import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Incoming1763901200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register (
        id          uuid PRIMARY KEY,
        site_id     uuid NOT NULL,
        code        text NOT NULL,
        version     integer NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT register_once UNIQUE (site_id, code)
      );

      -- Numbers have no gaps: the counter is a row, which a registration locks last and rolls back with itself.
      CREATE TABLE register_year (
        register_id  uuid NOT NULL REFERENCES register,
        year         integer NOT NULL,
        first_number integer NOT NULL CHECK (first_number > 0),
        last_number  integer NOT NULL,
        PRIMARY KEY (register_id, year),
        CHECK (last_number >= first_number - 1)
      );

      -- A number stays for ever with what it was given to; that of something void, too, with the reason.
      CREATE TABLE register_number (
        register_id uuid NOT NULL,
        year        integer NOT NULL,
        number      integer NOT NULL,
        document_id uuid NOT NULL CONSTRAINT register_number_of UNIQUE,
        void_reason text,
        CONSTRAINT register_number_once PRIMARY KEY (register_id, year, number),
        FOREIGN KEY (register_id, year) REFERENCES register_year
      );

      CREATE TABLE incoming_document (
        id               uuid PRIMARY KEY,
        number           text NOT NULL,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        register_id      uuid NOT NULL REFERENCES register,
        mail_id          uuid CONSTRAINT incoming_document_mail UNIQUE,
        title            text NOT NULL,
        sender           text NOT NULL,
        their_number     text,
        document_date    timestamptz,
        copies           integer NOT NULL CHECK (copies > 0),
        urgency          text NOT NULL,
        confidentiality  text NOT NULL,
        paper            boolean NOT NULL,
        attachment_ids   uuid[] NOT NULL,
        received_at      timestamptz NOT NULL,
        registered_by    uuid NOT NULL,
        sent_back_reason text,
        proposal         text,
        proposed_by      uuid,
        proposed_for     uuid,
        decision         text,
        decided_by       uuid,
        acting_person_id uuid,
        due_at           timestamptz,
        answer_needed    boolean NOT NULL,
        result           text,
        acted_at         timestamptz,
        supervised_by    uuid,
        reminders        integer NOT NULL,
        circulation      integer NOT NULL,
        ordered          boolean NOT NULL,
        turns            integer NOT NULL,
        answer           text,
        answered_how     text,
        answered_at      timestamptz,
        filed_at         timestamptz,
        void_reason      text,
        slip_token       text NOT NULL CONSTRAINT incoming_document_slip UNIQUE,
        scans            integer NOT NULL,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CHECK ((state = 'sent-back') = (sent_back_reason IS NOT NULL)),
        CHECK ((state = 'voided') = (void_reason IS NOT NULL)),
        CHECK (state NOT IN ('decided', 'acted-on', 'filed') OR (proposal IS NOT NULL AND decision IS NOT NULL)),
        CONSTRAINT incoming_document_decided_by_another CHECK (decided_by <> proposed_by AND decided_by <> proposed_for),
        CONSTRAINT incoming_document_supervised_by_another CHECK (supervised_by <> acting_person_id),
        CONSTRAINT incoming_document_answered CHECK (state <> 'filed' OR NOT answer_needed OR answered_at IS NOT NULL),
        CHECK ((state = 'filed') = (filed_at IS NOT NULL))
      );
      CREATE INDEX incoming_document_newest ON incoming_document (recorded_at DESC, id DESC);
      CREATE INDEX incoming_document_site ON incoming_document (site_id, recorded_at DESC, id DESC);
      CREATE INDEX incoming_document_text ON incoming_document USING gin (search_text gin_trgm_ops);
      CREATE INDEX incoming_document_words ON incoming_document USING gin (search_words);

      CREATE TABLE circulation_reader (
        document_id     uuid NOT NULL REFERENCES incoming_document,
        circulation     integer NOT NULL,
        person_id       uuid NOT NULL,
        position        integer NOT NULL,
        added_by        uuid NOT NULL,
        added_at        timestamptz NOT NULL,
        added_reason    text,
        read_at         timestamptz,
        left_out_by     uuid,
        left_out_at     timestamptz,
        left_out_reason text,
        CONSTRAINT circulation_reader_once PRIMARY KEY (document_id, circulation, person_id),
        CHECK (read_at IS NULL OR left_out_at IS NULL),
        CHECK ((left_out_at IS NULL) = (left_out_reason IS NULL))
      );

      -- Who has the original of paper, from when until when: exactly one at every moment.
      CREATE TABLE paper_holder (
        document_id uuid NOT NULL REFERENCES incoming_document,
        n           integer NOT NULL,
        person_id   uuid NOT NULL,
        starts_at   timestamptz NOT NULL,
        ends_at     timestamptz,
        PRIMARY KEY (document_id, n)
      );
      CREATE UNIQUE INDEX paper_holder_now ON paper_holder (document_id) WHERE ends_at IS NULL;

      -- Each scan of its slip is a receipt.
      CREATE TABLE paper_scan (
        document_id uuid NOT NULL REFERENCES incoming_document,
        n           integer NOT NULL,
        person_id   uuid NOT NULL,
        place       text,
        took        boolean NOT NULL,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (document_id, n)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper_scan, paper_holder, circulation_reader, incoming_document, register_number, register_year, register');
  }
}
