import type { Transaction } from '@property-office/persistence';
import { lockLivingFiles } from '../../persistence/lock-living-files';

/** Where a content is held: as a file of a record, or of a paper in a living file. */
export interface Holding {
  kind: 'record' | 'living-file';
  /** Of the record or the living file. */
  id: string;
  /** Which paper of a living file; null of a record. */
  item: number | null;
  position: number;
}

const ofRecords = `SELECT 'record' AS kind, record_id AS id, NULL::integer AS item, position, sha256 FROM record_file`;
const ofLivingFiles = `SELECT 'living-file' AS kind, e.file_id AS id, e.item, p.position::integer AS position, p.file ->> 'sha256' AS sha256
  FROM living_file_entry e CROSS JOIN LATERAL jsonb_array_elements(e.files) WITH ORDINALITY AS p (file, position) WHERE NOT living_paper_destroyed(e.file_id, e.item)`;

/**
 * All contents that records and living files hold, and where: the one place that says what is checked. A destroyed record holds no files, nor does the
 * living file it was closed of: nothing of it is checked any more (W4.4).
 */
export const heldContents = `(${ofRecords} UNION ALL ${ofLivingFiles})`;

/** Who holds a content, in the order in which they are locked. */
export function holdingsOf(tx: Transaction, sha256: string): Promise<Holding[]> {
  return tx.query<Holding & Record<string, unknown>>(
    `SELECT kind, id, item, position FROM (${ofRecords} WHERE sha256 = $1
       UNION ALL ${ofLivingFiles} AND e.files @> jsonb_build_array(jsonb_build_object('sha256', $1::text)) AND p.file ->> 'sha256' = $1) held
     ORDER BY kind DESC, id, item, position`,
    [sha256],
  );
}

/** Until COMMIT: records before living files, in the order of their ids. */
export async function lockHolders(tx: Transaction, holdings: readonly Holding[]): Promise<void> {
  const of = (wanted: Holding['kind']): string[] => holdings.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  await tx.query('SELECT 1 FROM record_state WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [of('record')]);
  await lockLivingFiles(tx, of('living-file'));
}
