import { accessCondition, type OperationKey, type Right, type SqlFragment } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

/** Whose roles and ties let them know of a confidential document: clerk and director, and who is named in its chain. */
const named = 'documents.markDocumentRead';

/** Rights of the principal on a document `d`, incoming or outgoing, part of every query: nobody else learns that a confidential one exists. */
export function documentAccess(principal: Principal, operation: OperationKey, right: Right, firstParam: number): SqlFragment {
  const columns = { objectColumn: 'd.id', siteColumn: 'd.site_id' };
  const access = accessCondition(principal, { operation, right, firstParam, ...columns });
  const inChain = accessCondition(principal, { operation: named, right: 'read', firstParam: firstParam + access.params.length, ...columns });
  return { sql: `(${access.sql} AND (d.confidentiality <> 'confidential' OR ${inChain.sql}))`, params: [...access.params, ...inChain.params] };
}
