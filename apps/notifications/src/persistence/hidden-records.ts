import type { Transaction } from '@property-office/persistence';
import { hiddenFrom } from './complaint-audience';

/** Whom the complaint a record is of is hidden from, themselves or through a crew of theirs (W2.3). */
export async function recordHiddenFrom(tx: Transaction, recordId: string): Promise<Set<string>> {
  const parts = await tx.query<{ complaint_id: string }>('SELECT complaint_id FROM complaint_part WHERE object_id = $1', [recordId]);
  return new Set(parts.length > 0 ? await hiddenFrom(tx, parts.map((part) => part.complaint_id)) : []);
}
