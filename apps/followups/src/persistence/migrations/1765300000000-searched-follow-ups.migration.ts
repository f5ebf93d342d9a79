import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a follow-up is found by: its number and what was said (`read-follow-ups`). */
export class SearchedFollowUps1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX follow_up_said ON follow_up USING gin
        (lower(normalize(coalesce(repair_number, complaint_number, '') || ' ' || coalesce(comment, ''), NFKC)) gin_trgm_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX follow_up_said');
  }
}
