import type { Principal } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import { recordAccess } from './record-access';

/** By what two records can be the same: the bytes of a file, the words of a text, the number of a document. */
export interface Alike {
  siteId: string;
  hashes: readonly string[];
  documentNumber: string | null;
  /** Of a catalogue that is carried on; given once. */
  oldNumber?: string | null;
}

export interface Duplicate {
  /** Both null where whoever asks may not know of the record: only that there is one. */
  recordId: string | null;
  archiveNumber: string | null;
  /** The same file or text, or the same 文号. */
  because: 'content' | 'document-number';
}

const find = (seen: string): string => `
  SELECT CASE WHEN same.seen THEN same.id END AS "recordId", CASE WHEN same.seen THEN same.archive_number END AS "archiveNumber", same.because FROM (
  SELECT DISTINCT ON (r.archive_number) r.id, r.archive_number, found.because, ${seen} AS seen FROM (
    SELECT record_id, 'content' AS because FROM record_file WHERE sha256 = ANY ($2)
    UNION ALL SELECT record_id, 'content' FROM record_sheet WHERE kind = 'text' AND sha256 = ANY ($2)
    UNION ALL SELECT d.record_id, 'document-number' FROM record_state s JOIN record_description d ON d.record_id = s.id AND d.version = s.description
      WHERE s.site_id = $1 AND d.document_number = $3) found
  JOIN record r ON r.id = found.record_id JOIN record_state s ON s.id = r.id
  WHERE r.site_id = $1 AND r.id IS DISTINCT FROM $4 ORDER BY r.archive_number, found.because LIMIT 20) same ORDER BY same.archive_number`;

/** Records of the site that hold the same, but one; which they are shows for those that the principal may know of. */
export function duplicatesOf(on: Database | Transaction, principal: Principal, { siteId, hashes, documentNumber }: Alike, but: string | null = null): Promise<Duplicate[]> {
  const access = recordAccess(principal, 'archives.listRecords', 'read', 5);
  return on.query<Duplicate & Record<string, unknown>>(find(access.sql), [siteId, hashes, documentNumber, but, ...access.params]);
}

/** Whoever archives the same at the same moment waits until COMMIT, and finds it. In one order, so that nobody waits in a circle. */
export async function lockAlike(tx: Transaction, all: readonly Alike[]): Promise<void> {
  const keys = all.flatMap(({ siteId, hashes, documentNumber, oldNumber }) => [...hashes, documentNumber, oldNumber].filter(Boolean).map((key) => `${siteId} ${key}`));
  await tx.query('SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(k, 0) AS key FROM unnest($1::text[]) AS k ORDER BY 1) AS keys', [keys]);
}
