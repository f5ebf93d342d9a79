import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnsaidUrgentBySms1766700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: they have not said. Until now that was false, as a refusal is: which of these refused is not known, so nobody is texted for it.
      ALTER TABLE notification_settings ALTER COLUMN urgent_by_sms DROP NOT NULL, ALTER COLUMN urgent_by_sms DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notification_settings SET urgent_by_sms = false WHERE urgent_by_sms IS NULL;
      ALTER TABLE notification_settings ALTER COLUMN urgent_by_sms SET DEFAULT false, ALTER COLUMN urgent_by_sms SET NOT NULL;
    `);
  }
}
