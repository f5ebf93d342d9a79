import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of cases somebody has in hand is found by them (G6). */
export class WorkInHand1795973300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX complaint_handler ON complaint (handler_id) WHERE state NOT IN ('closed', 'merged');
      CREATE INDEX suggestion_owner ON suggestion (owner_id) WHERE state <> 'carried-out';
      CREATE INDEX cause_measure_owner ON cause_measure (owner_id) WHERE state = 'set';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX complaint_handler, suggestion_owner, cause_measure_owner');
  }
}
