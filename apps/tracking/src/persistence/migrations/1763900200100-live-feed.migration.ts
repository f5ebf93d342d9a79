import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LiveFeed1763900200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Entries of timelines that have no position in the live feed yet, in the order they were written.
      CREATE TABLE feed_unnumbered (seq bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL)
        WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

      -- Positions are given after commit, one transaction at a time: a reader that has seen position n has seen all before it.
      CREATE TABLE feed_position (singleton boolean PRIMARY KEY CHECK (singleton), last bigint NOT NULL, first bigint NOT NULL);
      INSERT INTO feed_position VALUES (true, 0, 1);
      CREATE TABLE feed (
        position    bigint PRIMARY KEY,
        event_id    uuid NOT NULL UNIQUE,
        numbered_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feed, feed_position, feed_unnumbered');
  }
}
