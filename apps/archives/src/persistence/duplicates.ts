import type { Database, Transaction } from '@property-office/persistence';

/** By what two records can be the same: the bytes of a file, the words of a text, the number of a document. */
export interface Alike {
  siteId: string;
  hashes: readonly string[];
  documentNumber: string | null;
  /** Of a catalogue that is carried on; given once. */
  oldNumber?: string | null;
}

export interface Duplicate {
  recordId: string;
  archiveNumber: string;
  /** The same file or text, or the same 文号. */
  because: 'content' | 'document-number';
}

const find = `
  SELECT DISTINCT ON (r.archive_number) r.id AS "recordId", r.archive_number AS "archiveNumber", found.because FROM (
    SELECT record_id, 'content' AS because FROM record_file WHERE sha256 = ANY ($2)
    UNION ALL SELECT record_id, 'content' FROM record_sheet WHERE kind = 'text' AND sha256 = ANY ($2)
    UNION ALL SELECT d.record_id, 'document-number' FROM record_state s JOIN record_description d ON d.record_id = s.id AND d.version = s.description
      WHERE s.site_id = $1 AND d.document_number = $3) found
  JOIN record r ON r.id = found.record_id WHERE r.site_id = $1 ORDER BY r.archive_number, found.because LIMIT 20`;

/** Records of the site that hold the same. */
export function duplicatesOf(on: Database | Transaction, { siteId, hashes, documentNumber }: Alike): Promise<Duplicate[]> {
  return on.query<Duplicate & Record<string, unknown>>(find, [siteId, hashes, documentNumber]);
}

/** Whoever archives the same at the same moment waits until COMMIT, and finds it. In one order, so that nobody waits in a circle. */
export async function lockAlike(tx: Transaction, all: readonly Alike[]): Promise<void> {
  const keys = all.flatMap(({ siteId, hashes, documentNumber, oldNumber }) => [...hashes, documentNumber, oldNumber].filter(Boolean).map((key) => `${siteId} ${key}`));
  await tx.query('SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(k, 0) AS key FROM unnest($1::text[]) AS k ORDER BY 1) AS keys', [keys]);
}
