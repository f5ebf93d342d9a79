import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Directives1763901200300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Parts of the numbers of directives; they never restart and may have gaps.
      CREATE SEQUENCE directive_number START 10001;

      CREATE TABLE directive (
        id             uuid PRIMARY KEY,
        number         text NOT NULL CONSTRAINT directive_number_once UNIQUE,
        site_id        uuid NOT NULL,
        version        integer NOT NULL,
        state          text NOT NULL,
        title          text NOT NULL,
        body           text NOT NULL,
        authority      text,
        attachment_ids uuid[] NOT NULL,
        given_by       uuid NOT NULL,
        given_as       text NOT NULL,
        acknowledge_by timestamptz NOT NULL,
        addressed      integer NOT NULL CHECK (addressed > 0),
        acknowledged   integer NOT NULL CHECK (acknowledged BETWEEN 0 AND addressed),
        replaces_id    uuid CONSTRAINT directive_one_correction UNIQUE REFERENCES directive,
        replaced_by_id uuid,
        ended_reason   text,
        search_text    text NOT NULL,
        search_words   text[] NOT NULL,
        happened_at    timestamptz NOT NULL,
        recorded_at    timestamptz NOT NULL,
        changed_at     timestamptz NOT NULL,
        CONSTRAINT directive_acknowledged CHECK (state IN ('withdrawn', 'replaced') OR (state = 'acknowledged') = (acknowledged = addressed)),
        CHECK ((state IN ('withdrawn', 'replaced')) = (ended_reason IS NOT NULL)),
        CHECK ((state = 'replaced') = (replaced_by_id IS NOT NULL))
      );
      CREATE INDEX directive_newest ON directive (recorded_at DESC, id DESC);
      CREATE INDEX directive_site ON directive (site_id, recorded_at DESC, id DESC);
      CREATE INDEX directive_text ON directive USING gin (search_text gin_trgm_ops);
      CREATE INDEX directive_words ON directive USING gin (search_words);

      -- Who is to acknowledge it, by name or by a role they held; when they were told, reminded, and did.
      CREATE TABLE directive_addressee (
        directive_id     uuid NOT NULL REFERENCES directive,
        person_id        uuid NOT NULL,
        role             text,
        told_at          timestamptz NOT NULL,
        reminders        integer NOT NULL DEFAULT 0 CHECK (reminders >= 0),
        last_reminded_at timestamptz,
        acknowledged_at  timestamptz,
        CONSTRAINT directive_addressee_once PRIMARY KEY (directive_id, person_id),
        CHECK ((reminders > 0) = (last_reminded_at IS NOT NULL))
      );
      CREATE INDEX directive_addressee_open ON directive_addressee (person_id) WHERE acknowledged_at IS NULL;

      -- Parts of the numbers of print jobs; they never restart and may have gaps.
      CREATE SEQUENCE print_job_number START 10001;

      CREATE TABLE print_job (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT print_job_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        work             text NOT NULL,
        title            text NOT NULL,
        for_whom         text NOT NULL,
        copies           integer NOT NULL CHECK (copies > 0),
        sides            text NOT NULL,
        binding          text NOT NULL,
        confidentiality  text NOT NULL,
        attachment_ids   uuid[] NOT NULL,
        document_id      uuid,
        due_at           timestamptz NOT NULL,
        requested_by     uuid NOT NULL,
        taken_by         uuid,
        done_at          timestamptz,
        returned_reason  text,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT print_job_something CHECK (document_id IS NOT NULL OR cardinality(attachment_ids) > 0),
        CHECK (state NOT IN ('taken', 'done') OR taken_by IS NOT NULL),
        CHECK ((state = 'done') = (done_at IS NOT NULL)),
        CHECK ((state = 'returned') = (returned_reason IS NOT NULL))
      );
      CREATE INDEX print_job_newest ON print_job (recorded_at DESC, id DESC);
      CREATE INDEX print_job_site ON print_job (site_id, recorded_at DESC, id DESC);
      CREATE INDEX print_job_text ON print_job USING gin (search_text gin_trgm_ops);
      CREATE INDEX print_job_words ON print_job USING gin (search_words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE print_job; DROP SEQUENCE print_job_number; DROP TABLE directive_addressee; DROP TABLE directive; DROP SEQUENCE directive_number');
  }
}
