import type { NoTextReason } from '@property-office/contracts';
import { foldedText, plainText, searchWords } from '@property-office/kernel';
import type { Database, Transaction } from '@property-office/persistence';

/** How far an attachment is read for the search. */
export interface ReadAttachment {
  attachmentId: string;
  state: 'waiting' | 'read' | 'none';
  reason: NoTextReason | null;
}

/** A text as the table keeps it: as excerpts show it, and as it is searched. */
export function searchedIn(text: string): { said: string; searchText: string; searchWords: string[] } {
  const said = plainText(text);
  const lower = foldedText(said);
  return { said, searchText: lower, searchWords: searchWords(lower) };
}

/** The body of a document as it is now: what it said before is not found. */
export function keepBody(tx: Transaction, documentId: string, body: string): void {
  const { said, searchText, searchWords: words } = searchedIn(body);
  tx.send(
    `INSERT INTO document_text (document_id, source_id, kind, state, said, search_text, search_words) VALUES ($1, $1, 'body', 'read', $2, $3, $4)
     ON CONFLICT (document_id, source_id) DO UPDATE SET said = $2, search_text = $3, search_words = $4`,
    [documentId, said, searchText, words],
  );
}

/** The attachments a document has now are to be read; those it has no more are not found. */
export function followAttachments(tx: Transaction, { id, attachmentIds }: { id: string; attachmentIds: string[] }): void {
  tx.send(`DELETE FROM document_text WHERE document_id = $1 AND kind = 'attachment' AND source_id <> ALL ($2)`, [id, attachmentIds]);
  tx.send(
    `INSERT INTO document_text (document_id, source_id, kind, state) SELECT $1, unnest($2::uuid[]), 'attachment', 'waiting' ON CONFLICT DO NOTHING`,
    [id, attachmentIds],
  );
}

/** In the order of the attachments. */
export async function readAttachments(database: Database, { id, attachmentIds }: { id: string; attachmentIds: string[] }): Promise<ReadAttachment[]> {
  const rows = await database.query<ReadAttachment & Record<string, unknown>>(
    `SELECT source_id AS "attachmentId", state, reason FROM document_text WHERE document_id = $1 AND kind = 'attachment' ORDER BY array_position($2::uuid[], source_id)`,
    [id, attachmentIds],
  );
  return rows.map(({ attachmentId, state, reason }) => ({ attachmentId, state, reason }));
}
