import { derivedId } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';
import { setTimer } from '@property-office/timers';
import sharp from 'sharp';
import { unclaimedMs } from '../domain/claim';
import { expiryTimer } from '../features/discard-unclaimed/expiry-timer';
import { ImageConverter } from '../images/image-converter';
import { insertAttachment, lockAttachments } from '../persistence/attachments';
import type { BlobStore } from '../storage/blob-store';
import { Drafts } from '../storage/drafts';
import { syncFile } from '../storage/written-file';

const mediaType = 'image/jpeg';
const size = { width: 640, height: 480 };
/** Paper on a board: what was posted is posted. */
const paper = { create: { width: 300, height: 400, channels: 3, background: '#f6f4ec' } } as const;

/**
 * A picture somebody of the demonstration has uploaded (DEMO=1), as anybody's: re-encoded, and gone after a day unless an event names it.
 * @returns its id; the same one for the same person, who has one
 */
export async function seedDemoPicture(database: Database, store: BlobStore, uploaderId: string): Promise<string> {
  const id = derivedId('demo-picture', uploaderId);
  const drafts = new Drafts(store.drafts);
  try {
    const [taken, image, thumbnail] = [await drafts.next(), await drafts.next(), await drafts.next()];
    const board = sharp({ create: { ...size, channels: 3, background: '#7a5a3a' } });
    await board.composite([{ input: paper, gravity: 'centre' }]).jpeg().toFile(taken);
    const measures = await new ImageConverter().convert(uploaderId, taken, mediaType, { image, thumbnail });
    const [original, preview] = [await syncFile(image), await syncFile(thumbnail)];
    const { sha256 } = original;
    await store.keep(original, sha256, 'original');
    await store.keep(preview, sha256, 'thumbnail');
    await database.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('demo picture', 0))`);
      if ((await lockAttachments(tx, [id])).has(id)) return;
      const expiresAt = new Date(tx.now.getTime() + unclaimedMs);
      insertAttachment(tx, { id, uploaderId, name: '公告栏.jpg', mediaType, size: original.size, ...measures, sha256, expiresAt, linkedTo: [] });
      setTimer(tx, expiryTimer(id, expiresAt));
    });
    return id;
  } finally {
    await drafts.discard();
  }
}
