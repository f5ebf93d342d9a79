import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An attempt that was begun and has not ended: where its process has died, it may be why. */
export class OpenAttempts1763900000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of those there are nobody knows.
    await runner.query(`
      ALTER TABLE attempt ADD COLUMN open boolean NOT NULL DEFAULT true;
      ALTER TABLE attempt ALTER COLUMN open SET DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attempt DROP COLUMN open');
  }
}
