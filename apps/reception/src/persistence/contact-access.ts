import { accessCondition, shieldCondition, type OperationKey, type Right, type SqlFragment } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

/** Rights of the principal on `contact c`, and that it did not become a complaint that is hidden from them (W2.3): part of every query. */
export function contactAccess(principal: Principal, operation: OperationKey, right: Right, firstParam: number): SqlFragment {
  const access = accessCondition(principal, { operation, right, objectColumn: 'c.id', siteColumn: 'c.site_id', firstParam });
  const shield = shieldCondition(principal, { objectColumn: 'c.id', firstParam: firstParam + access.params.length });
  return { sql: `(${access.sql} AND ${shield.sql})`, params: [...access.params, ...shield.params] };
}
