import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lockFolder } from '@property-office/embedded';
import { throwawayFolder } from '../throwaway-folder';
import { signatureFaultOf, type S3Key } from './s3-signature';

export interface S3Asked {
  method: string;
  /** Of the object; empty: of the bucket. */
  name: string;
  query: URLSearchParams;
}

/** Instead of what was asked for. `reset`: no answer; `silence`: none ever; `half`: of an object, half of its bytes; `other`: keeps other bytes than it was given. */
export type S3Trouble = { status: number; code: string } | 'reset' | 'silence' | 'half' | 'other';

export interface S3Receiver {
  url: string;
  /** What an office is told to keep its attachments here. */
  env: Record<string, string>;
  /** All requests whose signature was right. */
  received: S3Asked[];
  trouble: ((asked: S3Asked) => S3Trouble | undefined) | undefined;
  /** Names in one answer of a list. */
  pageSize: number;
  /** None: it never kept any. Once it has, S3 lets it be `Suspended` and no more. */
  versioning: 'Enabled' | 'Suspended' | undefined;
  /** Bytes of objects that were given to somebody, or to their connection. */
  sent: number;
  /** Ends every connection, whatever is under way. */
  breakOff(): void;
  names(): string[];
  read(name: string): Buffer | undefined;
  /** As a fault of its disk would. */
  write(name: string, content: Uint8Array): void;
  remove(name: string): void;
  /** Says of an object that it was written then. */
  date(name: string, writtenAt: Date): void;
  stop(): Promise<void>;
}

const bucket = 'office-files';
const key: S3Key = { accessKeyId: 'office', secretAccessKey: 's3cret/with+signs', region: 'cn-east-1' };

/** A server that speaks as much S3 as the product asks for: it checks every signature, and that a body has the hash that was signed with it. */
export async function startS3Receiver(): Promise<S3Receiver> {
  const folder = throwawayFolder();
  // Other runs remove what nobody holds.
  const lock = await lockFolder(folder, { patienceMs: 5_000 });
  const fileOf = (name: string): string => join(folder, encodeURIComponent(name));
  const server = createServer((request, response) => void answer(request, response).catch(() => request.socket.destroy()));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, receiver.url);
    const fault = signatureFaultOf(request, url, key);
    if (fault !== undefined) return refuse(response, 403, fault);
    const [, first, ...rest] = url.pathname.split('/');
    if (first !== bucket) return refuse(response, 404, 'NoSuchBucket');
    const asked = { method: request.method!, name: rest.join('/'), query: url.searchParams };
    receiver.received.push(asked);
    const trouble = receiver.trouble?.(asked);
    if (trouble === 'silence') return;
    if (trouble === 'reset') return void request.socket.destroy();
    if (typeof trouble === 'object') return refuse(response, trouble.status, trouble.code);
    if (asked.name === '') return ofBucket(asked.query, response);
    switch (asked.method) {
      case 'PUT':
        return put(asked.name, request, response, trouble === 'other');
      case 'DELETE':
        rmSync(fileOf(asked.name), { force: true });
        return void response.writeHead(204).end();
      default:
        return read(asked, request, response, trouble === 'half');
    }
  }

  async function put(name: string, request: IncomingMessage, response: ServerResponse, keepsOther: boolean): Promise<void> {
    if (request.headers['content-length'] === undefined) return refuse(response, 411, 'MissingContentLength');
    const draft = join(folder, `${receiver.received.length}.draft`);
    const hash = createHash('sha256');
    request.on('data', (chunk: Buffer) => hash.update(chunk));
    try {
      await pipeline(request, createWriteStream(draft));
      if (hash.digest('hex') !== request.headers['x-amz-content-sha256']) return refuse(response, 400, 'XAmzContentSHA256Mismatch');
      if (keepsOther) writeFileSync(draft, 'something else');
      renameSync(draft, fileOf(name));
    } finally {
      rmSync(draft, { force: true });
    }
    response.writeHead(200, { etag: etagOf(name) }).end();
  }

  async function read({ method, name }: S3Asked, request: IncomingMessage, response: ServerResponse, breaksOff: boolean): Promise<void> {
    if (!existsSync(fileOf(name))) return refuse(response, 404, 'NoSuchKey', method === 'HEAD');
    const { size, mtime } = statSync(fileOf(name));
    const [, from = '0', to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const [first, last] = [Number(from), Math.min(Number(to ?? size), size - 1)];
    if (first >= size && to !== undefined) return refuse(response, 416, 'InvalidRange');
    response.writeHead(to === undefined ? 200 : 206, {
      etag: etagOf(name),
      'last-modified': mtime.toUTCString(),
      'content-length': last - first + 1,
      ...(to !== undefined && { 'content-range': `bytes ${first}-${last}/${size}` }),
    });
    if (method === 'HEAD') return void response.end();
    if (breaksOff) return void response.write(readFileSync(fileOf(name)).subarray(0, size >> 1), () => request.socket.destroy());
    const content = createReadStream(fileOf(name), { start: first, end: last });
    content.on('data', (chunk) => (receiver.sent += chunk.length));
    await pipeline(content, response);
  }

  function ofBucket(query: URLSearchParams, response: ServerResponse): void {
    if (query.has('versioning'))
      return say(response, 200, `<VersioningConfiguration>${receiver.versioning ? `<Status>${receiver.versioning}</Status>` : ''}</VersioningConfiguration>`);
    const left = receiver.names().filter((name) => name > (query.get('start-after') ?? ''));
    const named = left.slice(0, receiver.pageSize).map((name) => `<Contents><Key>${encodeURIComponent(name)}</Key><LastModified>${statSync(fileOf(name)).mtime.toISOString()}</LastModified></Contents>`);
    say(response, 200, `<ListBucketResult><IsTruncated>${left.length > receiver.pageSize}</IsTruncated>${named.join('')}</ListBucketResult>`);
  }

  const etagOf = (name: string): string => `"${createHash('md5').update(readFileSync(fileOf(name))).digest('hex')}"`;

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: S3Receiver = {
    url,
    env: {
      FILES_STORE: 's3',
      S3_ENDPOINT: url,
      S3_REGION: key.region,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: key.accessKeyId,
      S3_SECRET_ACCESS_KEY: key.secretAccessKey,
    },
    received: [],
    trouble: undefined,
    pageSize: 1_000,
    versioning: undefined,
    sent: 0,
    breakOff: () => server.closeAllConnections(),
    names: () => readdirSync(folder).map(decodeURIComponent).filter((name) => !name.endsWith('.draft')).toSorted(),
    read: (name) => (existsSync(fileOf(name)) ? readFileSync(fileOf(name)) : undefined),
    write: (name, content) => writeFileSync(fileOf(name), content),
    remove: (name) => rmSync(fileOf(name), { force: true }),
    date: (name, writtenAt) => utimesSync(fileOf(name), writtenAt, writtenAt),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          void lock.release().then(resolve);
        });
        server.closeAllConnections();
      }),
  };
  return receiver;
}

function refuse(response: ServerResponse, status: number, code: string, silently = false): void {
  say(response, status, silently ? '' : `<Error><Code>${code}</Code></Error>`);
}

function say(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(xml);
}
