import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is promised of stocktakes, in the copy of this service: no event says it. The rows are those of directory's migration. */
export class StocktakeRules1766410200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const rule of frozenRulesOf('stocktake')) {
      await runner.query(
        `INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET content = excluded.content`,
        [rule.id, rule.kind, rule.siteId, JSON.stringify(rule.content), JSON.stringify(rule.source), rule.effectiveFrom, rule.recordedAt],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_rule WHERE content ->> 'class' = 'stocktake'`);
  }
}
