import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LevelsToldAnew1763900000560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The id its levels are told under since some were told by what was taken back (G3); null: its own.
      ALTER TABLE deadline ADD COLUMN told_as uuid;
      -- As its clock had it when the level was reached. One that was reached by what was taken back stays, and is reached again when its time comes.
      ALTER TABLE deadline_level ADD COLUMN told_as uuid, ADD COLUMN taken_back boolean NOT NULL DEFAULT false, DROP CONSTRAINT deadline_level_once;
      CREATE UNIQUE INDEX deadline_level_once ON deadline_level ((coalesce(told_as, deadline_id)), level);
      CREATE INDEX deadline_level_of ON deadline_level (deadline_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM deadline_level WHERE taken_back;
      DROP INDEX deadline_level_once, deadline_level_of;
      ALTER TABLE deadline_level DROP COLUMN told_as, DROP COLUMN taken_back, ADD CONSTRAINT deadline_level_once PRIMARY KEY (deadline_id, level);
      ALTER TABLE deadline DROP COLUMN told_as;
    `);
  }
}
