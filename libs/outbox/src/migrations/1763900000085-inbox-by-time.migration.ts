import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is old is found by a B-tree: once freed pages are used again, old and young rows share them, and a BRIN index
 * narrows nothing any more.
 */
export class InboxByTime1763900000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inbox_received_at;
      CREATE INDEX inbox_received_at ON inbox (received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inbox_received_at;
      CREATE INDEX inbox_received_at ON inbox USING brin (received_at);
    `);
  }
}
