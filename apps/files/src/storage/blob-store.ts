import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { DraftFolder } from './draft-folder';
import { Drafts } from './drafts';
import type { NamedBytes, OpenedBytes } from './named-bytes';
import { writeFile, type WrittenFile } from './written-file';

/** What of an attachment is stored: itself, and of an image a small preview. */
export type Rendition = 'original' | 'thumbnail';

const suffixes: Record<Rendition, string> = { original: '', thumbnail: '.thumbnail' };
const renditions = Object.keys(suffixes) as Rendition[];
const named = /^([0-9a-f]{2})\/(\1[0-9a-f]{62})(?:\.thumbnail)?$/;

/** For how long a removal is waited for: PostgreSQL frees the lock of a content whose transaction is idle for `idleInTransactionMs`. */
const removedWithinMs = 10_000;
/** For how long an upload asks in its transaction whether its bytes are there. */
const foundWithinMs = 3_000;

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

  /** Whether these renditions are there, all of them. For who has locked the content. */
  async has(sha256: string, wanted: readonly Rendition[]): Promise<boolean> {
    const within = AbortSignal.timeout(foundWithinMs);
    const marks = await Promise.all(wanted.map((rendition) => this.bytes.markOf(nameOf(sha256, rendition), within)));
    return !marks.includes(undefined);
  }

  /**
   * Resolves when no rendition is there any more. For who has locked the content alone: when it ends, however it does, nothing of it is on its
   * way any more that would remove what somebody stores next.
   */
  async remove(sha256: string): Promise<void> {
    const within = AbortSignal.timeout(removedWithinMs);
    const ended = await Promise.allSettled(renditions.map((rendition) => this.bytes.remove(nameOf(sha256, rendition), within)));
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
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

  /** The hashes of contents of which something was written before then, and nothing that is no content of ours. @param before ms */
  async *contents(before: number): AsyncGenerator<string> {
    for await (const name of this.bytes.names(before)) {
      const sha256 = named.exec(name)?.[2];
      if (sha256 !== undefined) yield sha256;
    }
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
