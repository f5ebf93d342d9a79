import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1766700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Copy of directory's: who can sign in, and so reads what they are told, and since when; of one that is closed that says nothing. Ids only.
      CREATE TABLE account (id uuid PRIMARY KEY, person_id uuid NOT NULL, closed boolean NOT NULL, opened_at timestamptz NOT NULL);
      CREATE INDEX account_person ON account (person_id) WHERE NOT closed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account');
  }
}
