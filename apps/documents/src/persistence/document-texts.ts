import type { NoTextReason } from '@property-office/contracts';
import { newId, searchedIn } from '@property-office/kernel';
import type { Database, Transaction } from '@property-office/persistence';

/** What a text is to the paper it belongs to. `handling`: what was written while that was handled. */
export const textKinds = ['body', 'handling', 'attachment'] as const;
export type TextKind = (typeof textKinds)[number];

/** How far an attachment is read for the search. */
export interface ReadAttachment {
  attachmentId: string;
  state: 'waiting' | 'read' | 'none';
  reason: NoTextReason | null;
  /** As files counted them. */
  pages: number | null;
}

/** The body of a document or directive as it is now: what it said before is not found. */
export function keepBody(tx: Transaction, documentId: string, body: string): void {
  keepText(tx, { documentId, sourceId: documentId, kind: 'body' }, body);
}

/** What is written on the handling sheet of an incoming document now, which has no body but its attachments: what was taken back is not found. */
export function keepHandling(tx: Transaction, documentId: string, written: string): void {
  if (written === '') tx.send('DELETE FROM document_text WHERE document_id = $1 AND source_id = $1', [documentId]);
  else keepText(tx, { documentId, sourceId: documentId, kind: 'handling' }, written);
}

/** One more remark that stays as it is. */
export function keepRemark(tx: Transaction, documentId: string, remark: string): void {
  keepText(tx, { documentId, sourceId: newId(), kind: 'handling' }, remark);
}

function keepText(tx: Transaction, { documentId, sourceId, kind }: { documentId: string; sourceId: string; kind: TextKind }, text: string): void {
  const { said, searchText, searchWords: words } = searchedIn(text);
  tx.send(
    `INSERT INTO document_text (document_id, source_id, kind, state, said, search_text, search_words) VALUES ($1, $2, $3, 'read', $4, $5, $6)
     ON CONFLICT (document_id, source_id) DO UPDATE SET said = $4, search_text = $5, search_words = $6 WHERE document_text.said <> $4`,
    [documentId, sourceId, kind, said, searchText, words],
  );
}

/** The attachments a document, a directive or mail has now are to be read; those it has no more are not found. */
export function followAttachments(tx: Transaction, { id, attachmentIds }: { id: string; attachmentIds: string[] }): void {
  tx.send(`DELETE FROM document_text WHERE document_id = $1 AND kind = 'attachment' AND source_id <> ALL ($2)`, [id, attachmentIds]);
  tx.send(
    `INSERT INTO document_text (document_id, source_id, kind, state) SELECT $1, unnest($2::uuid[]), 'attachment', 'waiting' ON CONFLICT DO NOTHING`,
    [id, attachmentIds],
  );
}

/** Each of the attachments, in their order: also one that nobody follows yet, of what a process of the version before wrote. */
export async function readAttachments(database: Database, { id, attachmentIds }: { id: string; attachmentIds: string[] }): Promise<ReadAttachment[]> {
  const rows = await database.query<ReadAttachment & Record<string, unknown>>(
    `SELECT a.id AS "attachmentId", coalesce(t.state, 'waiting') AS state, t.reason, t.pages FROM unnest($2::uuid[]) WITH ORDINALITY a (id, n)
     LEFT JOIN document_text t ON t.document_id = $1 AND t.source_id = a.id AND t.kind = 'attachment' ORDER BY a.n`,
    [id, attachmentIds],
  );
  return rows.map(({ attachmentId, state, reason, pages }) => ({ attachmentId, state, reason, pages }));
}
