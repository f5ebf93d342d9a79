import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the bytes of records were last looked at, and what was found wrong with them (W4.2). */
export class Fixity1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Each content that a record holds as a file, in turn.
      CREATE TABLE content_check (
        sha256       text PRIMARY KEY,
        due_at       timestamptz NOT NULL,
        -- The check that is on: what was found before it does not count.
        asked_at     timestamptz,
        leased_until timestamptz,
        checked_at   timestamptz,
        found        text CHECK (found IN ('whole', 'damaged', 'missing')),
        -- When it was last found whole.
        whole_at     timestamptz,
        CONSTRAINT content_check_found CHECK ((checked_at IS NULL) = (found IS NULL))
      );
      CREATE INDEX content_check_due ON content_check (due_at);

      -- A file of a record that is not served until it ends: found damaged or missing, and not found whole since.
      CREATE TABLE file_alarm (
        id          uuid PRIMARY KEY,
        site_id     uuid NOT NULL,
        record_id   uuid NOT NULL REFERENCES record,
        position    integer NOT NULL,
        sha256      text NOT NULL,
        found       text NOT NULL CHECK (found IN ('damaged', 'missing')),
        -- When it was last found whole before.
        whole_at    timestamptz,
        recorded_at timestamptz NOT NULL,
        ended_at    timestamptz,
        ended       text CHECK (ended IN ('restored', 'destroyed')),
        CONSTRAINT file_alarm_end CHECK ((ended_at IS NULL) = (ended IS NULL))
      );
      CREATE UNIQUE INDEX file_alarm_once ON file_alarm (record_id, position) WHERE ended_at IS NULL;
      CREATE INDEX file_alarm_content ON file_alarm (sha256) WHERE ended_at IS NULL;
      CREATE INDEX file_alarm_site ON file_alarm (site_id, recorded_at DESC, id DESC);

      DO $$ BEGIN
        EXECUTE format('REVOKE DELETE, TRUNCATE ON file_alarm FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file_alarm, content_check');
  }
}
