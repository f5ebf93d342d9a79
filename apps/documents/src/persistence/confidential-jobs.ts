import type { Confidentiality } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/** What is printed of a document that became confidential is, too. The document is locked. */
export function hidePrintJobs(tx: Transaction, documentId: string): void {
  tx.send(`UPDATE print_job SET confidentiality = 'confidential' WHERE document_id = $1`, [documentId]);
}

/** Of an incoming document that is to be printed: it becomes no other until COMMIT. Undefined of an outgoing one, which never does. */
export async function heldConfidentiality(tx: Transaction, documentId: string): Promise<Confidentiality | undefined> {
  return (await tx.query<{ confidentiality: Confidentiality }>('SELECT confidentiality FROM incoming_document WHERE id = $1 FOR SHARE', [documentId]))[0]?.confidentiality;
}
