import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { DraftFolder } from './draft-folder';
import type { NamedBytes, OpenedBytes, Part } from './named-bytes';
import type { WrittenFile } from './written-file';

/** Files below a folder, on the disk of the drafts: a draft becomes one by another name for it. */
export class DiskBytes implements NamedBytes {
  constructor(
    private readonly folder: string,
    private readonly drafts: DraftFolder,
  ) {}

  async put(name: string, { path }: WrittenFile): Promise<void> {
    await this.place(name, (to) => link(path, to).catch(unless('EEXIST')));
  }

  async replace(name: string, { path }: WrittenFile): Promise<void> {
    // A name of its own for the draft: whoever made that removes it.
    const another = await this.drafts.next();
    await link(path, another);
    await this.place(name, (to) => rename(another, to));
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  async open(name: string, part?: Part): Promise<OpenedBytes | undefined> {
    const handle = await open(this.pathOf(name), 'r').catch(unless('ENOENT'));
    if (!handle) return undefined;
    const { size } = await handle.stat();
    const content = handle.createReadStream(part && { start: part.from, end: part.from + part.length - 1 });
    return { size, content };
  }

  async markOf(name: string): Promise<string | undefined> {
    const found = await stat(this.pathOf(name)).catch(unless('ENOENT'));
    return found && `${found.ino} ${found.size} ${found.mtimeMs}`;
  }

  async *names(before = Infinity): AsyncGenerator<string> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(unless('ENOENT'));
    const paths = (entries ?? []).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.filter((each) => !this.drafts.holds(each)).toSorted()) if (await isOlder(path, before)) yield relative(this.folder, path);
  }

  async withFile<T>(name: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
    const path = this.pathOf(name);
    return (await stat(path).catch(unless('ENOENT'))) && read(path);
  }

  /** Whether there is room and a right to write, each writing finds out. */
  requireFit(): Promise<void> {
    return Promise.resolve();
  }

  /** Resolves when the name is on the disk, too, and that of its folder. */
  private async place(name: string, work: (to: string) => Promise<unknown>): Promise<void> {
    const to = this.pathOf(name);
    const made = await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await work(to);
    await syncFolder(dirname(to));
    if (made !== undefined) await syncFolder(this.folder);
  }

  private pathOf(name: string): string {
    return join(this.folder, name);
  }
}

/** Of all ages nothing is asked. What is gone meanwhile is none. */
async function isOlder(path: string, before: number): Promise<boolean> {
  if (before === Infinity) return true;
  const found = await stat(path).catch(unless('ENOENT'));
  return found !== undefined && found.mtimeMs < before;
}

function unless(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error;
    return undefined;
  };
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
