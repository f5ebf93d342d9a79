import type { ContentFixity } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import type { Found } from '../fixity/bytes-found';

/** What was found since then; undefined: nobody has looked. */
export async function fixitySince(database: Database, sha256: string, since: Date): Promise<ContentFixity | undefined> {
  const [row] = await database.query<{ found: Found; checkedAt: Date }>(
    'SELECT found, checked_at AS "checkedAt" FROM content_fixity WHERE sha256 = $1 AND checked_at >= $2',
    [sha256, since],
  );
  return row && { state: row.found, checkedAt: row.checkedAt.toISOString() };
}

/** For as long as there is an attachment of this content, which is locked. Of two who looked, the one who began later is right. */
export function keepFixity(tx: Transaction, sha256: string, found: Found, checkedAt: Date): void {
  tx.send(
    `INSERT INTO content_fixity (sha256, found, checked_at) SELECT $1, $2, $3::timestamptz WHERE EXISTS (SELECT 1 FROM attachment WHERE sha256 = $1)
     ON CONFLICT (sha256) DO UPDATE SET found = excluded.found, checked_at = excluded.checked_at WHERE content_fixity.checked_at <= excluded.checked_at`,
    [sha256, found, checkedAt],
  );
}

/** Found damaged or missing, and not found whole since. */
export async function isQuarantined(database: Database, sha256: string): Promise<boolean> {
  return (await database.query(`SELECT 1 FROM content_fixity WHERE sha256 = $1 AND found <> 'whole'`, [sha256])).length > 0;
}

export function forgetFixity(tx: Transaction, sha256: string): void {
  tx.send('DELETE FROM content_fixity WHERE sha256 = $1', [sha256]);
}
