import { statSync } from 'node:fs';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FolderHolder {
  pid: number;
  startedAt: string;
  command: string;
}

export class FolderInUseError extends Error {
  constructor(
    readonly folder: string,
    readonly holder: FolderHolder | undefined,
  ) {
    const who = holder
      ? `process ${holder.pid} (${holder.command}), running since ${holder.startedAt}`
      : 'another process, which does not answer';
    super(`${folder} is in use by ${who}. Stop it first, or give this one its own folder by DATA_DIR.`);
    this.name = 'FolderInUseError';
  }
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process. The lock is an abstract Unix socket named after the folder's inode: the kernel frees
 * it however the holder ends, there is no file to go stale, and whoever comes second can ask it who holds the folder.
 * A holder may be about to end (its parent was killed, and it stops in order): `onWaiting` is told, and it gets
 * `patienceMs` for that, by default nothing. Then FolderInUseError.
 */
export async function lockFolder(
  folder: string,
  {
    patienceMs = 0,
    onWaiting,
  }: { patienceMs?: number; onWaiting?: (refusal: FolderInUseError) => void } = {},
): Promise<FolderLock> {
  const { dev, ino } = statSync(folder);
  const address = `\0property-office:${dev}:${ino}`;
  const until = Date.now() + patienceMs;
  for (let told = false; ; await sleep(100)) {
    const server = await listen(address);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    const holder = await askHolder(address);
    if (holder === 'gone') continue; // Between our two calls.
    const refusal = new FolderInUseError(folder, holder);
    if (Date.now() >= until) throw refusal;
    if (!told) onWaiting?.(refusal);
    told = true;
  }
}

async function listen(address: string): Promise<net.Server | undefined> {
  const holder: FolderHolder = {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    command: process.argv.slice(1).join(' ') || 'node',
  };
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify(holder));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen({ path: address }, () => {
      server.unref();
      resolve(server);
    });
  });
}

async function askHolder(address: string): Promise<FolderHolder | 'gone' | undefined> {
  const socket = net.connect({ path: address });
  socket.setTimeout(2000, () => socket.destroy(new Error('no answer')));
  try {
    return JSON.parse(await text(socket)) as FolderHolder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED' ? 'gone' : undefined;
  }
}
