import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ToldExtensions1766700300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- To tell one of several complainants of an extension, which holds once all of them were told (W2.3). Those of before are of extensions that held at once.
      ALTER TABLE complaint_task ADD COLUMN of_extension boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE complaint_task DROP COLUMN of_extension');
  }
}
