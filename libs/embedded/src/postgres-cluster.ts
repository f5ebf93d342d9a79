import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers } from './leftovers';
import type { Log } from './log';
import { isReachable, type OsUser } from './postgres-user';
import { WatchedProcess } from './watched-process';

export const ADMIN = 'postgres';

/**
 * How the server is told its folder. Every server runs *in* its folder, so where the way to it is closed to the user
 * `postgres` (data below a private home, started by root) it gets there through its own working folder.
 */
export function dataFolderArgument(folder: string, user: OsUser | undefined): string {
  return isReachable(folder, user) ? folder : '/proc/self/cwd';
}

export interface ClusterOrder {
  folder: string;
  files: string;
  user: OsUser | undefined;
  password: string;
  log: Log;
  /** False only for throwaway data. */
  sync: boolean;
}

/**
 * Makes the database cluster, unless it is there. Built beside its place and renamed, so one that was interrupted is
 * simply made again. LC_CTYPE is UTF-8 (C would leave pg_trgm blind to Chinese); order is by code point, which no
 * update of the system's locales can change under an index.
 */
export async function createCluster(order: ClusterOrder): Promise<void> {
  const { folder, user } = order;
  if (existsSync(folder)) return;
  order.log(`PostgreSQL: creating the database folder ${folder}`);
  const unfinished = `${folder}.new`;
  await endLeftovers(unfinished, join(unfinished, 'postmaster.pid'), 'initdb', order.log);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  await runInitdb(order, unfinished);
  renameSync(unfinished, folder);
}

async function runInitdb({ files, user, password, sync }: ClusterOrder, folder: string): Promise<void> {
  const passwordFolder = mkdtempSync(join(tmpdir(), 'property-office-'));
  const passwordFile = join(passwordFolder, 'password');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) [passwordFolder, passwordFile].forEach((path) => chownSync(path, user.uid, user.gid));
    const output: string[] = [];
    const initdb = await WatchedProcess.start({
      command: join(files, 'bin', 'initdb'),
      args: [
        `--pgdata=${dataFolderArgument(folder, user)}`,
        `--username=${ADMIN}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--lc-messages=C',
        ...(sync ? [] : ['--no-sync']),
      ],
      cwd: folder,
      env: { PATH: '/usr/bin:/bin' },
      stopSignal: 'INT',
      runAs: user,
      onLine: (line) => output.push(line),
    });
    const code = await initdb.exited;
    if (code !== 0) throw new Error(`initdb ended with ${code}:\n${output.slice(-10).join('\n')}`);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
}
