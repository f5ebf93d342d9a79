import { accessCondition, shieldCondition, type OperationKey, type Right, type SqlFragment } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

export interface CaseAccess {
  operation: OperationKey;
  right: Right;
  firstParam: number;
  /**
   * A complainant sees their own case although somebody of their own crew is complained about; they see it as a
   * complainant does. What staff do is hidden from them, too.
   */
  orComplainant: boolean;
}

/** Rights of the principal on `complaint c`, and that it is not hidden from them (W2.3): part of every query. */
export function caseAccess(principal: Principal, { operation, right, firstParam, orComplainant }: CaseAccess): SqlFragment {
  const access = accessCondition(principal, { operation, right, objectColumn: 'c.id', siteColumn: 'c.site_id', firstParam });
  const next = firstParam + access.params.length;
  const shield = shieldCondition(principal, { objectColumn: 'c.id', firstParam: next });
  const params = [...access.params, ...shield.params];
  if (!orComplainant) return { sql: `(${access.sql} AND ${shield.sql})`, params };
  const complains = `EXISTS (SELECT 1 FROM complainant k WHERE k.complaint_id = c.id AND k.person_id = $${firstParam + params.length})`;
  return { sql: `(${access.sql} AND (${shield.sql} OR ${complains}))`, params: [...params, principal.personId] };
}
