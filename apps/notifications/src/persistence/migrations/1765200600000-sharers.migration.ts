import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sharers1765200600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Own copy: who has met the same as somebody reported, and hears of its outcome.
      CREATE TABLE repair_sharer (
        repair_id uuid NOT NULL,
        person_id uuid NOT NULL,
        PRIMARY KEY (repair_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE repair_sharer');
  }
}
