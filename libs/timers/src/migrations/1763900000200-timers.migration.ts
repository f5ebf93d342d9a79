import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Timers1763900000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE timer (
        id           uuid PRIMARY KEY,
        kind         text NOT NULL,
        aggregate_id uuid NOT NULL,
        -- What it is for, in words of the domain: setting the same one again moves it, firing it twice is impossible.
        fire_key     text NOT NULL CONSTRAINT timer_fire_key UNIQUE,
        due_at       timestamptz NOT NULL,
        status       text NOT NULL CHECK (status IN ('set', 'fired', 'cancelled')),
        fired_at     timestamptz,
        attempts     integer NOT NULL DEFAULT 0,
        retry_at     timestamptz,
        CONSTRAINT timer_never_early CHECK (fired_at IS NULL OR fired_at >= due_at)
      );
      CREATE INDEX timer_due ON timer (due_at) WHERE status = 'set';
      CREATE INDEX timer_aggregate ON timer (aggregate_id) WHERE status = 'set';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE timer');
  }
}

/** Listed by each service that sets timers, before its own. */
export const timerMigrations = [Timers1763900000200];
