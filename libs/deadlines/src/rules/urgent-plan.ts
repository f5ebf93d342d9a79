import type { Transaction } from '@property-office/persistence';
import { ruleOf, type RuleRow } from './office-rules';
import { RuleBook } from './rule-book';

/** A promise to a class on a site, by the rules that hold at an instant. */
export interface PlanAsked {
  siteId: string;
  class: string;
  promise: string;
  at: Date;
}

/** Classes to their plans, as far as a transaction has asked. */
const plansKnown = {};

/**
 * Whether the plan of the office for a promise is urgent: then its levels come by day and night (G5), and so does what else is told of it. By the
 * service's own copy of the rules; false where it has no plan.
 */
export async function isPlannedUrgent(tx: Transaction, { siteId, class: name, promise, at }: PlanAsked): Promise<boolean> {
  const known = tx.remember(plansKnown, () => new Map<string, Promise<RuleBook>>());
  let plans = known.get(name);
  if (!plans) known.set(name, (plans = readPlans(tx, name)));
  return (await plans).of(siteId, at).plan(name, promise)?.urgent ?? false;
}

async function readPlans(tx: Transaction, name: string): Promise<RuleBook> {
  const rows = await tx.query<RuleRow & Record<string, unknown>>(
    `SELECT id, kind, site_id, content, source, effective_from, recorded_at FROM office_rule WHERE kind = 'plan' AND content ->> 'class' = $1`,
    [name],
  );
  return new RuleBook(rows.map(ruleOf), new Map());
}
