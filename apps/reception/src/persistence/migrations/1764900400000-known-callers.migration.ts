import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownCallers1764900400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether it is known to be this person: they wrote it themselves, or the desk chose them. A number may ring in another hand.
      ALTER TABLE contact ADD COLUMN person_confirmed boolean NOT NULL DEFAULT false;
      UPDATE contact SET person_confirmed = true WHERE written_by IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP COLUMN person_confirmed');
  }
}
