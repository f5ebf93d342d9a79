import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Log } from './log';

export interface OsUser {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/** Whom PostgreSQL has to run as: it refuses root, so root gets the OS user `postgres` (made if there is none). */
export function postgresUser(log: Log): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findUser() ?? createUser(log);
}

function findUser(): OsUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function createUser(log: Log): OsUser {
  log(`PostgreSQL does not run as root: creating the system user ${NAME}`);
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error(
      `PostgreSQL does not run as root, and the user ${NAME} could not be created: create it by hand, ` +
        `start as an ordinary user, or give DATABASE_URL.`,
      { cause: error },
    );
  }
  const user = findUser();
  if (!user) throw new Error(`useradd succeeded, but /etc/passwd has no user ${NAME}`);
  return user;
}

/** Whether `user` may enter every folder on the way to `path`. */
export function isReachable(path: string, user: OsUser | undefined): boolean {
  if (!user) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
