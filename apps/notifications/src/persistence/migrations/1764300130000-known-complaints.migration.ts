import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownComplaints1764300130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Own copy: who handles a complaint. Who complains is not known here; from whom it is hidden is in object_shield.
      CREATE TABLE known_complaint (
        id         uuid PRIMARY KEY,
        handler_id uuid
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_complaint');
  }
}
