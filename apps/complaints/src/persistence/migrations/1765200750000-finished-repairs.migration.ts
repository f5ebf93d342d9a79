import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FinishedRepairs1765200750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the facts of a repair request were when they were told to the cases that wait for it: by its own versions, whatever comes first.
      CREATE TABLE finished_repair (
        id          uuid PRIMARY KEY,
        version     integer NOT NULL,
        happened_at timestamptz NOT NULL
      );
      -- Reports that were merged into a request, and of which of its ends whoever waits for them has heard.
      CREATE TABLE repair_double (
        survivor_id uuid NOT NULL,
        double_id   uuid NOT NULL,
        version     integer NOT NULL,
        joined      boolean NOT NULL,
        told        integer NOT NULL DEFAULT 0,
        PRIMARY KEY (survivor_id, double_id)
      );
      INSERT INTO repair_double (survivor_id, double_id, version, joined) SELECT merged_into, id, 0, true FROM known_repair WHERE merged_into IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE repair_double, finished_repair');
  }
}
