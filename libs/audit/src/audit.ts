import type { Actor } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { statement, type Transaction } from '@property-office/persistence';

/**
 * Facts about an act: ids, names of fields, counts. Never a person's name, number, address or words; of an operator's
 * command, the account it was given under and the reason given with it.
 */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AuditEntry {
  /** Who, in which role, and for whom (G1). */
  actor: Actor;
  /** Row of the permission table, e.g. `directory.unmaskPerson`. */
  operation: string;
  /** What it was done to, e.g. `person` and its id. */
  objectType?: string;
  objectId?: string;
  siteId?: string;
  details?: AuditDetails;
}

const insertEntry = statement(
  'audit_insert',
  `WITH entry AS (
     INSERT INTO audit (id, at, actor_id, actor_role, actor_for, operation, object_type, object_id, site_id, request_id, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     RETURNING id)
   INSERT INTO audit_pending (audit_id) SELECT id FROM entry`,
);

export interface AuditHooks {
  /** Id of the request being answered, to be found in the logs. */
  requestId?: () => string | undefined;
  /** After the act was committed. */
  committed?: () => void;
}

/** Writes the audit trail of one schema. */
export class Audit {
  constructor(private readonly hooks: AuditHooks = {}) {}

  /** Records an act in the transaction that does it: both stand or neither. Costs no round trip. */
  record(tx: Transaction, entry: AuditEntry): void {
    const { actor, operation, objectType = null, objectId = null, siteId = null, details = {} } = entry;
    tx.send(insertEntry, [
      newId(),
      tx.now,
      actor.personId,
      actor.role,
      actor.forPersonId ?? null,
      operation,
      objectType,
      objectId,
      siteId,
      this.hooks.requestId?.() ?? null,
      JSON.stringify(details),
    ]);
    if (this.hooks.committed) tx.afterCommit(this.hooks.committed);
  }
}
