import { Injectable } from '@nestjs/common';
import { livingFileSubjects, recordSources, type LivingFileSubject, type RecordSource } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { isUniqueViolation, type Database, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { recordErrors } from '../domain/errors';
import { shippedPapers } from '../domain/required-papers';
import { shippedCategories, shippedRules, type IntakeRule } from '../domain/shipped-settings';
import { lateOf } from '../events';
import { knownPapers, listedPapers, type ListedPaper } from './required-papers';

export interface KeptRule extends IntakeRule {
  source: RecordSource;
  version: number;
}

export interface KeptCategory {
  code: string;
  nameZh: string;
  nameEn: string;
}

export interface KeptPaper extends ListedPaper {
  subject: LivingFileSubject;
}

export interface SiteSettings {
  fonds: string;
  categories: KeptCategory[];
  requiredPapers: KeptPaper[];
  rules: KeptRule[];
}

const lastRules = `SELECT DISTINCT ON (source) source, version, category, office, retention, legal_basis AS "legalBasis", basis_rank AS "basisRank"
  FROM intake_rule WHERE site_id = $1 ORDER BY source, version DESC`;

/** What archive numbers of a site are made of, and what is proposed of which source. */
@Injectable()
export class Settings {
  constructor(private readonly ledger: Ledger) {}

  /** Gives a site what it begins with, once. Its fonds is the next of PM01, PM02 … until the director says otherwise. */
  async begin(tx: Transaction, siteId: string): Promise<void> {
    if (!(await this.giveFonds(tx, siteId))) return;
    shippedCategories.forEach(({ code, name }, i) =>
      tx.send('INSERT INTO category (site_id, code, name_zh, name_en, position) VALUES ($1, $2, $3, $4, $5)', [siteId, code, name.zh, name.en, i + 1]),
    );
    for (const subject of livingFileSubjects)
      shippedPapers[subject].forEach(({ paper, name, perOwner }, i) =>
        tx.send('INSERT INTO required_paper (site_id, subject_type, paper, name_zh, name_en, per_owner, position) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
          siteId, subject, paper, name.zh, name.en, perOwner, i + 1,
        ]),
      );
    for (const source of recordSources) this.insertRule(tx, siteId, { source, version: 1, ...shippedRules[source] }, null);
  }

  /** @throws archiveSettingsUnknown (404) where the site has not begun */
  async of(on: Database | Transaction, siteId: string): Promise<SiteSettings> {
    const [fonds] = await on.query<{ code: string }>('SELECT code FROM fonds WHERE site_id = $1', [siteId]);
    if (!fonds) throw recordErrors.archiveSettingsUnknown();
    const categories = await on.query<KeptCategory & Record<string, unknown>>(
      'SELECT code, name_zh AS "nameZh", name_en AS "nameEn" FROM category WHERE site_id = $1 ORDER BY position',
      [siteId],
    );
    const requiredPapers: KeptPaper[] = [];
    for (const subject of livingFileSubjects) requiredPapers.push(...listedPapers(await knownPapers(on, siteId, subject)).map((paper) => ({ subject, ...paper })));
    return { fonds: fonds.code, categories, requiredPapers, rules: await on.query<KeptRule & Record<string, unknown>>(lastRules, [siteId]) };
  }

  /** The fonds of a site is the lock of its settings. */
  async lock(tx: Transaction, siteId: string): Promise<void> {
    await tx.query('SELECT 1 FROM fonds WHERE site_id = $1 FOR UPDATE', [siteId]);
  }

  async ruleFor(tx: Transaction, siteId: string, source: RecordSource): Promise<KeptRule> {
    const rules = await tx.query<KeptRule & Record<string, unknown>>(lastRules, [siteId]);
    // A process of the release before begins sites without the sources that came since.
    return rules.find((rule) => rule.source === source) ?? { source, version: 1, ...shippedRules[source] };
  }

  /** @throws recordCategoryUnknown (400) */
  async assertCategory(tx: Transaction, siteId: string, code: string): Promise<void> {
    if ((await tx.query('SELECT 1 FROM category WHERE site_id = $1 AND code = $2', [siteId, code])).length === 0) throw recordErrors.recordCategoryUnknown();
  }

  /** Another version of the rule of a source: what is proposed already keeps its own. @throws recordCategoryUnknown (400) */
  async setRule(tx: Transaction, act: Act, siteId: string, source: RecordSource, rule: IntakeRule): Promise<KeptRule> {
    await this.begin(tx, siteId);
    await this.assertCategory(tx, siteId, rule.category);
    await this.lock(tx, siteId);
    const set: KeptRule = { source, version: (await this.ruleFor(tx, siteId, source)).version + 1, ...rule };
    this.insertRule(tx, siteId, set, act.actor.personId, tx.now);
    const data = { source, ...rule, ...lateOf(act) };
    // Version 1 was shipped, and nobody announced it.
    const aggregate = { aggregateId: derivedId('intake-rule', siteId, source), aggregateVersion: set.version - 1 };
    this.ledger.append(tx, { type: 'archives.intake-rule-set.v1', ...aggregate, siteId, happenedAt: act.happenedAt, actor: act.actor, data });
    return set;
  }

  /** @throws fondsInUse, fondsTaken (409) */
  async setFonds(tx: Transaction, act: Act, siteId: string, code: string): Promise<void> {
    await this.begin(tx, siteId);
    const [kept] = await tx.query<{ code: string; version: number }>('SELECT code, version FROM fonds WHERE site_id = $1 FOR UPDATE', [siteId]);
    if (kept!.code === code) return;
    const [used] = await tx.query('SELECT 1 FROM series WHERE fonds = $1 LIMIT 1', [kept!.code]);
    if (used) throw recordErrors.fondsInUse({ code: kept!.code });
    const version = kept!.version + 1;
    try {
      await tx.query('UPDATE fonds SET code = $2, version = $3, recorded_at = $4 WHERE site_id = $1', [siteId, code, version, tx.now]);
    } catch (error) {
      throw isUniqueViolation(error, 'fonds_code_once') ? recordErrors.fondsTaken() : error;
    }
    const aggregate = { aggregateId: derivedId('fonds', siteId), aggregateVersion: version };
    this.ledger.append(tx, { type: 'archives.fonds-set.v1', ...aggregate, siteId, happenedAt: act.happenedAt, actor: act.actor, data: { code, ...lateOf(act) } });
  }

  /** @returns false where the site has one */
  private async giveFonds(tx: Transaction, siteId: string): Promise<boolean> {
    while ((await tx.query('SELECT 1 FROM fonds WHERE site_id = $1', [siteId])).length === 0) {
      const made = await tx.query(
        `INSERT INTO fonds (site_id, code, version, recorded_at) SELECT $1, 'PM' || lpad(n, greatest(2, length(n)), '0'), 0, $2 FROM (SELECT nextval('fonds_number')::text AS n) AS next
         ON CONFLICT DO NOTHING RETURNING site_id`,
        [siteId, tx.now],
      );
      if (made.length > 0) return true;
    }
    return false;
  }

  private insertRule(tx: Transaction, siteId: string, rule: KeptRule, setBy: string | null, at = tx.now): void {
    const { source, version, category, office, retention, legalBasis, basisRank } = rule;
    tx.send(
      `INSERT INTO intake_rule (site_id, source, version, category, office, retention, legal_basis, basis_rank, set_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [siteId, source, version, category, office, retention, legalBasis, basisRank, setBy, at],
    );
  }
}
