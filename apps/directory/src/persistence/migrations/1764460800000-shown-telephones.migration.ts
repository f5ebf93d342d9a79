import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a telephone number was shown to be, and which code was used a moment ago (W2.6). */
export class ShownTelephones1764460800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who of the staff wrote the number down while nobody else has seen that it is the person's: it is called, it opens
      -- nothing. Null: it opens the account.
      ALTER TABLE person ADD COLUMN phone_set_by uuid[] CHECK (phone_set_by IS NULL OR phone_index IS NOT NULL);

      -- Kept until it would have run out: who clicks twice is told so, and is not taken for a guesser.
      ALTER TABLE one_time_code ADD COLUMN used_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE one_time_code DROP COLUMN used_at; ALTER TABLE person DROP COLUMN phone_set_by');
  }
}
