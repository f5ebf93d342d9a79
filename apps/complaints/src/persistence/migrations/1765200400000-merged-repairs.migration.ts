import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MergedRepairs1765200400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The request that goes on for it: what is linked is finished when that one is.
      ALTER TABLE known_repair ADD COLUMN merged_into uuid;
      CREATE INDEX known_repair_merged ON known_repair (merged_into) WHERE merged_into IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_repair DROP COLUMN merged_into');
  }
}
