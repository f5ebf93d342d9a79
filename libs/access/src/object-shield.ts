import type { Principal } from '@property-office/contracts';
import { rowsStatement, type Transaction } from '@property-office/persistence';
import { subjectsOf, type SqlFragment } from './access-condition';
import { lendersOf, notHidden, subjectsOfLender } from './lenders';

/** People and crews, by id. */
export interface Shielded {
  personIds: readonly string[];
  crewIds: readonly string[];
}

interface ShieldRow {
  object_id: string;
  subject: string;
}

const insert = rowsStatement<ShieldRow>(
  'shield_insert',
  `INSERT INTO object_shield (object_id, subject)
   SELECT object_id, subject FROM json_to_recordset($1) AS shield (object_id uuid, subject text) ON CONFLICT DO NOTHING`,
);

/** Hides an object from people and crews for good, whatever roles they hold or come to hold (W2.3). Twice is once. */
export function shieldObject(tx: Transaction, objectId: string, { personIds, crewIds }: Shielded): void {
  const subjects = [...personIds.map((id) => `person:${id}`), ...crewIds.map((id) => `crew:${id}`)];
  for (const subject of new Set(subjects)) tx.gather(insert, { object_id: objectId, subject });
}

/**
 * The condition that leaves out what is hidden from the principal, beside `accessCondition` in every query over objects
 * that can be hidden: rights are a union over roles, this holds against all of them. Inside the query, so that neither
 * pages, nor filters, nor orders tell that there is something.
 */
export function shieldCondition(
  principal: Pick<Principal, 'personId' | 'crews'>,
  { objectColumn, firstParam }: { objectColumn: string; firstParam: number },
): SqlFragment {
  const subjects = subjectsOf({ ...principal, homes: [] });
  return {
    sql: notHidden(objectColumn, `$${firstParam}`),
    params: [subjects],
  };
}

/** Likewise, and without what is hidden from whose deputy they are: for what they see by whichever right, their own or a lent one. */
export function shieldOfAllCondition(principal: Principal, { objectColumn, firstParam }: { objectColumn: string; firstParam: number }): SqlFragment {
  const subjects = [...subjectsOf({ ...principal, homes: [] }), ...lendersOf(principal).flatMap(subjectsOfLender)];
  return { sql: notHidden(objectColumn, `$${firstParam}`), params: [subjects] };
}
