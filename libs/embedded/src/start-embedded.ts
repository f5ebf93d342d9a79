import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock';
import { KeepRunning } from './keep-running';
import type { Log } from './log';
import { NatsServer } from './nats-server';
import { PostgresServer } from './postgres-server';
import { removeRunFile, writeRunFile, type RunFile } from './run-file';
import { keptSecret } from './secrets';

/** What an orderly stop takes, for one whose parent was killed just before we were started. */
const ENDING_MS = 5000;

export interface EmbeddedOptions {
  /** DATA_DIR; made where it is missing. One process at a time. */
  dataDir: string;
  log: Log;
  /** A server of the operator's own, used instead of the bundled one (DATABASE_URL, NATS_URL). */
  databaseUrl?: string;
  natsUrl?: string;
  /** NATS_SERVER_BIN: started instead of the bundled one. */
  natsServerBinary?: string;
  /** How many connections PostgreSQL has to take where that is more than it takes anyway. */
  databaseConnections?: number;
}

export interface Embedded {
  /** A superuser's way in. */
  databaseUrl: string;
  /** nats://user:password@127.0.0.1:port */
  natsUrl: string;
  /** Adds where the door listens to DATA_DIR/run.json. */
  announce(httpUrl: string): void;
  /** NATS first, then PostgreSQL, then the folder is free. */
  stop(): Promise<void>;
}

/**
 * Takes DATA_DIR and starts the servers it holds; one that ends by itself is started again. They end with this process,
 * however it ends.
 * Throws FolderInUseError where another process has the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const lock = await lockFolder(dataDir, {
    patienceMs: ENDING_MS,
    onWaiting: ({ message }) => log(`${message} Waiting ${ENDING_MS / 1000} s, in case it is about to end`),
  });
  const secrets = join(dataDir, 'secrets');
  const postgres = options.databaseUrl
    ? undefined
    : new PostgresServer({
        folder: join(dataDir, 'postgres'),
        password: keptSecret(secrets, 'postgres-password'),
        log,
        leastConnections: options.databaseConnections,
      });
  const nats = options.natsUrl
    ? undefined
    : new NatsServer({
        folder: join(dataDir, 'nats'),
        password: keptSecret(secrets, 'nats-password'),
        log,
        ...(options.natsServerBinary && { binary: options.natsServerBinary }),
      });

  const keepers: KeepRunning[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(keepers.map((keeper) => keeper.end()));
    if (nats?.running) log('NATS: stopping');
    await nats?.stop();
    if (postgres?.running) log('PostgreSQL: stopping');
    await postgres?.stop();
    removeRunFile(dataDir);
    await lock.release();
  };

  try {
    const started = await Promise.allSettled([timed('PostgreSQL', postgres, log), timed('NATS', nats, log)]);
    for (const outcome of started) if (outcome.status === 'rejected') throw outcome.reason;
    if (postgres) keepers.push(new KeepRunning('PostgreSQL', postgres, log));
    if (nats) keepers.push(new KeepRunning('NATS', nats, log));
  } catch (error) {
    await stop();
    throw error;
  }
  const content: RunFile = {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    databaseUrl: options.databaseUrl ?? postgres?.url ?? '',
    natsUrl: options.natsUrl ?? nats?.url ?? '',
  };
  writeRunFile(dataDir, content);
  return {
    databaseUrl: content.databaseUrl,
    natsUrl: content.natsUrl,
    announce: (httpUrl) => writeRunFile(dataDir, { ...content, httpUrl }),
    stop,
  };
}

async function timed(what: string, server: PostgresServer | NatsServer | undefined, log: Log): Promise<void> {
  if (!server) return;
  const start = performance.now();
  await server.start();
  const { host } = new URL(server.url);
  log(
    `${what}: accepting connections on ${host} after ${Math.round(performance.now() - start)} ms (pid ${server.pid})`,
  );
}
