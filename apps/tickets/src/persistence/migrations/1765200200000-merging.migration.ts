import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Merging1765200200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- All three or none; the number is that of the other, which never changes.
      ALTER TABLE repair_request ADD COLUMN merged_into uuid, ADD COLUMN merged_into_number text, ADD COLUMN merged_from text;
      CREATE INDEX repair_request_doubles ON repair_request (merged_into) WHERE merged_into IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair_request DROP COLUMN merged_into, DROP COLUMN merged_into_number, DROP COLUMN merged_from');
  }
}
