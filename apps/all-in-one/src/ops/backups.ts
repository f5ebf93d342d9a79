import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { auditHeadsFolder, keysOf, roleSecretFile } from '@property-office/backbone';
import { aloneInOffice, backupsIn, platformSchema, readManifest, type AloneOptions, type BackupOptions, type Manifest, type RestoreOptions, type StillAlone } from '@property-office/backup';
import { FolderInUseError, keptSecret, lockFolder } from '@property-office/embedded';
import { openStore } from '@property-office/files';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { services } from '../services';
import { say } from './commands/command';
import { progressLine } from './progress-line';
import { OperatorError, type System } from './system';

/** What of this office is saved, and where. */
export function savedOf(configuration: PlatformConfiguration, adminUrl: string): BackupOptions {
  return {
    adminUrl,
    schemas: [...services.map(({ name }) => name), platformSchema],
    bytes: {
      kept: openStore(configuration),
      named: async (client) => (await client.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM files.attachment')).rows.map(({ sha256 }) => sha256),
    },
    keptFolder: auditHeadsFolder(configuration),
    keys: keysOf(configuration).idsOfStored(),
    to: resolve(configuration.backupDir),
    onProgress: progressLine(),
  };
}

/** What restores a backup into a database. */
export function restoringOf(configuration: PlatformConfiguration, adminUrl: string, manifest: Manifest, roleSecret: string): RestoreOptions {
  return {
    from: resolve(configuration.backupDir),
    manifest,
    adminUrl,
    schemas: services.map(({ schema }) => schema),
    roleSecret,
    testClock: configuration.testClock,
    onProgress: progressLine(),
  };
}

/** What the passwords of the services' roles are made from; of an empty system it is made now. */
export function roleSecretOf(configuration: PlatformConfiguration): string {
  const secret = roleSecretFile(configuration);
  return keptSecret(dirname(secret), basename(secret));
}

/** The same where an office uses it: another would lock that office out. @throws OperatorError where it is not here */
export function roleSecretInUse(configuration: PlatformConfiguration): string {
  const secret = roleSecretFile(configuration);
  if (!existsSync(secret)) throw new OperatorError(`${secret} is not here: verify where the office runs, or read it only (--read-only)`);
  return roleSecretOf(configuration);
}

/** @returns the one or none @throws OperatorError for more */
export function onlyOne(positionals: readonly string[]): string | undefined {
  const [one, ...more] = positionals;
  if (more.length > 0) throw new OperatorError(`one backup at a time: what is ${more.join(' ')}?`);
  return one;
}

/** The backup of that id, or the newest. @throws OperatorError where there is none */
export function chosenBackup({ backupDir }: PlatformConfiguration, id: string | undefined): Manifest {
  const folder = resolve(backupDir);
  const ids = backupsIn(folder);
  const chosen = id ?? ids.at(-1);
  if (chosen === undefined) throw new OperatorError(`there is no backup in ${folder}`);
  if (!ids.includes(chosen)) throw new OperatorError(`there is no backup ${chosen} in ${folder}: ${ids.join(', ') || 'it holds none'}`);
  return readManifest(folder, chosen);
}

/**
 * One command at a time works on the backups of an office, on whichever machine, and in the folder they lie in.
 * @throws OperatorError where that lies in the data it saves, or another office's command works in it
 */
export async function alone<T>(
  { configuration: { backupDir, dataDir }, databaseUrl }: Pick<System, 'configuration' | 'databaseUrl'>,
  { what, waits = false }: Pick<AloneOptions, 'what' | 'waits'>,
  work: (stillAlone: StillAlone) => Promise<T>,
): Promise<T> {
  const folder = resolve(backupDir);
  if (!relative(resolve(dataDir), folder).startsWith('..'))
    throw new OperatorError(`BACKUP_DIR ${folder} lies in DATA_DIR: whatever takes the one takes the other`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const onWaiting = (holder: string): void => say(`waits for ${holder}`);
  return aloneInOffice({ adminUrl: databaseUrl, what, waits, onWaiting }, async (stillAlone) => {
    // A command of a version before takes the folder alone.
    const patience = { patienceMs: waits ? Infinity : 0, onWaiting: ({ holder }: FolderInUseError) => onWaiting(`process ${holder?.pid ?? 'of another user'} in ${folder}`) };
    const lock = await lockFolder(folder, patience).catch((error: Error) => {
      if (!(error instanceof FolderInUseError)) throw error;
      const { pid, command, startedAt } = error.holder ?? { pid: 'of another user', command: 'unknown', startedAt: 'it is not known when' };
      throw new OperatorError(`${folder} is in use by process ${pid} (${command}), since ${startedAt}: a version before this one, or is it the BACKUP_DIR of another office, too?`);
    });
    try {
      return await work(stillAlone);
    } finally {
      await lock.release();
    }
  });
}

/** A line for each kind of key that a backup needs and this machine does not have. */
export function keysMissing(configuration: PlatformConfiguration, { keys }: Manifest): string[] {
  const here = keysOf(configuration).idsOfStored();
  const meanings: Record<string, string> = { fields: 'telephone numbers and names stay unreadable', audit: 'the heads of the audit trails cannot be verified' };
  return Object.entries(keys).flatMap(([kind, ids]) => {
    const missing = ids.filter((id) => !here[kind as keyof typeof here].includes(id));
    return missing.length > 0 ? [`the key file of ${kind} is not here, or lacks ${missing.join(', ')}: without it ${meanings[kind]}`] : [];
  });
}
