import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HomeCare1763900000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The directory's words of a household (W6.4), for as long as it lives there.
      CREATE TABLE home_care (
        home_id    uuid PRIMARY KEY,
        wishes     text NOT NULL,
        no_phone   boolean NOT NULL,
        contact_id uuid
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE home_care');
  }
}
