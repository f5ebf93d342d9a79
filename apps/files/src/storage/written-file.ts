import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Whole and on the disk. */
export interface WrittenFile {
  path: string;
  size: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

/** Writes a stream to a new file, hashing it on the way; resolves when it is on the disk. Holds one chunk at a time. */
export async function writeFile(path: string, content: AsyncIterable<Buffer>): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { path, size, sha256: hash.digest('hex') };
}

/** What somebody else has written: hashed, and brought to the disk. */
export async function syncFile(path: string): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { path, size, sha256: hash.digest('hex') };
}
