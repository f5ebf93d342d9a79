import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public places are reported by their QR (W2.6). */
export class PlaceCodes1763900108000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Own copy of the names that stand on what is printed: sheets of public places, receipts.
      CREATE TABLE named_place (
        id        uuid PRIMARY KEY,
        site_id   uuid NOT NULL,
        kind      text NOT NULL,
        label     text NOT NULL,
        label_en  text NOT NULL,
        -- Of a site.
        time_zone text
      );

      -- What the sheet on the wall says. It is no copy: nothing makes it again, so nothing replaces it but the office.
      CREATE TABLE place_code (
        place_id  uuid PRIMARY KEY,
        code      text NOT NULL CONSTRAINT place_code_code UNIQUE,
        version   integer NOT NULL,
        issued_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE place_code, named_place');
  }
}
