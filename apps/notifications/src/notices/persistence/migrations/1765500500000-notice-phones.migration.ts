import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoticePhones1765500500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Own copy: of whom directory holds a telephone number, as far as its events have said. The number stays there.
      CREATE TABLE notice_phone (
        person_id uuid PRIMARY KEY,
        has_phone boolean NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_phone');
  }
}
