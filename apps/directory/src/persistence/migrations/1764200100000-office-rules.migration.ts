import { frozenRules } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OfficeRules1764200100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE office_rule (
        id             uuid PRIMARY KEY,
        kind           text NOT NULL CHECK (kind IN ('hours', 'holidays', 'target', 'plan')),
        subject_id     uuid NOT NULL,
        version        integer NOT NULL CHECK (version >= 0),
        site_id        uuid REFERENCES place,
        content        jsonb NOT NULL,
        source         jsonb NOT NULL,
        effective_from timestamptz NOT NULL,
        recorded_at    timestamptz NOT NULL,
        CONSTRAINT office_rule_version UNIQUE (subject_id, version)
      );
      CREATE INDEX office_rule_newest ON office_rule (kind, recorded_at DESC, id DESC);
    `);
    // The same rows stand in each service's copy (libs/deadlines): no event has to bring them.
    for (const rule of frozenRules) {
      await runner.query(
        `INSERT INTO office_rule (id, kind, subject_id, version, site_id, content, source, effective_from, recorded_at)
         VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8)`,
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
    await runner.query('DROP TABLE office_rule');
  }
}
