import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers in living files are looked at again, and alarmed about, as files of records are (W4.2). */
export class LivingFixity1766800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who holds a content is asked with each check of it.
      CREATE INDEX living_file_entry_files ON living_file_entry USING gin (files jsonb_path_ops);

      -- An alarm is about a file of a record, or about a file of a paper in a living file. Whoever runs as before names a record.
      ALTER TABLE file_alarm ALTER COLUMN record_id DROP NOT NULL, ADD COLUMN living_file_id uuid REFERENCES living_file, ADD COLUMN item integer,
        ADD CONSTRAINT file_alarm_holder CHECK (num_nonnulls(record_id, living_file_id) = 1 AND (living_file_id IS NULL) = (item IS NULL));
      CREATE UNIQUE INDEX file_alarm_paper_once ON file_alarm (living_file_id, item, position) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM file_alarm WHERE record_id IS NULL;
      ALTER TABLE file_alarm DROP COLUMN item, DROP COLUMN living_file_id, ALTER COLUMN record_id SET NOT NULL;
      DROP INDEX living_file_entry_files;
    `);
  }
}
