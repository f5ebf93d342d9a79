import { createHash } from 'node:crypto';
import { addAbortSignal } from 'node:stream';
import type { ContentDamage } from '@property-office/contracts';
import type { BlobStore } from '../storage/blob-store';

export type Found = 'whole' | ContentDamage;

/**
 * Reads an original, a chunk at a time, and compares its hash.
 * @throws where nothing can be said: too many files are open, say, the store is away, or `stopping` came first
 */
export async function bytesFound(store: BlobStore, sha256: string, stopping?: AbortSignal): Promise<Found> {
  const opened = await store.open(sha256, 'original');
  if (!opened) return 'missing';
  if (stopping) addAbortSignal(stopping, opened.content);
  const hash = createHash('sha256');
  try {
    for await (const chunk of opened.content) hash.update(chunk as Buffer);
  } catch (error) {
    // The disk cannot read it any more.
    if ((error as NodeJS.ErrnoException).code === 'EIO') return 'damaged';
    throw error;
  }
  return hash.digest('hex') === sha256 ? 'whole' : 'damaged';
}
