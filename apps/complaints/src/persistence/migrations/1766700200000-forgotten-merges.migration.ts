import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ForgottenMerges1766700200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Each merge is forgotten by a timer of its own from now on, once it stands; those of before have none, and say too little to be taken back.
      DELETE FROM complaint_merge WHERE NOT before ? 'intoTellings';
    `);
  }

  async down(): Promise<void> {
    // What was kept of them is gone.
  }
}
