import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
// By path, not by package name: Jest loads this before its module map applies, and dist may be missing or old.
import {
  endLeftovers,
  FolderInUseError,
  lockFolder,
  NatsServer,
  PostgresServer,
  type FolderLock,
} from '../../embedded/src';
import type { RunServers } from './run-servers';
import { PREFIX, throwawayBase, throwawayFolder } from './throwaway-folder';
import { throwawaySettings } from './throwaway-settings';

const WORKERS = 16;

/** A new folder can get the inode, and so the lock, of one that another run has just removed and not yet let go. */
const FOR_REUSED_INODE = { patienceMs: 5000 };

/**
 * Keeps the servers of one test run: started when a test first asks, so that a run of pure specs starts nothing;
 * stopped with the run, or by their watchers when Jest is killed.
 */
export class Keeper {
  private servers: Promise<{ postgres: PostgresServer; nats: NatsServer }> | undefined;
  private readonly door: net.Server;

  private constructor(
    private readonly folder: string,
    private readonly lock: FolderLock,
  ) {
    this.door = net.createServer((socket) => {
      socket.on('error', () => undefined);
      void this.answer().then((answer) => socket.end(JSON.stringify(answer)));
    });
  }

  static async open(): Promise<Keeper> {
    await removeAbandoned();
    const folder = throwawayFolder();
    const keeper = new Keeper(folder, await lockFolder(folder, FOR_REUSED_INODE));
    await new Promise<void>((resolve) => keeper.door.listen(keeper.address, resolve));
    chmodSync(keeper.address, 0o600);
    keeper.door.unref();
    return keeper;
  }

  /** The Unix socket to ask at. */
  get address(): string {
    return join(this.folder, 'keeper.sock');
  }

  async close(): Promise<void> {
    this.door.close();
    const servers = await this.servers?.catch(() => undefined);
    await Promise.all([servers?.postgres.stop(), servers?.nats.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
    await this.lock.release();
  }

  private async answer(): Promise<RunServers | { error: string }> {
    try {
      const { postgres, nats } = await (this.servers ??= this.start());
      return { databaseUrl: postgres.url, natsUrls: accounts.map((account) => nats.urlOf(account)) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  private async start(): Promise<{ postgres: PostgresServer; nats: NatsServer }> {
    const common = { password: 'testing', log: () => undefined };
    const postgres = new PostgresServer({
      ...common,
      folder: join(this.folder, 'postgres'),
      settings: throwawaySettings,
    });
    const nats = new NatsServer({ ...common, folder: join(this.folder, 'nats'), accounts });
    await Promise.all([postgres.start(), nats.start()]);
    return { postgres, nats };
  }
}

const accounts = Array.from({ length: WORKERS }, (_, index) => `worker${index + 1}`);

/** Folders of runs that were killed: their servers are gone, their files are not. */
async function removeAbandoned(): Promise<void> {
  const base = throwawayBase();
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(PREFIX))) {
    try {
      await removeUnlessHeld(join(base, name));
    } catch (error) {
      const otherRemovesIt = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (otherRemovesIt || error instanceof FolderInUseError) continue;
      process.stderr.write(`${name} of a killed test run stays: ${(error as Error).message}\n`); // No reason not to test.
    }
  }
}

async function removeUnlessHeld(folder: string): Promise<void> {
  if (Date.now() - statSync(folder).ctimeMs < 60_000) return; // Perhaps made just now, and not locked yet.
  const lock = await lockFolder(folder);
  const pidFiles = { postgres: 'postmaster.pid', nats: 'nats.pid' };
  for (const [part, pidFile] of Object.entries(pidFiles))
    await endLeftovers(join(folder, part), join(folder, part, pidFile), part, () => undefined);
  rmSync(folder, { recursive: true, force: true });
  await lock.release();
}
