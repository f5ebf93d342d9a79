import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** A row of `audit` as it is hashed: exactly what the database holds, to the microsecond. */
export interface AuditedRow {
  id: string;
  at: string;
  actor_id: string;
  actor_role: string;
  actor_for: string | null;
  operation: string;
  object_type: string | null;
  object_id: string | null;
  site_id: string | null;
  request_id: string | null;
  details: unknown;
}

/** Columns of `audit` (as `a`) that make an `AuditedRow`, the time in one spelling whatever the session's settings. */
export const auditedColumns = `a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
  a.actor_id, a.actor_role, a.actor_for, a.operation, a.object_type, a.object_id, a.site_id, a.request_id, a.details`;

/** Stands before the first link. */
export const beginning = Buffer.alloc(32);

/** A link: SHA-256 over the link before it, its own place, and the row. */
export function linkOf(previous: Buffer, seq: number, row: AuditedRow): Buffer {
  const {
    id,
    at,
    actor_id,
    actor_role,
    actor_for,
    operation,
    object_type,
    object_id,
    site_id,
    request_id,
    details,
  } = row;
  const content = {
    seq,
    id,
    at,
    actor_id,
    actor_role,
    actor_for,
    operation,
    object_type,
    object_id,
    site_id,
    request_id,
    details,
  };
  return createHash('sha256').update(previous).update(canonicalJson(content)).digest();
}
