import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a technician has in hand is found by them (G6). */
export class WorkInHand1795973000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX work_order_technician ON work_order (technician_id) WHERE technician_id IS NOT NULL AND state NOT IN ('finished', 'withdrawn');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX work_order_technician');
  }
}
