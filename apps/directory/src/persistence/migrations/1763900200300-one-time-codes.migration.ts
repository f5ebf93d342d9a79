import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in by telephone (W2.6). */
export class OneTimeCodes1763900200300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of an account that is entered by telephone only.
      ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;

      -- The one code of a telephone number that is good now. Times are real time: they guard a door.
      CREATE TABLE one_time_code (
        -- Blind index of the number.
        phone_key  text PRIMARY KEY,
        id         uuid NOT NULL,
        -- Keyed: who reads the table learns no code, not even by trying all million.
        code_hash  text NOT NULL,
        tries      integer NOT NULL,
        expires_at timestamptz NOT NULL
      ) WITH (fillfactor = 70);
      CREATE INDEX one_time_code_end ON one_time_code (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE one_time_code');
  }
}
