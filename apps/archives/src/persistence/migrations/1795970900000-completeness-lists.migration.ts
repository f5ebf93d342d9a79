import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An office sets what belongs into its living files (W4.1). A required paper that is there stays as it was shipped until a row of its own says
 * otherwise; such rows are never changed, so that what was closed goes on lacking what it lacked then.
 */
export class CompletenessLists1795970900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Not those that an office added: they belong there since their first row below.
      ALTER TABLE required_paper ADD COLUMN shipped boolean NOT NULL DEFAULT true;

      CREATE TABLE required_paper_version (
        site_id      uuid NOT NULL,
        subject_type text NOT NULL,
        -- Of the list.
        version      integer NOT NULL CHECK (version > 0),
        paper        text NOT NULL,
        name_zh      text NOT NULL,
        name_en      text NOT NULL,
        -- Of a device: of which kinds of equipment it is wanted; null: of all.
        equipment    text[] CHECK (cardinality(equipment) > 0),
        required     boolean NOT NULL,
        -- Why it is not wanted any more.
        reason       text,
        set_by       uuid NOT NULL,
        set_for      uuid,
        set_as       text NOT NULL,
        happened_at  timestamptz NOT NULL,
        recorded_at  timestamptz NOT NULL,
        CONSTRAINT required_paper_version_once PRIMARY KEY (site_id, subject_type, version),
        FOREIGN KEY (site_id, subject_type, paper) REFERENCES required_paper,
        CHECK (required = (reason IS NULL)),
        CHECK (equipment IS NULL OR subject_type = 'device')
      );
      CREATE INDEX required_paper_version_paper ON required_paper_version (site_id, subject_type, paper, version DESC);
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON required_paper_version FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE required_paper_version; DELETE FROM required_paper WHERE NOT shipped; ALTER TABLE required_paper DROP COLUMN shipped');
  }
}
