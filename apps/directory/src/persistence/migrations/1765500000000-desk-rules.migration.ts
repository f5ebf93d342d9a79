import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first rows of what is promised of phone notes that are urgent or came back. A new office has them already: it began with all that
 * is shipped. The plan of a heated hand-over, unless an office has set its own, tells the desk's lead or the duty officer, too: its
 * clocks live for minutes, and one that runs now only gains a level.
 */
export class DeskRules1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const rule of frozenRulesOf('phone-note', 'urgent-phone-note')) {
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
    }
    for (const rule of frozenRulesOf('heated-hand-over').filter(({ kind }) => kind === 'plan'))
      await runner.query('UPDATE office_rule SET content = $2 WHERE id = $1 AND version = 0', [rule.id, JSON.stringify(rule.content)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_rule WHERE version = 0 AND (content ->> 'class' = 'urgent-phone-note' OR (content ->> 'class' = 'phone-note' AND content ->> 'promise' = 'readdress'))`);
  }
}
