import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records are found by what few of many have without looking through all of them (W4.2; docs/performance.md). */
export class FoundRecords1795971020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX record_source ON record (source_id);
      CREATE INDEX record_office ON record (office, year);
      CREATE INDEX record_category ON record (category, year);
      CREATE INDEX record_year ON record (year);
      CREATE INDEX record_state_shelf ON record_state (shelf);
      CREATE INDEX record_description_dated ON record_description (dated_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX record_description_dated, record_state_shelf, record_year, record_category, record_office, record_source');
  }
}
