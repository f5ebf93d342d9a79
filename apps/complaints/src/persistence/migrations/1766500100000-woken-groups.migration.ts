import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WokenGroups1766500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Groups that wait for whoever stays silent, of which somebody has answered, and that nothing wakes: each is looked at once (to the
      -- millisecond, as timers of the service are), and waits on or ends by the rule.
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
      SELECT gen_random_uuid(), 'complaint-silence', c.id, 'complaint-silence:woken:' || c.id, date_trunc('milliseconds', platform.now()), 'set' FROM complaint c
      WHERE c.state = 'awaiting-feedback' AND c.feedback_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM complainant_answer a WHERE a.complaint_id = c.id AND a.round = c.round)
        AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.aggregate_id = c.id AND t.kind = 'complaint-silence' AND t.status = 'set');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE fire_key LIKE 'complaint-silence:woken:%'`);
  }
}
