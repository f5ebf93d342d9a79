import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Homes without a telephone: who is called instead, and what whoever goes there should know (W6.4). */
export class HomeCare1763900200500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE home_care (
        id         uuid PRIMARY KEY,
        home_id    uuid NOT NULL REFERENCES place CONSTRAINT home_care_home UNIQUE,
        site_id    uuid NOT NULL REFERENCES place,
        no_phone   boolean NOT NULL,
        wishes     text NOT NULL,
        contact_id uuid REFERENCES person,
        relation   text,
        -- Of the household it was written for: with the last of them it is gone.
        written_at timestamptz NOT NULL,
        version    integer NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE home_care');
  }
}
