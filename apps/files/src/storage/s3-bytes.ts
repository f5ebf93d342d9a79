import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { away, whyAway } from './away';
import type { DraftFolder } from './draft-folder';
import { Drafts } from './drafts';
import type { NamedBytes, OpenedBytes, Part } from './named-bytes';
import { refusalOf, S3Requests, saidBy, type S3Settings } from './s3-requests';
import { writeFile, type WrittenFile } from './written-file';

/**
 * Objects of a bucket that is ours alone. An object appears whole, by one PUT of a draft on this disk whose hash is signed with it, and counts as kept
 * when it was read back and has that hash. What is destroyed has to be gone (W4.4): nothing is kept in a bucket that keeps, or has kept, versions.
 */
export class S3Bytes implements NamedBytes {
  private readonly requests: S3Requests;
  private wasFit = false;

  constructor(
    settings: S3Settings,
    private readonly drafts: DraftFolder,
  ) {
    this.requests = new S3Requests(settings);
  }

  async put(name: string, file: WrittenFile): Promise<void> {
    if ((await this.markOf(name)) === undefined) await this.replace(name, file);
  }

  async replace(name: string, { path, size, sha256 }: WrittenFile): Promise<void> {
    if (!this.wasFit) await this.requireFitTo('PUT');
    const body = { sha256, stream: () => createReadStream(path) };
    const answer = await this.requests.send({ method: 'PUT', name, headers: { 'content-length': String(size) }, body });
    if (answer.statusCode >= 300) throw away('S3 PUT', await refusalOf(answer));
    await answer.body.dump();
    const kept = await this.hashOf(name);
    if (kept !== sha256) throw away('S3 PUT', new Error(kept === undefined ? 'what was given is not there' : 'other bytes are kept than were given'));
  }

  async remove(name: string, within: AbortSignal): Promise<void> {
    await this.requireFitTo('DELETE', within);
    const answer = await this.requests.send({ method: 'DELETE', name, within });
    if (answer.statusCode === 404) return requireNoObject(await refusalOf(answer), 'DELETE');
    await answer.body.dump();
  }

  async open(name: string, part?: Part): Promise<OpenedBytes | undefined> {
    const headers: Record<string, string> = part ? { range: `bytes=${part.from}-${part.from + part.length - 1}` } : {};
    const answer = await this.requests.send({ method: 'GET', name, headers });
    if (answer.statusCode === 404) return requireNoObject(await refusalOf(answer), 'GET');
    if (answer.statusCode === 416) return this.pastTheEnd(name, answer.body);
    const whole = /\/(\d+)$/.exec(String(answer.headers['content-range']))?.[1] ?? answer.headers['content-length'];
    return { size: Number(whole), content: tellingWhy(answer.body) };
  }

  async markOf(name: string, within?: AbortSignal): Promise<string | undefined> {
    const answer = await this.requests.send({ method: 'HEAD', name, within });
    await answer.body.dump();
    const { etag, 'last-modified': modified, 'content-length': size } = answer.headers;
    return answer.statusCode === 404 ? undefined : `${String(etag)} ${String(size)} ${String(modified)}`;
  }

  async *names(before = Infinity): AsyncGenerator<string> {
    for (let last = ''; ; ) {
      const query = { 'list-type': '2', 'encoding-type': 'url', ...(last !== '' && { 'start-after': last }) };
      const answer = await this.requests.send({ method: 'GET', query });
      if (answer.statusCode >= 300) throw away('S3 LIST', await refusalOf(answer));
      const said = await saidBy(answer);
      const listed = [...said.matchAll(/<Contents>.*?<\/Contents>/gs)].map(([object]) => ({
        name: decodeURIComponent(elementOf(object, 'Key').replaceAll('+', ' ')),
        writtenAt: Date.parse(elementOf(object, 'LastModified')),
      }));
      for (const { name, writtenAt } of listed) if (before === Infinity || writtenAt < before) yield name;
      if (!said.includes('<IsTruncated>true</IsTruncated>') || listed.length === 0) return;
      last = listed.at(-1)!.name;
    }
  }

  async withFile<T>(name: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
    const opened = await this.open(name);
    if (!opened) return undefined;
    const drafts = new Drafts(this.drafts);
    try {
      const { path } = await writeFile(await drafts.next(), opened.content);
      return await read(path);
    } finally {
      await drafts.discard();
    }
  }

  /** Of a bucket that never kept versions S3 says no status; `Suspended` leaves those it has, and a removal adds a marker alone. */
  async requireFit(within?: AbortSignal): Promise<void> {
    this.wasFit = false;
    const answer = await this.requests.send({ method: 'GET', query: { versioning: '' }, within });
    if (answer.statusCode >= 300) throw away('S3 GET versioning', await refusalOf(answer));
    if ((await saidBy(answer)).includes('<Status>'))
      throw new Error('the bucket S3_BUCKET keeps versions, or has kept them: what is destroyed would stay in it. S3 knows no way back: take another bucket');
    this.wasFit = true;
  }

  /** While the office works, whoever asks is told to come again: what is to be destroyed waits until there is a bucket where it can be. */
  private async requireFitTo(method: string, within?: AbortSignal): Promise<void> {
    await this.requireFit(within).catch((error: Error) => {
      throw whyAway(error) === undefined ? away(`S3 ${method}`, error) : error;
    });
  }

  private async hashOf(name: string): Promise<string | undefined> {
    const opened = await this.open(name);
    if (!opened) return undefined;
    const hash = createHash('sha256');
    for await (const chunk of opened.content) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }

  /** No byte; how many there are is not said with a refusal. */
  private async pastTheEnd(name: string, refused: Readable): Promise<OpenedBytes | undefined> {
    refused.resume();
    const answer = await this.requests.send({ method: 'HEAD', name });
    await answer.body.dump();
    return answer.statusCode === 404 ? undefined : { size: Number(answer.headers['content-length']), content: Readable.from([]) };
  }
}

/** @returns empty where a server says none */
function elementOf(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}

/** 404 is said of a bucket that is not there, too. */
function requireNoObject(refusal: Error, method: string): undefined {
  if (!refusal.message.endsWith('NoSuchKey')) throw away(`S3 ${method}`, refusal);
}

/** A connection that breaks while it is read is the store away, not a fault of ours. */
function tellingWhy(body: Readable): Readable {
  const content = new PassThrough();
  // It may break before anybody reads it; who does then is told.
  content.on('error', () => undefined);
  body.on('error', (error) => content.destroy(away('S3 GET', error)));
  content.once('close', () => body.destroy());
  return body.pipe(content);
}
