import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A month is reconciled (核对); what is counted is a stocktake. No release had the other word. */
export class ReconcilingMonths1766470100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(renamed('counting', 'reconciling'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(renamed('reconciling', 'counting'));
  }
}

const renamed = (from: string, to: string): string => `
  ALTER TABLE archive_month DROP CONSTRAINT archive_month_counted;
  UPDATE archive_month SET state = '${to}' WHERE state = '${from}';
  ALTER TABLE archive_month ADD CONSTRAINT archive_month_counted CHECK (state = '${to}' OR told_at IS NOT NULL);`;
