import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first rows of what was promised of nothing before: mail, incoming documents and their circulation. */
const classes = new Set(['mail', 'incoming-document', 'circulation']);

export class PaperRules1764470400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A new office has them already: it began with all that is shipped.
    for (const rule of frozenRulesOf(...classes)) {
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_rule WHERE version = 0 AND content ->> 'class' = ANY ($1)`, [[...classes]]);
  }
}
