import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowedUp1766500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rounds of closed cases nobody asks about any more.
      CREATE TABLE followed_up (
        complaint_id uuid NOT NULL,
        round        integer NOT NULL,
        PRIMARY KEY (complaint_id, round)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE followed_up');
  }
}
