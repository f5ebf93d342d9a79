import { Injectable } from '@nestjs/common';
import { actorFor, type OperationKey } from '@property-office/access';
import { Audit, type AuditDetails } from '@property-office/audit';
import type { Principal } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';

export interface Viewed {
  at: Date;
  personId: string;
  role: string;
  forPersonId: string | null;
  operation: string;
  details: AuditDetails;
}

const mostShown = 100;

/** Who looked at which record (W4.2): rows of the chained audit trail. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Notes that somebody sees a record, in the transaction that reads it for them: without the row nothing is shown. */
  note(tx: Transaction, principal: Principal, operation: OperationKey, { id, siteId }: { id: string; siteId: string }, details: AuditDetails = {}, objectType = 'record'): void {
    this.audit.record(tx, { actor: actorFor(principal, operation, siteId), operation, objectType, objectId: id, siteId, details });
  }

  /** The latest first. */
  of(recordId: string): Promise<Viewed[]> {
    return this.database.query<Viewed & Record<string, unknown>>(
      `SELECT at, actor_id AS "personId", actor_role AS role, actor_for AS "forPersonId", operation, details
       FROM audit WHERE object_id = $1 AND object_type = 'record' ORDER BY at DESC, id DESC LIMIT ${mostShown}`,
      [recordId],
    );
  }
}
