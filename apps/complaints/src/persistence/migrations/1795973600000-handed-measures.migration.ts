import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandedMeasures1795973600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who had it before it was somebody else's: none of them says whether it worked (R3.3).
      ALTER TABLE cause_measure ADD COLUMN former_owner_ids uuid[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cause_measure DROP COLUMN former_owner_ids');
  }
}
