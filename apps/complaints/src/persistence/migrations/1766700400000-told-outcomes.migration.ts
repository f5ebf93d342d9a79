import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ToldOutcomes1766700400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How whoever made it was told what came of it; null: their account tells them, or nobody knows who they are.
      ALTER TABLE suggestion ADD COLUMN outcome_how text;
      -- Made of a contact whose caller nobody knows, whom nobody can tell anything. Of those of before it is not known.
      ALTER TABLE suggestion ADD COLUMN caller_unknown boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE suggestion DROP COLUMN outcome_how, DROP COLUMN caller_unknown');
  }
}
