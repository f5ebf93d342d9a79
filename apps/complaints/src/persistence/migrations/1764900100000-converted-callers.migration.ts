import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConvertedCallers1764900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose case it will be that reception is about to announce: read and removed when it is filed.
      CREATE TABLE converted_caller (
        object_id     uuid PRIMARY KEY,
        person_id     uuid NOT NULL,
        home_id       uuid,
        registered_at timestamptz NOT NULL
      );
      CREATE INDEX converted_caller_age ON converted_caller (registered_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE converted_caller');
  }
}
