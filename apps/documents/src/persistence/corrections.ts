import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Correction } from '../domain/corrections';

export interface KeptCorrection extends Correction {
  n: number;
  reason: string;
  correctedBy: string;
  /** For whom a deputy corrected it. */
  correctedFor: string | null;
  happenedAt: Date;
}

/** Of a document that is locked. */
export function keepCorrection(tx: Transaction, documentId: string, { actor, happenedAt }: Act, { was, became }: Correction, reason: string): void {
  tx.send(
    `INSERT INTO incoming_correction (document_id, n, was, became, reason, corrected_by, corrected_for, happened_at, recorded_at)
     SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM incoming_correction WHERE document_id = $1`,
    [documentId, JSON.stringify(was), JSON.stringify(became), reason, actor.personId, actor.forPersonId ?? null, happenedAt, tx.now],
  );
}

/** The first one first. */
export function correctionsOf(on: Database, documentId: string): Promise<KeptCorrection[]> {
  return on.query<KeptCorrection & Record<string, unknown>>(
    `SELECT n, was, became, reason, corrected_by AS "correctedBy", corrected_for AS "correctedFor", happened_at AS "happenedAt"
     FROM incoming_correction WHERE document_id = $1 ORDER BY n`,
    [documentId],
  );
}
