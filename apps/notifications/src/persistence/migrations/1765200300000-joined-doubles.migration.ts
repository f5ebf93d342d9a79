import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JoinedDoubles1765200300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Own copy: which requests are merged into which other, as the latter tells it; whoever reported them hears of its outcome.
      CREATE TABLE joined_double (
        double_id   uuid PRIMARY KEY,
        survivor_id uuid NOT NULL,
        number      text NOT NULL
      );
      CREATE INDEX joined_double_survivor ON joined_double (survivor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE joined_double');
  }
}
