import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = ['complaint-task', 'suggestion', 'cause-measure'];

/** The first rows of what is promised of tasks of a complaint, of suggestions and of measures, in the copy of this service: no event says them. */
export class CaseRules1765200450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const rule of frozenRulesOf(...names)) {
      await runner.query(
        `INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [rule.id, rule.kind, rule.siteId, JSON.stringify(rule.content), JSON.stringify(rule.source), rule.effectiveFrom, rule.recordedAt],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_rule WHERE id = ANY ($1)`, [
      frozenRulesOf(...names).map(({ id }) => id),
    ]);
  }
}
