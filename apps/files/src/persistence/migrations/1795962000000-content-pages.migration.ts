import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many pages a file has, told with its words. Of what was read before nobody counted them. */
export class ContentPages1795962000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE content_text ADD COLUMN pages integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE content_text DROP COLUMN pages');
  }
}
