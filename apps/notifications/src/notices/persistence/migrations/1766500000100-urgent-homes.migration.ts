import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UrgentHomes1766500000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Own copy: which households asked the office for notices of outage and danger by SMS (W2.4).
      CREATE TABLE notice_urgent_home (
        home_id uuid PRIMARY KEY,
        asked   boolean NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_urgent_home');
  }
}
