import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DeputiesByKind1763900000550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Copied until now were those for duty alone: also what a process of the version before still writes is one of them.
      ALTER TABLE office_deputy ADD COLUMN kind text NOT NULL DEFAULT 'duty' CHECK (kind IN ('approvals', 'duty'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM office_deputy WHERE kind <> 'duty';
      ALTER TABLE office_deputy DROP COLUMN kind;
    `);
  }
}
