import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of the desk somebody has in hand is found by them (G6). */
export class WorkInHand1795973500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX phone_note_returned ON phone_note (from_person) WHERE state = 'returned';
      CREATE INDEX visitor_of_office ON visitor (host_id) WHERE kind = 'office-guest' AND state IN ('announced', 'expected', 'inside');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX phone_note_returned, visitor_of_office');
  }
}
