import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ForgottenRepairEnds1765400300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX finished_repair_when ON finished_repair (happened_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX finished_repair_when');
  }
}
