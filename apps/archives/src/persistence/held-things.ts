import type { Database, Transaction } from '@property-office/persistence';
import type { Sheet } from './new-record';

export interface HeldFile {
  position: number;
  attachmentId: string;
  name: string;
  mediaType: string;
  sha256: string;
}

/** In the order in which they were filed. */
export function filesOf(on: Database | Transaction, recordId: string): Promise<HeldFile[]> {
  return on.query<HeldFile & Record<string, unknown>>(
    'SELECT position, attachment_id AS "attachmentId", name, media_type AS "mediaType", sha256 FROM record_file WHERE record_id = $1 ORDER BY position',
    [recordId],
  );
}

export function sheetsOfRecord(on: Database | Transaction, recordId: string): Promise<Sheet[]> {
  return on.query<Sheet & Record<string, unknown>>('SELECT kind, content, sha256 FROM record_sheet WHERE record_id = $1 ORDER BY kind', [recordId]);
}

/** A file, or the final text. */
export type HeldThing = HeldFile | Sheet;

/** @param position of a file; 0: the final text */
export async function heldAt(on: Database | Transaction, recordId: string, position: number): Promise<HeldThing | undefined> {
  if (position === 0) return (await sheetsOfRecord(on, recordId)).find(({ kind }) => kind === 'text');
  return (await filesOf(on, recordId)).find((file) => file.position === position);
}
