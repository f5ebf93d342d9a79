import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ObjectShield1763900000360 implements MigrationInterface {
  readonly name = 'ObjectShield1763900000360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- From whom an object is hidden, whatever their roles. Never taken back: what was hidden stays hidden.
      CREATE TABLE object_shield (
        object_id uuid NOT NULL,
        subject   text NOT NULL CHECK (subject ~ '^(person|crew):.'),
        PRIMARY KEY (object_id, subject)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE object_shield');
  }
}
