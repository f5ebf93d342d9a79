import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UrgentBySms1766500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A household without an account asks the desk for notices of outage and danger by SMS (W2.4). Nobody was asked before.
      ALTER TABLE home_care ADD COLUMN urgent_by_sms boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE home_care DROP COLUMN urgent_by_sms');
  }
}
