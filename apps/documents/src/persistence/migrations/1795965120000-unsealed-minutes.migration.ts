import type { MigrationInterface, QueryRunner } from 'typeorm';

const goneOut = `state NOT IN ('sealed', 'released', 'filed') OR sealed_copies > 0`;

/** Minutes bear no seal (纪要不加盖印章). */
export class UnsealedMinutes1795965120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outgoing_document DROP CONSTRAINT outgoing_document_sealed,
        ADD CONSTRAINT outgoing_document_sealed CHECK (${goneOut} OR kind = 'minutes')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outgoing_document DROP CONSTRAINT outgoing_document_sealed,
        ADD CONSTRAINT outgoing_document_sealed CHECK (${goneOut}) NOT VALID`);
  }
}
