import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who announced a visitor hears what the host says (W2.1, R2.3); who announced those of before stands in the ledger. */
export class Announcers1766800050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE visitor ADD COLUMN announced_by uuid;
      UPDATE visitor v SET announced_by = l.actor_id FROM ledger l WHERE l.aggregate_id = v.id AND l.type = 'reception.visitor-announced.v1';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visitor DROP COLUMN announced_by');
  }
}
