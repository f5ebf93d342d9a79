import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { copyIn, copyOut, type Table } from './tables';

/** What of a table's rows is compared. */
export interface Content {
  rows: number;
  sha256: string;
}

/** Fast; rows of JSON shrink to a fifth at any level. */
const level = 4;

/** Writes a table's rows to a file, compressed, and on the disk when it resolves. */
export async function saveTable(client: Client, table: Table, path: string): Promise<Content> {
  const rows = client.query(copyTo(copyOut(table)));
  const hash = new Hashing();
  await pipeline(rows, hash, createGzip({ level }), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  await syncFile(path);
  return { rows: hash.lines, sha256: hash.digest() };
}

/** What `saveTable` would write, without writing it. */
export async function hashTable(client: Client, table: Table): Promise<Content> {
  const hash = new Hashing();
  await pipeline(client.query(copyTo(copyOut(table))), hash, nowhere());
  return { rows: hash.lines, sha256: hash.digest() };
}

/** Fills a table from such a file. */
export async function fillTable(client: Client, table: Pick<Table, 'schema' | 'table' | 'columns'>, path: string): Promise<void> {
  await pipeline(createReadStream(path), createGunzip(), client.query(copyFrom(copyIn(table))));
}

/** Of the rows in such a file. @throws where it is damaged */
export async function hashSaved(path: string): Promise<string> {
  const hash = new Hashing();
  await pipeline(createReadStream(path), createGunzip(), hash, nowhere());
  return hash.digest();
}

export async function hashFile(path: string): Promise<string> {
  const hash = new Hashing();
  await pipeline(createReadStream(path), hash, nowhere());
  return hash.digest();
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const newline = 0x0a;

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Passes on what it is given, and knows its SHA-256 and how many lines it has: COPY writes a row a line. */
export class Hashing extends Transform {
  private readonly hash = createHash('sha256');
  lines = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) this.lines++;
    done(null, chunk);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
