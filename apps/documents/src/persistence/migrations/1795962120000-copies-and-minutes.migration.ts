import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who else has an outgoing document (抄送), and who was at the meeting it minutes. */
export class CopiesAndMinutes1795962120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE outgoing_document ADD COLUMN copies_to text[] NOT NULL DEFAULT '{}', ADD COLUMN attendance jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_document DROP COLUMN attendance, DROP COLUMN copies_to');
  }
}
