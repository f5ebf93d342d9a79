import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ratings1765200100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair_request ADD COLUMN rating integer, ADD COLUMN rated_episode integer, ADD COLUMN rated_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair_request DROP COLUMN rating, DROP COLUMN rated_episode, DROP COLUMN rated_at');
  }
}
