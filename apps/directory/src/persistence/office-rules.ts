import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { subjectOf, type OfficeRule, type RuleKind } from '@property-office/deadlines';
import { derivedId, newId, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, type Transaction } from '@property-office/persistence';
import { sightOf } from '../acting/sight';
import { OfficeRuleRow } from './office-rule.entity';

export interface OfficeRuleFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  current?: boolean;
}

/** A row, and whether it is the one in effect now. */
export interface ListedRule<K extends RuleKind> {
  rule: OfficeRuleRow<K>;
  current: boolean;
}

const inEffectNow = `r.id = (SELECT c.id FROM office_rule c WHERE c.subject_id = r.subject_id AND c.effective_from <= platform.now()
  ORDER BY c.effective_from DESC, c.version DESC LIMIT 1)`;

/** The tables that the office edits: rows for all sites, and those of sites in sight. */
@Injectable()
export class OfficeRuleTable {
  constructor(private readonly database: Database) {}

  async page<K extends RuleKind>(principal: Principal, operation: OperationKey, kind: K, filter: OfficeRuleFilter): Promise<Page<ListedRule<K>>> {
    const { limit, cursor, siteId, current } = filter;
    const { sites } = sightOf(principal, operation);
    const rows = await this.database.query<{ id: string; current: boolean }>(
      `SELECT r.id, ${inEffectNow} AS current FROM office_rule r
       WHERE r.kind = $1 AND ($2::uuid[] IS NULL OR r.site_id IS NULL OR r.site_id = ANY ($2))
         AND ($3::uuid IS NULL OR r.site_id = $3) AND ($4::boolean IS NULL OR (${inEffectNow}) = $4)
         AND ($5::timestamptz IS NULL OR (r.recorded_at, r.id) < ($5, $6::uuid))
       ORDER BY r.recorded_at DESC, r.id DESC LIMIT ${Number(limit) + 1}`,
      [kind, sites, siteId ?? null, current ?? null, cursor?.at ?? null, cursor?.id ?? null],
    );
    const repository = this.database.dataSource.getRepository(OfficeRuleRow);
    const found = await repository.createQueryBuilder('r').where('r.id = ANY(:ids)', { ids: rows.map(({ id }) => id) }).getMany();
    const byId = new Map(found.map((row) => [row.id, row as OfficeRuleRow<K>]));
    const listed = rows.flatMap(({ id, current: now }) => (byId.has(id) ? [{ rule: byId.get(id)!, current: now }] : []));
    return toPage(listed, limit, ({ rule }) => ({ at: rule.recordedAt.toISOString(), id: rule.id }));
  }

  /** Adds a row. Whoever adds one of the same subject waits. */
  async add<K extends RuleKind>(tx: Transaction, rule: Omit<OfficeRule<K>, 'id' | 'recordedAt'>): Promise<OfficeRuleRow<K>> {
    const subjectId = derivedId('office-rule', subjectOf(rule));
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`office-rule ${subjectId}`]);
    const [row] = await tx.query<{ version: number }>('SELECT coalesce(max(version), 0) + 1 AS version FROM office_rule WHERE subject_id = $1', [subjectId]);
    const added = Object.assign(new OfficeRuleRow<K>(), { ...rule, id: newId(), subjectId, version: row!.version, recordedAt: tx.now });
    tx.save(added);
    return added;
  }
}
