import type { AttachmentText } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import type { FileText } from '../texts/text-extractor';
import { isReferredTo, lockContent } from './attachments';

/** What was read of a content; undefined: nobody has read it yet, or has before pages were counted. */
export async function textOf(database: Database, sha256: string): Promise<AttachmentText | undefined> {
  const [row] = await database.query<{ told: AttachmentText }>(
    `SELECT CASE WHEN reason IS NULL THEN jsonb_build_object('state', 'read', 'text', said) ELSE jsonb_build_object('state', 'none', 'reason', reason) END
       || jsonb_build_object('pages', pages) AS told
     FROM content_text WHERE sha256 = $1 AND counted`,
    [sha256],
  );
  return row?.told;
}

/** For as long as there is an attachment of this content: of bytes that are just being removed nothing is kept. PostgreSQL keeps no NUL. */
export function keepText(database: Database, sha256: string, text: FileText): Promise<void> {
  const [said, reason] = text.state === 'read' ? [text.text.toWellFormed().replaceAll('\0', ''), null] : [null, text.reason];
  return database.transaction(async (tx) => {
    await lockContent(tx, sha256, 'shared');
    if (!(await isReferredTo(tx, sha256))) return;
    const values = [sha256, said, reason, text.pages];
    tx.send(
      `INSERT INTO content_text (sha256, said, reason, pages, counted, read_at) VALUES ($1, $2, $3, $4, true, platform.now())
       ON CONFLICT (sha256) DO UPDATE SET said = $2, reason = $3, pages = $4, counted = true, read_at = platform.now() WHERE NOT content_text.counted`,
      values,
    );
  });
}

export function forgetText(tx: Transaction, sha256: string): void {
  tx.send('DELETE FROM content_text WHERE sha256 = $1', [sha256]);
}
