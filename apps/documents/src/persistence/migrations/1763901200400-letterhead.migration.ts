import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Letterhead1763901200400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letterhead (
        id         uuid PRIMARY KEY,
        site_id    uuid NOT NULL CONSTRAINT letterhead_once UNIQUE,
        version    integer NOT NULL CHECK (version > 0),
        office     text NOT NULL CHECK (office <> ''),
        changed_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE letterhead');
  }
}
