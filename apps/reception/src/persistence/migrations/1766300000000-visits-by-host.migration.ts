import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a host who moves out still expects is looked for with each tie that ends. */
export class VisitsByHost1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX visitor_expected_by ON visitor (host_id, home_id) WHERE state IN ('announced', 'expected')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX visitor_expected_by');
  }
}
