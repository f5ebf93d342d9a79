import { defineErrors } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { overCopyStates } from '../domain/copy-states';
import { overStates } from '../domain/loan-states';

const errors = defineErrors({
  recordOut: {
    kind: 'conflict',
    title: { zh: '档案正在借阅或复制', en: 'A record is on loan or being copied' },
    detail: { zh: '请先办结：{open}。在此之前不能销毁或移交。', en: 'These are open: {open}. Until they are over it is neither destroyed nor handed over.' },
  },
});

/** A loan or copies that are not over. */
export interface OpenLending {
  recordId: string;
  number: string;
}

/**
 * What keeps records from leaving for good: loans and copies that somebody asked for, that are approved, or that are out (W4.3). Whoever
 * destroys or hands over asks with the states of the records locked, and it stays true until COMMIT: who asks for a loan locks them, too.
 */
export function openLendings(tx: Transaction, recordIds: readonly string[]): Promise<OpenLending[]> {
  return tx.query<OpenLending & Record<string, unknown>>(
    `SELECT record_id AS "recordId", number FROM loan WHERE record_id = ANY ($1) AND state <> ALL ($2)
     UNION ALL SELECT record_id, number FROM record_copy WHERE record_id = ANY ($1) AND state <> ALL ($3) ORDER BY 2`,
    [recordIds, overStates, overCopyStates],
  );
}

/** @throws recordOut (409) naming what is open */
export async function assertNothingOut(tx: Transaction, recordIds: readonly string[]): Promise<void> {
  const open = (await openLendings(tx, recordIds)).map(({ number }) => number);
  if (open.length > 0) throw errors.recordOut({ open: { zh: open.join('、'), en: open.join(', ') } });
}
