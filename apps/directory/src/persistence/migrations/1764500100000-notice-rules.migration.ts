import { frozenRules } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Targets and plans shipped since the office began (Q1): of notices. What an office has set itself stays. */
export class NoticeRules1764500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const rule of frozenRules) {
      await runner.query(
        `INSERT INTO office_rule (id, kind, subject_id, version, site_id, content, source, effective_from, recorded_at)
         VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
        [
          rule.id,
          rule.kind,
          rule.subjectId,
          rule.siteId,
          JSON.stringify(rule.content),
          JSON.stringify(rule.source),
          rule.effectiveFrom,
          rule.recordedAt,
        ],
      );
      // No clock has run by the plan of night notices before now: its first row may say what is shipped today.
      if (rule.kind === 'plan' && rule.content.class === 'night-notice') {
        await runner.query('UPDATE office_rule SET content = $2 WHERE id = $1 AND version = 0', [rule.id, JSON.stringify(rule.content)]);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_rule WHERE version = 0 AND content ->> 'class' = 'notice-approval'`);
  }
}
