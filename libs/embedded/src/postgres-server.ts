import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onFreePort, PortTakenError } from './free-port';
import { endLeftovers } from './leftovers';
import type { Log } from './log';
import { ADMIN, createCluster, dataFolderArgument } from './postgres-cluster';
import { postgresFiles } from './postgres-files';
import { postgresUser, type OsUser } from './postgres-user';
import { WatchedProcess } from './watched-process';

/** For one office on a small machine. Durability settings stay PostgreSQL's own: on. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // In the folder, where the server runs. A round trip costs less than half of one over loopback TCP.
  unix_socket_directories: '.',
  shared_buffers: '256MB',
  wal_compression: 'on',
  random_page_cost: '1.1', // SSDs
  jit: 'off', // Short queries only: compiling costs more than it saves.
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Refused statements are the callers' to report; here they would only put personal data into a log.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
};

/** All-in-one and one process per service stay below it (test/architecture), tests and `ops` beside them. */
const CONNECTIONS = 150;

/** What a server that takes connections says of itself; the second one copies another and only reads. */
const reached = ['ready', 'standby'];

/** Lines nobody has to read, as long as the server starts. */
const ROUTINE = /^LOG:(?!.*(recovery|terminated by signal))/;

/** sun_path of Linux, less its closing NUL. */
const LONGEST_SOCKET_PATH = 107;

/** Longest recovery we wait for; after kill -9 it replays at most max_wal_size (1 GB). */
const PATIENCE_MS = 120_000;

export interface PostgresOptions {
  /** The database cluster's folder; made at the first start. Its parent must exist. */
  folder: string;
  /** The superuser's password. Taken over when the folder is made, so it must stay the same. */
  password: string;
  log: Log;
  /** Further server settings. `fsync: 'off'` also skips syncing in initdb: for throwaway data only. */
  settings?: Record<string, string>;
  /** At least so many may be connected. */
  leastConnections?: number | undefined;
}

/** The bundled PostgreSQL on a folder. Whoever starts it holds the lock of that folder (folder-lock.ts). */
export class PostgresServer {
  private process: WatchedProcess | undefined;
  private port: number | undefined;
  private readonly lastLines: string[] = [];

  constructor(private readonly options: PostgresOptions) {}

  get running(): boolean {
    return this.process?.running ?? false;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Resolves with the exit code of the run that is under way, or was last. */
  get exited(): Promise<number> {
    if (!this.process) throw new Error('PostgreSQL has not been started');
    return this.process.exited;
  }

  /**
   * postgres://…, the superuser's way into the database `postgres`: by the socket in the folder (`?host=`, as libpq reads
   * it), by TCP where its path is too long. The port stays the same over restarts while it is free.
   */
  get url(): string {
    const tcp = `postgres://${ADMIN}:${this.options.password}@127.0.0.1:${this.port}/postgres`;
    const folder = resolve(this.options.folder);
    const fits = Buffer.byteLength(join(folder, `.s.PGSQL.${this.port}`)) <= LONGEST_SOCKET_PATH;
    return fits ? `${tcp}?host=${encodeURIComponent(folder)}` : tcp;
  }

  /** Resolves when connections are accepted. */
  async start(): Promise<void> {
    const { folder, password, log, settings } = this.options;
    const user = postgresUser(log);
    const files = postgresFiles(user, log);
    await endLeftovers(folder, join(folder, 'postmaster.pid'), 'PostgreSQL', log);
    await createCluster({ folder, files, user, password, log, sync: settings?.fsync !== 'off' });
    // Nobody runs on this folder now, so the file is stale; PostgreSQL would refuse it if its pid was taken anew.
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    for (const name of readdirSync(folder)) if (name.startsWith('.s.PGSQL.')) rmSync(join(folder, name));
    await onFreePort((port) => this.launch(files, user, port), this.port);
  }

  /** Clean and quick: open transactions are rolled back, connections end. */
  async stop(): Promise<void> {
    await this.process?.stop();
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.process?.kill();
  }

  private async launch(files: string, user: OsUser | undefined, port: number): Promise<void> {
    const { folder, log, settings, leastConnections = 0 } = this.options;
    const connections = String(Math.max(CONNECTIONS, leastConnections));
    const all = { ...SETTINGS, max_connections: connections, ...settings, port: String(port) };
    this.lastLines.length = 0;
    const child = await WatchedProcess.start({
      command: join(files, 'bin', 'postgres'),
      args: [
        '-D',
        dataFolderArgument(folder, user),
        ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', LC_MESSAGES: 'C' },
      stopSignal: 'INT',
      runAs: user,
      onLine: (line) => {
        this.lastLines.push(line);
        if (this.lastLines.length > 10) this.lastLines.shift();
        if (!ROUTINE.test(line)) log(`PostgreSQL: ${line}`);
      },
    });
    this.process = child;
    await this.becomeReady(child);
    this.port = port;
  }

  /** The server writes its state into the eighth line of postmaster.pid (pg_ctl waits for the same). */
  private async becomeReady(child: WatchedProcess): Promise<void> {
    const pidFile = join(this.options.folder, 'postmaster.pid');
    for (const until = Date.now() + PATIENCE_MS; child.running; await sleep(10)) {
      const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : [];
      if (Number(lines[0]) === child.pid && reached.includes(lines[7]?.trim() ?? '')) return;
      if (Date.now() > until) {
        await child.stop();
        throw new Error(
          `PostgreSQL was not ready within ${PATIENCE_MS / 1000} s:\n${this.lastLines.join('\n')}`,
        );
      }
    }
    const said = this.lastLines.join('\n');
    if (said.includes('Address already in use')) throw new PortTakenError(said);
    throw new Error(`PostgreSQL did not start:\n${said}`);
  }
}
