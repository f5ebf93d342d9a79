import type { Deputyship, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/** Somebody whose deputy a principal is. */
export type Lender = Pick<Deputyship, 'forPersonId' | 'crews'>;

/** Each once, whatever they delegated. */
export function lendersOf({ deputyships = [] }: Pick<Principal, 'deputyships'>): Lender[] {
  return [...new Map(deputyships.map((each) => [each.forPersonId, each])).values()];
}

/** Everything that a row of `object_shield` may name to hide an object from them. */
export function subjectsOfLender({ forPersonId, crews = [] }: Lender): string[] {
  return [`person:${forPersonId}`, ...crews.map((id) => `crew:${id}`)];
}

/** @param subjects SQL of a `text[]` */
export function notHidden(column: string, subjects: string): string {
  return `NOT EXISTS (SELECT 1 FROM object_shield os WHERE os.object_id = ${column} AND os.subject = ANY(${subjects}::text[]))`;
}

/**
 * The principal as they may act on an object: without the rights of those from whom it is hidden, which count for nothing
 * there (G1, W2.3). `accessCondition` has let them in by others; an act is recorded in the role, and for whom, it was done by those.
 */
export async function onObject(tx: Transaction, principal: Principal, objectId: string): Promise<Principal> {
  const lenders = lendersOf(principal);
  if (lenders.length === 0) return principal;
  const subjects = lenders.flatMap(subjectsOfLender);
  const rows = await tx.query<{ subject: string }>('SELECT subject FROM object_shield WHERE object_id = $1 AND subject = ANY ($2::text[])', [objectId, subjects]);
  const hidden = new Set(rows.map(({ subject }) => subject));
  const hiddenFrom = (lender: Lender): boolean => subjectsOfLender(lender).some((subject) => hidden.has(subject));
  return { ...principal, deputyships: principal.deputyships!.filter((each) => !hiddenFrom(each)) };
}
