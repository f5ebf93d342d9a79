import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ContentDamage } from '@property-office/contracts';

export type Found = 'whole' | ContentDamage;

/**
 * Reads a file, a chunk at a time, and compares its hash.
 * @throws where nothing can be said: too many files are open, say, or `stopping` came first
 */
export async function bytesFound(path: string, sha256: string, stopping?: AbortSignal): Promise<Found> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { ...(stopping && { signal: stopping }) })) hash.update(chunk as Buffer);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'missing';
    // The disk cannot read it any more.
    if (code === 'EIO') return 'damaged';
    throw error;
  }
  return hash.digest('hex') === sha256 ? 'whole' : 'damaged';
}
