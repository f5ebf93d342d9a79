import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const name = 'home-claim';

/** Claims of homes that wait for a decision (W2.6), and what is promised of them in the copy of this service: no event says it. */
export class WaitingClaims1766800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE waiting_claim (
        id         uuid PRIMARY KEY,
        claim_id   uuid NOT NULL CONSTRAINT waiting_claim_once UNIQUE,
        site_id    uuid NOT NULL,
        person_id  uuid NOT NULL,
        -- Counts what its clock said.
        version    integer NOT NULL,
        claimed_at timestamptz NOT NULL,
        decided_at timestamptz
      );
    `);
    for (const rule of frozenRulesOf(name)) {
      await runner.query(
        `INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
        [rule.id, rule.kind, rule.siteId, JSON.stringify(rule.content), JSON.stringify(rule.source), rule.effectiveFrom, rule.recordedAt],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_rule WHERE content ->> 'class' = $1`, [name]);
    await runner.query('DROP TABLE waiting_claim');
  }
}
