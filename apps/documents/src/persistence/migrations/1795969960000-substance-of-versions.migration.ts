import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version keeps who was at the meeting and who else has the document, as it keeps the text. Null copies: written before that, nobody knows of which version they were. */
export class SubstanceOfVersions1795969960000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_version ADD COLUMN copies_to text[], ADD COLUMN attendance jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_version DROP COLUMN attendance, DROP COLUMN copies_to');
  }
}
