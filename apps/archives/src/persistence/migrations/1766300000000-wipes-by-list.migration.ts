import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What files has said of the bytes of one list is read for each of its records (W4.4). */
export class WipesByList1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX destruction_wipe_list ON destruction_wipe (destruction_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX destruction_wipe_list');
  }
}
