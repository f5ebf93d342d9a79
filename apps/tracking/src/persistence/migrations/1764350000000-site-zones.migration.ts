import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Own copy: on which day something happened is what the calendar of its site shows. */
export class SiteZones1764350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE site_zone (site_id uuid PRIMARY KEY, time_zone text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE site_zone');
  }
}
