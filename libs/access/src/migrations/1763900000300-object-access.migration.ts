import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ObjectAccess1763900000300 implements MigrationInterface {
  readonly name = 'ObjectAccess1763900000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE object_access (
        object_id      uuid        NOT NULL,
        site_id        uuid        NOT NULL,
        subject        text        NOT NULL CHECK (subject ~ '^(person|crew|home):.'),
        "right"        text        NOT NULL CHECK ("right" IN ('read', 'act')),
        source         uuid        NOT NULL,
        source_version bigint      NOT NULL,
        until          timestamptz,
        PRIMARY KEY (object_id, subject, "right", source)
      )`);
    await runner.query(`CREATE INDEX object_access_subject ON object_access (subject, object_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE object_access`);
  }
}
