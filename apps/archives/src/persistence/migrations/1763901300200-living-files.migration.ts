import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One living file per home, and later per device (W4.1): what is in it is added and never changed. */
export class LivingFiles1763901300200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE living_file (
        id           uuid PRIMARY KEY,
        site_id      uuid NOT NULL,
        subject_type text NOT NULL,
        subject_id   uuid NOT NULL,
        -- Those of its home or device, as far as they are known.
        code         text,
        label        text,
        label_en     text,
        -- Counts what people put into it.
        version      integer NOT NULL DEFAULT 0,
        last_item    integer NOT NULL DEFAULT 0,
        recorded_at  timestamptz NOT NULL,
        CONSTRAINT living_file_once UNIQUE (subject_type, subject_id)
      );
      CREATE INDEX living_file_site ON living_file (site_id, recorded_at DESC, id DESC);

      CREATE TABLE living_file_entry (
        file_id         uuid NOT NULL REFERENCES living_file,
        item            integer NOT NULL CHECK (item > 0),
        -- A kind of paper of the checklist, or what it is of.
        paper           text NOT NULL,
        title           text NOT NULL,
        source_type     text,
        source_id       uuid,
        source_event_id uuid CONSTRAINT living_file_entry_event UNIQUE,
        files           jsonb NOT NULL,
        filed_by        uuid NOT NULL,
        happened_at     timestamptz NOT NULL,
        recorded_at     timestamptz NOT NULL,
        CONSTRAINT living_file_entry_once PRIMARY KEY (file_id, item),
        CHECK ((source_id IS NULL) = (source_event_id IS NULL))
      );

      -- What belongs into each file of a site; a paper of its owner is wanted anew when the owner changes.
      CREATE TABLE required_paper (
        site_id      uuid NOT NULL,
        subject_type text NOT NULL,
        paper        text NOT NULL,
        name_zh      text NOT NULL,
        name_en      text NOT NULL,
        per_owner    boolean NOT NULL,
        position     integer NOT NULL,
        PRIMARY KEY (site_id, subject_type, paper)
      );

      -- Copy of directory's ties of owners: retention runs from the end of one. Who it was is not needed.
      CREATE TABLE ownership (
        tie_id   uuid PRIMARY KEY,
        home_id  uuid NOT NULL,
        from_at  timestamptz NOT NULL,
        until_at timestamptz
      );
      CREATE INDEX ownership_home ON ownership (home_id);

      -- Copy of what decides whether a repair request proposes a record, and whose file it joins.
      CREATE TABLE repair_case (
        id            uuid PRIMARY KEY,
        number        text NOT NULL,
        repair_class  text NOT NULL,
        location_kind text NOT NULL,
        location_id   uuid NOT NULL,
        disputed      boolean NOT NULL DEFAULT false
      );

      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON living_file_entry FROM %I', current_schema() || '_app');
        EXECUTE format('REVOKE DELETE, TRUNCATE ON living_file FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE repair_case, ownership, required_paper, living_file_entry, living_file');
  }
}
