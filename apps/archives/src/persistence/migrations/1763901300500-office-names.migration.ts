import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where its source names nobody, the office of the site is responsible for a record (责任者), by its name. */
export class OfficeNames1763901300500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Copies of directory's name of a site and of the letterhead that documents keeps for it, as far as they are heard of.
      CREATE TABLE office_name (
        site_id    uuid PRIMARY KEY,
        site       text,
        letterhead text
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE office_name');
  }
}
