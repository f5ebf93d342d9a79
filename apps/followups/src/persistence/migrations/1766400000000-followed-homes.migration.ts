import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowedHomes1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The home a repair was in (W6.4); null: a public place, a complaint, or planned before this was kept.
      ALTER TABLE follow_up ADD COLUMN home_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE follow_up DROP COLUMN home_id');
  }
}
