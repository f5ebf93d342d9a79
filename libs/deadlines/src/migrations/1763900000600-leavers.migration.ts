import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Leavers1763900000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Copies of directory's: who can still sign in, and who answers for whom (G6).
      CREATE TABLE office_account (id uuid PRIMARY KEY, person_id uuid NOT NULL, closed boolean NOT NULL);
      CREATE INDEX office_account_person ON office_account (person_id);
      CREATE TABLE office_superior (
        id uuid PRIMARY KEY, person_id uuid NOT NULL, superior_id uuid NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz
      );
      CREATE INDEX office_superior_person ON office_superior (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE office_superior, office_account');
  }
}

/** Listed after the platform's by a service that gives work to people and keeps no clocks: `deadlineMigrations` have it. */
export const leaverMigrations = [Leavers1763900000600];
