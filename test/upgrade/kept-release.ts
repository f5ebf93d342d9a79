import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { backupsIn, readManifest } from '@property-office/backup';
import type { GoldenEvent } from '../contracts/golden-events';

const run = promisify(execFile);
const releases = join(__dirname, 'releases');

/** What is saved of an office beside its backup: without the keys nobody reads what is encrypted. */
const besideBackup = ['office/secrets', 'office/destruction-register'];

/** What a release leaves in the repository, for the versions after it. */
export interface KeptRelease {
  version: string;
  /** It was made from. */
  commit: string;
  /** Names of those its office went through, in any schema, as they were applied: what later ones may do to its tables, test/architecture says. */
  migrations: readonly string[];
  goldens: readonly GoldenEvent[];
  /** Puts its office into a folder: `backups`, and of `office` what no backup holds. */
  unpack(folder: string): Promise<void>;
}

/** @throws Error where there is none, or several: then nobody knows which of them the last is */
export function lastRelease(): KeptRelease {
  const [version, ...more] = readdirSync(releases);
  if (version === undefined || more.length > 0) throw new Error(`${releases} holds ${more.length === 0 ? 'no' : 'more than one'} release`);
  const of = (name: string) => join(releases, version, name);
  const { commit, migrations } = JSON.parse(readFileSync(of('release.json'), 'utf8')) as Pick<KeptRelease, 'commit' | 'migrations'>;
  const events = readFileSync(of('golden-events.jsonl'), 'utf8').trim().split('\n');
  return {
    version,
    commit,
    migrations,
    goldens: events.map((text) => ({ type: (JSON.parse(text) as { type: string }).type, text })),
    unpack: async (folder) => void (await run('tar', ['-xzf', of('office.tar.gz'), '-C', folder])),
  };
}

/**
 * The migrations that the office of a backup went through, each once, by their time.
 * @param backups folder of one backup
 */
export function migrationsIn(backups: string): string[] {
  const { migrations } = readManifest(backups, backupsIn(backups)[0]!);
  const timeOf = (name: string): number => Number(name.slice(-13));
  return [...new Set(Object.values(migrations).flat())].sort((one, other) => timeOf(one) - timeOf(other) || (one < other ? -1 : 1));
}

/**
 * Keeps a release instead of the one before.
 * @param folder of its office, at rest, with one backup
 * @param goldens folder of its golden events
 */
export async function keepRelease({ version, commit }: Pick<KeptRelease, 'version' | 'commit'>, folder: string, goldens: string): Promise<string> {
  // Beside what is kept, which goes only when all of the new one is there.
  const making = `${releases}.making`;
  const to = join(making, version);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const saved = ['backups', ...besideBackup.filter((name) => existsSync(join(folder, name)))];
  await run('tar', ['-czf', join(to, 'office.tar.gz'), '-C', folder, ...saved]);
  const events = readdirSync(goldens).sort().map((name) => JSON.stringify(JSON.parse(readFileSync(join(goldens, name), 'utf8'))));
  writeFileSync(join(to, 'golden-events.jsonl'), `${events.join('\n')}\n`);
  writeFileSync(join(to, 'release.json'), `${JSON.stringify({ version, commit, migrations: migrationsIn(join(folder, 'backups')) }, null, 2)}\n`);
  rmSync(releases, { recursive: true, force: true });
  renameSync(making, releases);
  return join(releases, version);
}
