import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A paper names what is attached to it; files says the name when the attachment is claimed, and it never changes. */
export class AttachmentNames1763901200800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE attachment_name (attachment_id uuid PRIMARY KEY, name text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment_name');
  }
}
