import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { RuleContents, RuleKind } from '@property-office/deadlines';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { effectiveFrom } from '../../domain/office-rule-checks';
import { record } from '../../events';
import { OfficeRuleTable, type ListedRule } from '../../persistence/office-rules';
import { findPlace } from '../../persistence/places';
import type { OfficeRuleFields } from './office-rule.dto';

export interface NewRule<K extends RuleKind> {
  operation: OperationKey;
  kind: K;
  siteId: string | null;
  content: RuleContents[K];
}

/** Adds a row to a table by which clocks run (G4, G5, Q1): it holds for what starts when it is in effect. */
@Injectable()
export class SetOfficeRuleHandler {
  constructor(
    private readonly table: OfficeRuleTable,
    private readonly ledger: Ledger,
  ) {}

  /** @throws reference-unknown, effective-in-the-past (400), role-not-company-wide (403) for all sites without a role of the company */
  async execute<K extends RuleKind>(tx: Transaction, principal: Principal, rule: NewRule<K>, said: OfficeRuleFields): Promise<ListedRule<K>> {
    const { operation, kind, siteId, content } = rule;
    if (siteId !== null && (await findPlace(tx, sightOf(principal, operation), siteId))?.kind !== 'site')
      throw directoryErrors.referenceUnknown('/siteId');
    const actor = actorOf(principal, operation, siteId);
    const from = effectiveFrom(said.effectiveFrom, tx.now);
    const { zh, en } = said.source;
    const added = await this.table.add(tx, { kind, siteId, content, source: { zh, en }, effectiveFrom: from });
    record(this.ledger, tx, actor, { kind: 'rule-set', rule: added });
    return { rule: added, current: from <= tx.now };
  }
}
