import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes of the version before, which make no keys of names, leave a mark where they belong: `features/rebuild-name-keys` catches up with it. */
export class UnkeyedNames1795963260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contact ALTER COLUMN name_index SET DEFAULT '{unkeyed}';
      ALTER TABLE visitor ALTER COLUMN name_index SET DEFAULT '{unkeyed}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contact ALTER COLUMN name_index SET DEFAULT '{}';
      ALTER TABLE visitor ALTER COLUMN name_index SET DEFAULT '{}';
    `);
  }
}
