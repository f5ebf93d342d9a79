import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UrgentBySms1766400000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever asks for it is told of outages and danger by SMS, too (W2.4). Nobody was asked before, so nobody asked for it.
      ALTER TABLE notification_settings ADD COLUMN urgent_by_sms boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification_settings DROP COLUMN urgent_by_sms');
  }
}
