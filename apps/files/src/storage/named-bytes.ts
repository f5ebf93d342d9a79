import type { Readable } from 'node:stream';
import type { WrittenFile } from './written-file';

/** What lies under a name, from the byte on that was asked for. Whoever opens it reads or destroys `content`. */
export interface OpenedBytes {
  /** Of all of it, in bytes. */
  size: number;
  content: Readable;
}

/** Bytes from the first on, so many at most. */
export interface Part {
  from: number;
  length: number;
}

/**
 * Where bytes of attachments are kept: a disk or S3. They have names of letters, digits, dots and slashes, appear whole or not at all, and are never
 * changed: added, removed, and replaced where they were damaged.
 * Every method throws unavailable (503) where the place cannot be reached.
 */
export interface NamedBytes {
  /** Keeps a copy of a file unless something has the name; resolves when it outlives a loss of power. Repeatable. */
  put(name: string, file: WrittenFile): Promise<void>;
  /** The same in the place of whatever has the name. Where other bytes are kept than were given, it throws, and whoever has that content alone removes them. */
  replace(name: string, file: WrittenFile): Promise<void>;
  /** Resolves when nothing has the name any more. @param within aborted: nobody waits any longer, and nothing is on its way */
  remove(name: string, within: AbortSignal): Promise<void>;
  /** @returns undefined where nothing has the name */
  open(name: string, part?: Part): Promise<OpenedBytes | undefined>;
  /** Another one whenever there are other bytes. @param within as of `remove` @returns undefined where nothing has the name */
  markOf(name: string, within?: AbortSignal): Promise<string | undefined>;
  /** Whatever is kept, one name after the other. @param before ms; only what was written before then */
  names(before?: number): AsyncIterable<string>;
  /** Lets somebody read it who reads files only. @returns undefined where nothing has the name */
  withFile<T>(name: string, read: (path: string) => Promise<T>): Promise<T | undefined>;
  /** @throws where nothing may be kept here, however long one waits */
  requireFit(): Promise<void>;
}
