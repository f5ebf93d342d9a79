import type { AttachedObject, AttachmentsDescribed } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import type { Claimable } from '../domain/claim';
import type { MediaType } from '../domain/media-type';

export interface Attachment extends Claimable {
  id: string;
  name: string;
  mediaType: MediaType;
  size: number;
  width: number | null;
  height: number | null;
  sha256: string;
}

interface Row {
  id: string;
  uploader_id: string;
  name: string;
  media_type: MediaType;
  size: number;
  width: number | null;
  height: number | null;
  sha256: string;
  expires_at: Date | null;
  linked_to: AttachedObject[];
}

const select = `
  SELECT a.*, (SELECT coalesce(jsonb_agg(jsonb_build_object('type', l.object_type, 'id', l.object_id)), '[]')
               FROM attachment_link l WHERE l.attachment_id = a.id) AS linked_to
  FROM attachment a`;

/** @returns undefined also for one that has expired and is only not removed yet */
export async function findAttachment(database: Database, id: string): Promise<Attachment | undefined> {
  const [row] = await database.query<Row>(
    `${select} WHERE a.id = $1 AND (a.expires_at IS NULL OR a.expires_at > platform.now())`,
    [id],
  );
  return row && attachmentOf(row);
}

/** Those that are still there, in any order. */
export function describeAttachments(database: Database, ids: readonly string[]): Promise<AttachmentsDescribed['attachments']> {
  return database.query<AttachmentsDescribed['attachments'][number] & Record<string, unknown>>(
    'SELECT id, name, media_type AS "mediaType", sha256, size FROM attachment WHERE id = ANY ($1) AND (expires_at IS NULL OR expires_at > platform.now())',
    [ids],
  );
}

/**
 * Those that exist, locked until COMMIT, always in the order of their ids. Read by the next statement: the one that locks would show their
 * links as they were before it waited.
 */
export async function lockAttachments(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Attachment>> {
  tx.send('SELECT 1 FROM attachment WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
  const rows = await tx.query<Row>(`${select} WHERE a.id = ANY ($1)`, [ids]);
  return new Map(rows.map((row) => [row.id, attachmentOf(row)]));
}

export function insertAttachment(tx: Transaction, attachment: Attachment): void {
  const { id, uploaderId, name, mediaType, size, width, height, sha256, expiresAt } = attachment;
  tx.send(
    `INSERT INTO attachment (id, uploader_id, name, media_type, size, width, height, sha256, uploaded_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, uploaderId, name, mediaType, size, width, height, sha256, tx.now, expiresAt],
  );
}

export function claimAttachments(
  tx: Transaction,
  ids: readonly string[],
  { type, id }: AttachedObject,
  expiresAt: Date,
): void {
  tx.send(
    'UPDATE attachment SET claimed_type = $2, claimed_id = $3, expires_at = $4 WHERE id = ANY ($1) AND expires_at IS NOT NULL',
    [ids, type, id, expiresAt],
  );
}

/** Keeps attachments for good, unless the object is destroyed by now. Those that are gone are left out. @returns the ids of those linked */
export async function linkAttachments(
  tx: Transaction,
  ids: readonly string[],
  { type, id }: AttachedObject,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE attachment SET expires_at = NULL
     WHERE id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM wiped_object w WHERE w.object_type = $2 AND w.object_id = $3) RETURNING id`,
    [ids, type, id],
  );
  const found = rows.map((row) => row.id);
  tx.send(
    `INSERT INTO attachment_link (attachment_id, object_type, object_id, linked_at)
     SELECT unnest($1::uuid[]), $2, $3, $4 ON CONFLICT DO NOTHING`,
    [found, type, id, tx.now],
  );
  return found;
}

export function deleteAttachment(tx: Transaction, id: string): void {
  tx.send('DELETE FROM attachment WHERE id = $1', [id]);
}

/**
 * Holds a content until COMMIT: whoever adds a reference to it shares it with others who do, whoever removes its bytes
 * has it alone.
 */
export async function lockContent(tx: Transaction, sha256: string, how: 'shared' | 'alone'): Promise<void> {
  const lock = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`SELECT ${lock}(('x' || $1)::bit(64)::bigint)`, [sha256.slice(0, 16)]);
}

export async function isReferredTo(on: Database | Transaction, sha256: string): Promise<boolean> {
  return (await on.query('SELECT 1 FROM attachment WHERE sha256 = $1 LIMIT 1', [sha256])).length > 0;
}

/** Those of some hashes that no upload has. */
export async function unreferredOf(database: Database, hashes: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ sha256: string }>(
    'SELECT s.sha256 FROM unnest($1::text[]) AS s (sha256) WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = s.sha256)',
    [hashes],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** What has some bytes: objects, or uploads that nothing has yet. Whoever asks has them alone. @returns undefined: nobody */
export async function holdersOf(tx: Transaction, sha256: string): Promise<AttachedObject[] | undefined> {
  if (!(await isReferredTo(tx, sha256))) return undefined;
  return tx.query<AttachedObject & Record<string, unknown>>(
    `SELECT DISTINCT l.object_type AS type, l.object_id AS id FROM attachment a JOIN attachment_link l ON l.attachment_id = a.id WHERE a.sha256 = $1 ORDER BY 1, 2`,
    [sha256],
  );
}

function attachmentOf(row: Row): Attachment {
  return {
    id: row.id,
    uploaderId: row.uploader_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    width: row.width,
    height: row.height,
    sha256: row.sha256,
    expiresAt: row.expires_at,
    linkedTo: row.linked_to,
  };
}
