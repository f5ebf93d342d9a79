import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who can sign in was kept twice: here with since when, and in the copy of libs/deadlines, which says who left. That one has both now. An account is closed for good. */
export class OneCopyOfAccounts1795963800400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: not known.
      ALTER TABLE office_account ADD COLUMN opened_at timestamptz;
      INSERT INTO office_account (id, person_id, closed, opened_at) SELECT id, person_id, closed, opened_at FROM account
        ON CONFLICT (id) DO UPDATE SET closed = office_account.closed OR excluded.closed, opened_at = excluded.opened_at;
      DROP TABLE account;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (id uuid PRIMARY KEY, person_id uuid NOT NULL, closed boolean NOT NULL, opened_at timestamptz NOT NULL);
      CREATE INDEX account_person ON account (person_id) WHERE NOT closed;
      INSERT INTO account (id, person_id, closed, opened_at) SELECT id, person_id, closed, opened_at FROM office_account WHERE opened_at IS NOT NULL;
      ALTER TABLE office_account DROP COLUMN opened_at;
    `);
  }
}
