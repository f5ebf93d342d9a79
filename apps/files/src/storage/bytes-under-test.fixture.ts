import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { startS3Receiver, throwawayFolder, type S3Receiver } from '@property-office/testing';
import { DiskBytes } from './disk-bytes';
import { DraftFolder } from './draft-folder';
import type { NamedBytes, Part } from './named-bytes';
import { S3Bytes } from './s3-bytes';
import type { S3Settings } from './s3-requests';
import { writeFile, type WrittenFile } from './written-file';

/** A place for bytes, empty, with drafts beside it. */
export class BytesUnderTest {
  private constructor(
    readonly folder: string,
    readonly drafts: DraftFolder,
    readonly bytes: NamedBytes,
    readonly s3: S3Receiver | undefined,
  ) {}

  static onDisk(): BytesUnderTest {
    const folder = throwawayFolder();
    const drafts = new DraftFolder(folder);
    return new BytesUnderTest(folder, drafts, new DiskBytes(folder, drafts), undefined);
  }

  /** @param change to how it is asked */
  static async onS3(change: Partial<S3Settings> = {}): Promise<BytesUnderTest> {
    const folder = throwawayFolder();
    const drafts = new DraftFolder(folder);
    const s3 = await startS3Receiver();
    const settings = readConfiguration(s3.env, platformVariables).s3 as S3Settings;
    return new BytesUnderTest(folder, drafts, new S3Bytes({ ...settings, ...change }, drafts), s3);
  }

  async close(): Promise<void> {
    await this.s3?.stop();
    rmSync(this.folder, { recursive: true });
  }

  async draft(content: string | AsyncIterable<Buffer>): Promise<WrittenFile> {
    return writeFile(await this.drafts.next(), typeof content === 'string' ? Readable.from([Buffer.from(content)]) : content);
  }

  /** Keeps a text under a name that nothing had. @returns the name */
  async kept(content: string): Promise<string> {
    const name = `aa/${randomUUID()}`;
    await this.bytes.put(name, await this.draft(content));
    return name;
  }

  /** @returns undefined where nothing has the name */
  async read(name: string, part?: Part): Promise<{ size: number; text: string } | undefined> {
    const opened = await this.bytes.open(name, part);
    return opened && { size: opened.size, text: (await buffer(opened.content)).toString() };
  }

  /** @param withinMs for how long that is waited for */
  remove(name: string, withinMs = 10_000): Promise<void> {
    return this.bytes.remove(name, AbortSignal.timeout(withinMs));
  }

  /** @param before ms; only what was written before then */
  async names(before?: number): Promise<string[]> {
    const names: string[] = [];
    for await (const name of this.bytes.names(before)) names.push(name);
    return names;
  }

  /** Says of what is kept that it was written then. */
  date(name: string, writtenAt: Date): void {
    if (this.s3) this.s3.date(name, writtenAt);
    else utimesSync(join(this.folder, name), writtenAt, writtenAt);
  }

  /** Names of drafts that nobody has removed. */
  left(): string[] {
    return readdirSync(join(this.folder, 'drafts'));
  }
}
