import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is late may have no number: a claim of a home (W2.6). */
export class UnnumberedEscalations1766800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE escalation ALTER COLUMN number DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE escalation SET number = '' WHERE number IS NULL; ALTER TABLE escalation ALTER COLUMN number SET NOT NULL`);
  }
}
