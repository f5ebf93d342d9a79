import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RequestedWhen1765200800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Figures of a period ask for what began in it.
    await runner.query(`CREATE INDEX timeline_entry_requested ON timeline_entry (happened_at) WHERE type = 'tickets.repair-requested.v1'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX timeline_entry_requested');
  }
}
