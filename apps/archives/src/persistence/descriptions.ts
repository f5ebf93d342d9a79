import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Description } from './new-record';

export interface DescriptionVersion extends Description {
  version: number;
  /** Why it was corrected; null of the first one. */
  reason: string | null;
}

/** A described version never changes; whoever corrects it adds the next one. */
export function addDescription(tx: Transaction, { actor, happenedAt }: Act, recordId: string, described: DescriptionVersion): void {
  const { version, reason, title, responsibleParty, documentNumber, datedAt, pages, copies, carrier, confidentiality, confidentialUntil, keywords, remarks } = described;
  tx.send(
    `INSERT INTO record_description (record_id, version, title, responsible_party, document_number, dated_at, pages, copies, carrier, confidentiality, confidential_until,
       keywords, remarks, reason, described_by, described_for, described_as, happened_at, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      recordId, version, title, responsibleParty, documentNumber, datedAt, pages, copies, carrier, confidentiality, confidentialUntil, keywords, remarks, reason, actor.personId,
      actor.forPersonId ?? null, actor.role, happenedAt, tx.now,
    ],
  );
}

/** Columns of a description `d`, as code names them. */
export const descriptionColumns = `d.version AS description, d.title, d.responsible_party AS "responsibleParty", d.document_number AS "documentNumber", d.dated_at AS "datedAt",
  d.pages, d.copies, d.carrier, d.confidentiality, d.confidential_until AS "confidentialUntil", d.keywords, d.remarks`;
