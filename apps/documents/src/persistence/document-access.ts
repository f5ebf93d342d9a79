import { accessCondition, type OperationKey, type Right, type SqlFragment } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

/** Whose roles and ties let them know of a confidential document: clerk and director, and who is named in its chain. */
const named = 'documents.markDocumentRead';
const columns = { objectColumn: 'd.id', siteColumn: 'd.site_id' };

/** Rights of the principal on a document `d`, incoming or outgoing, part of every query: nobody else learns that a confidential one exists. */
export function documentAccess(principal: Principal, operation: OperationKey, right: Right, firstParam: number): SqlFragment {
  const access = accessCondition(principal, { operation, right, firstParam, ...columns });
  const known = mayBeKnown(principal, firstParam + access.params.length);
  return { sql: `(${access.sql} AND ${known.sql})`, params: [...access.params, ...known.params] };
}

/** That the principal may know that there is such a document, or print job, `d`. */
export function mayBeKnown(principal: Principal, firstParam: number): SqlFragment {
  const inChain = accessCondition(principal, { operation: named, right: 'read', firstParam, ...columns });
  return { sql: `(d.confidentiality <> 'confidential' OR ${inChain.sql})`, params: inChain.params };
}
