import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeasuredEnquiries1765400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why it is against a cause that is none of the largest of its month.
      ALTER TABLE cause_measure ADD COLUMN reason text;
      ALTER TABLE cause_measure DROP CONSTRAINT cause_measure_source_check,
        ADD CONSTRAINT cause_measure_source_check CHECK (source IN ('complaints', 'repairs', 'enquiries'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cause_measure DROP COLUMN reason;
      DELETE FROM cause_measure WHERE source = 'enquiries';
      ALTER TABLE cause_measure DROP CONSTRAINT cause_measure_source_check,
        ADD CONSTRAINT cause_measure_source_check CHECK (source IN ('complaints', 'repairs'))`);
  }
}
