import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { lockRecord } from './lent-records';
import type { Loan } from './loan.entity';

export interface PastRemark {
  remark: string;
  loanNumber: string;
  by: string;
  happenedAt: Date;
}

/** What the inspection of a returned paper found, on its record for good. */
export async function addRemark(tx: Transaction, { actor, happenedAt }: Act, { id, recordId }: Loan, remark: string): Promise<void> {
  await lockRecord(tx, recordId);
  tx.send(
    `INSERT INTO record_remark (record_id, n, remark, loan_id, remarked_by, happened_at, recorded_at)
     VALUES ($1, (SELECT count(*) + 1 FROM record_remark WHERE record_id = $1), $2, $3, $4, $5, $6)`,
    [recordId, remark, id, actor.personId, happenedAt, tx.now],
  );
}

/** The first one first. */
export function remarksOn(on: Database | Transaction, recordId: string): Promise<PastRemark[]> {
  return on.query<PastRemark & Record<string, unknown>>(
    `SELECT m.remark, l.number AS "loanNumber", m.remarked_by AS by, m.happened_at AS "happenedAt"
     FROM record_remark m JOIN loan l ON l.id = m.loan_id WHERE m.record_id = $1 ORDER BY m.n`,
    [recordId],
  );
}
