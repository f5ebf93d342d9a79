import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first rows of what is promised of posting tasks, in the copy of this service: no event says them. */
export class NoticeTaskClocks1765300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const rule of frozenRulesOf('notice-task')) {
      await runner.query(
        `INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [rule.id, rule.kind, rule.siteId, JSON.stringify(rule.content), JSON.stringify(rule.source), rule.effectiveFrom, rule.recordedAt],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const ids = frozenRulesOf('notice-task').map(({ id }) => id);
    await runner.query('DELETE FROM office_rule WHERE id = ANY ($1)', [ids]);
  }
}
