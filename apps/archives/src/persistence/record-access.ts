import { accessCondition, shieldCondition, type OperationKey, type Right, type SqlFragment } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

/** Whose roles and ties let them know of what is confidential: clerk and director, and who is admitted by name. */
const named = 'archives.readRecordHistory';

/** Confidential, and its term is not over. */
const confidential = (table: string): string =>
  `(${table}.confidentiality = 'confidential' AND (${table}.confidential_until IS NULL OR ${table}.confidential_until > platform.now()))`;

/** What it is of: of a record, that stands on `record r`, which every query over `record_state s` joins. */
const sourceColumn = { s: 'r.source_id', p: 'p.source_id' } as const;

/**
 * Rights of the principal on a record, by its state, or on a proposal: part of every query. Nobody else learns that a
 * confidential one exists, and whom a complaint is hidden from sees neither its proposal nor its record, whatever their
 * roles: the complaint itself is what is hidden, so that nothing of it can come before (W2.3).
 */
export function recordAccess(principal: Principal, operation: OperationKey, right: Right, firstParam: number, table: keyof typeof sourceColumn = 's'): SqlFragment {
  const columns = { objectColumn: `${table}.id`, siteColumn: `${table}.site_id`, hiddenColumns: [sourceColumn[table]] };
  const access = accessCondition(principal, { operation, right, firstParam, ...columns });
  const inside = accessCondition(principal, { operation: named, right: 'read', firstParam: firstParam + access.params.length, ...columns });
  const params = [...access.params, ...inside.params];
  const shield = shieldCondition(principal, { objectColumn: sourceColumn[table], firstParam: firstParam + params.length });
  return { sql: `(${access.sql} AND (NOT ${confidential(table)} OR ${inside.sql}) AND ${shield.sql})`, params: [...params, ...shield.params] };
}
