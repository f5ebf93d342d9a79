import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { DraftFolder } from './draft-folder';
import { Drafts } from './drafts';
import type { NamedBytes, OpenedBytes } from './named-bytes';
import { writeFile, type WrittenFile } from './written-file';

/** What of an attachment is stored: itself, and of an image a small preview. */
export type Rendition = 'original' | 'thumbnail';

const suffixes: Record<Rendition, string> = { original: '', thumbnail: '.thumbnail' };

/**
 * Bytes of attachments, named by the SHA-256 of the original: `<aa>/<sha256>`. Equal content is stored once; what nobody refers to any more is
 * removed under the lock of its hash (Attachments). Where they lie, disk or S3, `NamedBytes` knows.
 */
export class BlobStore {
  constructor(
    readonly drafts: DraftFolder,
    private readonly bytes: NamedBytes,
  ) {}

  /** Stores a draft that has been synced; the draft stays. Repeatable, and so done again once nobody may remove it (Attachments). */
  keep(draft: WrittenFile, sha256: string, rendition: Rendition): Promise<void> {
    return this.bytes.put(nameOf(sha256, rendition), draft);
  }

  /** Resolves when no rendition is there any more. */
  async remove(sha256: string): Promise<void> {
    await Promise.all((Object.keys(suffixes) as Rendition[]).map((rendition) => this.bytes.remove(nameOf(sha256, rendition))));
  }

  /** @returns undefined where there is no such rendition */
  open(sha256: string, rendition: Rendition): Promise<OpenedBytes | undefined> {
    return this.bytes.open(nameOf(sha256, rendition));
  }

  /** Some bytes of an original; none past its end. @returns undefined where it is not there */
  async read(sha256: string, from: number, length: number): Promise<{ size: number; part: Buffer } | undefined> {
    const opened = await this.bytes.open(nameOf(sha256, 'original'), { from, length });
    return opened && { size: opened.size, part: await buffer(opened.content) };
  }

  /** Lets somebody read an original who reads files only. @returns undefined where it is not there */
  withFile<T>(sha256: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
    return this.bytes.withFile(nameOf(sha256, 'original'), read);
  }

  /** Another one whenever an original has other bytes. @returns undefined where it is not there */
  markOf(sha256: string): Promise<string | undefined> {
    return this.bytes.markOf(nameOf(sha256, 'original'));
  }

  /** Takes the bytes of an original from a copy, if they have its hash; else nothing is touched. @returns false where the copy has others */
  restore(sha256: string, copy: string): Promise<boolean> {
    return this.takeIn(copy, sha256, (draft) => this.bytes.replace(nameOf(sha256, 'original'), draft));
  }

  /** For whoever saves all of it: the names of all that is kept, as `NamedBytes` has them. */
  names(): AsyncIterable<string> {
    return this.bytes.names();
  }

  /** @returns undefined where nothing has that name */
  async openNamed(name: string): Promise<OpenedBytes['content'] | undefined> {
    return (await this.bytes.open(name))?.content;
  }

  /** Puts a copy back under its name. @param sha256 of the copy @returns false where the copy has other bytes */
  putBack(name: string, copy: string, sha256: string): Promise<boolean> {
    return this.takeIn(copy, sha256, (draft) => this.bytes.put(name, draft));
  }

  requireFit(): Promise<void> {
    return this.bytes.requireFit();
  }

  private async takeIn(copy: string, sha256: string, work: (draft: WrittenFile) => Promise<void>): Promise<boolean> {
    const drafts = new Drafts(this.drafts);
    try {
      const draft = await writeFile(await drafts.next(), createReadStream(copy));
      if (draft.sha256 !== sha256) return false;
      await work(draft);
      return true;
    } finally {
      await drafts.discard();
    }
  }
}

function nameOf(sha256: string, rendition: Rendition): string {
  return `${sha256.slice(0, 2)}/${sha256}${suffixes[rendition]}`;
}
