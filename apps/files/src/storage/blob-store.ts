import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, unlinkSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** What of an attachment is stored: itself, and of an image a small preview. */
export type Rendition = 'original' | 'thumbnail';

/** Of the bytes of all attachments. */
export function bytesFolder({ dataDir }: { dataDir: string }): string {
  return join(resolve(dataDir), 'files');
}

/** Below it: what is being written, and no attachment yet. */
export const draftsFolder = 'drafts';

const suffixes: Record<Rendition, string> = { original: '', thumbnail: '.thumbnail' };

/**
 * Bytes on disk, named by the SHA-256 of the original: `<folder>/<aa>/<sha256>`. A file appears whole under its name or
 * not at all, and is never changed. Equal content is stored once; what nobody refers to any more is removed under the
 * lock of its hash (Attachments).
 */
export class BlobStore {
  constructor(private readonly folder: string) {}

  /** Where something may be written that is not stored yet; whoever asks removes it. On the same disk as the rest. */
  async newDraft(): Promise<string> {
    await mkdir(this.drafts, { recursive: true, mode: 0o700 });
    return join(this.drafts, randomUUID());
  }

  /** Bytes that may still be written. */
  async room(): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  /** Stores a draft that has been synced; the draft stays. Resolves when the name is on the disk, too. */
  async keep(draft: string, sha256: string, rendition: Rendition): Promise<void> {
    const path = this.pathOf(sha256, rendition);
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    linkUnlessThere(draft, path);
    await syncFolder(dirname(path));
    if (made !== undefined) await syncFolder(this.folder);
  }

  /** Puts whole bytes in the place of damaged or missing ones; the draft, which has been synced, is gone then. */
  async replace(draft: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256, 'original');
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(draft, path);
    await syncFolder(dirname(path));
    await syncFolder(this.folder);
  }

  /** Puts back what was removed between `keep` and the lock; waits for nothing, so it may be called within a transaction. */
  keepAgain(draft: string, sha256: string, rendition: Rendition): void {
    linkUnlessThere(draft, this.pathOf(sha256, rendition));
  }

  /** Waits for nothing, so that it may be called while the hash is locked in a transaction. */
  remove(sha256: string): void {
    for (const rendition of Object.keys(suffixes) as Rendition[]) {
      const path = this.pathOf(sha256, rendition);
      if (existsSync(path)) unlinkSync(path);
    }
  }

  /** @returns undefined where there is no such rendition */
  async open(
    sha256: string,
    rendition: Rendition,
  ): Promise<{ handle: FileHandle; size: number } | undefined> {
    try {
      const handle = await open(this.pathOf(sha256, rendition), 'r');
      return { handle, size: (await handle.stat()).size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Removes drafts that a process left behind when it died. */
  async removeDraftsBefore(instant: number): Promise<void> {
    const names = await readdir(this.drafts).catch(() => []);
    for (const name of names) {
      const path = join(this.drafts, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < instant) await rm(path, { force: true });
    }
  }

  /** Where it lies, for who reads it as a file. */
  pathOf(sha256: string, rendition: Rendition): string {
    return join(this.folder, sha256.slice(0, 2), `${sha256}${suffixes[rendition]}`);
  }

  private get drafts(): string {
    return join(this.folder, draftsFolder);
  }
}

function linkUnlessThere(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
