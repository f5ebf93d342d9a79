import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which other reports were merged into a request, as it told last of each. */
export class JoinedDoubles1765300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joined_double (
        survivor_id uuid NOT NULL,
        double_id   uuid NOT NULL,
        number      text NOT NULL,
        joined      boolean NOT NULL,
        version     int NOT NULL,
        PRIMARY KEY (survivor_id, double_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE joined_double');
  }
}
