import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeToo1765200500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who has met the same besides whoever reported it, and when they said so.
      CREATE TABLE me_too (
        request_id uuid NOT NULL REFERENCES repair_request,
        person_id  uuid NOT NULL,
        said_at    timestamptz NOT NULL,
        PRIMARY KEY (request_id, person_id)
      );
      -- What is open at a place.
      CREATE INDEX repair_request_place ON repair_request (location_id, category, recorded_at DESC)
        WHERE state IN ('open', 'reopened', 'assigned', 'in-progress', 'waiting');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX repair_request_place; DROP TABLE me_too');
  }
}
