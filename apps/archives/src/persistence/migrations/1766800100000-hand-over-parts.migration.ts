import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A hand-over list may be of some years, or of living files of homes, devices or buildings, so that a whole site leaves by several (W4.6). */
export class HandOverParts1766800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The building that a home or device stands in; null where it is in none, and until the copy of places has gone through the ledger again.
      ALTER TABLE living_file ADD COLUMN building_id uuid;
      ALTER TABLE hand_over ADD COLUMN from_year integer, ADD COLUMN to_year integer, ADD COLUMN subject_type text, ADD COLUMN building_ids uuid[];
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hand_over DROP COLUMN building_ids, DROP COLUMN subject_type, DROP COLUMN to_year, DROP COLUMN from_year;
      ALTER TABLE living_file DROP COLUMN building_id;
    `);
  }
}
