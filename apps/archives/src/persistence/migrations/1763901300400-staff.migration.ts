import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Only who works on the site is admitted to a record by name (W4.2). */
export class Staff1763901300400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Copy of directory's roles of people who work on a site, or in the whole company.
      CREATE TABLE staff_role (
        grant_id  uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        site_id   uuid,
        from_at   timestamptz NOT NULL,
        until_at  timestamptz
      );
      CREATE INDEX staff_role_person ON staff_role (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_role');
  }
}
