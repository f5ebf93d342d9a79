import { userInfo } from 'node:os';
import { Audit, type AuditDetails } from '@property-office/audit';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

const audit = new Audit();

/** Who decides: `--by`, else who is signed in on the machine. */
export function operatorName(by: string | undefined): string {
  return by?.trim() || userInfo().username;
}

/** What an operator did by a command, on the audit trail of the schema it was done to: by account name, as there is no person. */
export interface OperatorAct {
  operation: `operations.${string}`;
  by: string;
  reason?: string | undefined;
  object?: { type: string; id: string };
  details?: AuditDetails;
}

export function recordOperator(tx: Transaction, { operation, by, reason, object, details }: OperatorAct): void {
  audit.record(tx, {
    actor: { personId: systemActor.personId, role: 'operator' },
    operation,
    ...(object && { objectType: object.type, objectId: object.id }),
    details: { ...details, by, ...(reason && { reason }) },
  });
}
