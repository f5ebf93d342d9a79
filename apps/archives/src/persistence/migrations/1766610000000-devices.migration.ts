import type { MigrationInterface, QueryRunner } from 'typeorm';
import { frozenDevicePapers } from './frozen-device-papers';

/** One living file per device (一机一档, W4.1), and what was repaired at public places before directory said which of them are devices (W4.5). */
export class Devices1766610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a device, as directory says: retention runs from the end of it.
      ALTER TABLE living_file ADD COLUMN equipment text, ADD COLUMN installed_on date, ADD COLUMN out_of_service_on date,
        ADD CONSTRAINT living_file_device CHECK ((equipment IS NULL) = (installed_on IS NULL));
      -- Of homes that are here already they are empty until the copy of places has gone through the ledger again.
      ALTER TABLE living_file ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_words text[] NOT NULL DEFAULT '{}';
      CREATE INDEX living_file_text ON living_file USING gin (search_text gin_trgm_ops);
      CREATE INDEX living_file_words ON living_file USING gin (search_words);

      -- Completed repairs of public places. Those of a device stand in its file, too.
      CREATE TABLE place_repair (
        event_id    uuid CONSTRAINT place_repair_once PRIMARY KEY,
        place_id    uuid NOT NULL,
        repair_id   uuid NOT NULL,
        title       text NOT NULL,
        done_by     uuid NOT NULL,
        happened_at timestamptz NOT NULL
      );
      CREATE INDEX place_repair_place ON place_repair (place_id, happened_at);
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON place_repair FROM %I', current_schema() || '_app');
      END $$;
    `);
    // A site that has begun has its settings already.
    for (const [i, { paper, name, perOwner }] of frozenDevicePapers.entries())
      await runner.query(
        `INSERT INTO required_paper (site_id, subject_type, paper, name_zh, name_en, per_owner, position)
         SELECT site_id, 'device', $1, $2, $3, $4, $5 FROM fonds ON CONFLICT DO NOTHING`,
        [paper, name.zh, name.en, perOwner, i + 1],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE place_repair;
      DELETE FROM required_paper WHERE subject_type = 'device';
      ALTER TABLE living_file DROP COLUMN search_words, DROP COLUMN search_text, DROP COLUMN out_of_service_on, DROP COLUMN installed_on, DROP COLUMN equipment;
    `);
  }
}
