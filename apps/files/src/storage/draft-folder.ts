import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What is being written on this machine, and no attachment yet; whoever asks for a draft removes it. */
export class DraftFolder {
  private readonly folder: string;

  /** @param within where bytes of attachments lie, if they lie on this disk */
  constructor(private readonly within: string) {
    this.folder = join(within, 'drafts');
  }

  /** The path of a file that nobody has. */
  async next(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return join(this.folder, randomUUID());
  }

  holds(path: string): boolean {
    return path.startsWith(this.folder + sep);
  }

  /** Bytes that may still be written on its disk. */
  async room(): Promise<number> {
    await mkdir(this.within, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.within);
    return bavail * bsize;
  }

  /** Removes what a process left behind when it died. @param instant in ms */
  async removeBefore(instant: number): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) {
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < instant) await rm(path, { force: true });
    }
  }
}
