import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What callers said is kept by what their contacts became (W2.3); timelines never showed it. */
export class WordsOfCallers1795963800300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE case_entry SET data = data - 'description' WHERE type = 'reception.contact-converted.v1' AND data ? 'description'`);
  }

  async down(): Promise<void> {
    // The ledger of reception has them; no version shows them here.
  }
}
