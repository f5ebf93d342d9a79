import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandlersAgain1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE complaint ADD COLUMN handler_reason text, ADD COLUMN acknowledged_how text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE complaint DROP COLUMN handler_reason, DROP COLUMN acknowledged_how');
  }
}
