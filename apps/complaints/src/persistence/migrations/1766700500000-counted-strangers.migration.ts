import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountedStrangers1766700500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever named no home counts as a household from now on: each open complaint of such people is judged by that once (to the millisecond,
      -- as timers of the service are).
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
      SELECT gen_random_uuid(), 'complaint-households', c.id, 'complaint-households:' || c.id, date_trunc('milliseconds', platform.now()), 'set' FROM complaint c
      WHERE c.state NOT IN ('closed', 'merged') AND EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.home_id IS NULL)
      ON CONFLICT (fire_key) DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE kind = 'complaint-households'`);
  }
}
