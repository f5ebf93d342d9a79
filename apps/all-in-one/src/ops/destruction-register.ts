import { chainFaults, destructionRegisterPath, entryOf, OtherRegister, reapplyRegister, RegisterFile, type RegisterEntry, type RegisterLine } from '@property-office/archives';
import { savedRows, type Manifest } from '@property-office/backup';
import { openStore, wipeAgain } from '@property-office/files';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { OperatorError } from './system';

/** What lies here of the register that is kept outside the database and its backups. */
export interface RegisterHere {
  /** What of it can be gone by. */
  lines: readonly RegisterLine[];
  /** Why that is not all of it, or may not be: a sentence that begins with its path. */
  fault?: string;
}

type Kept = Pick<PlatformConfiguration, 'dataDir'>;

export function registerOf(configuration: Kept): RegisterFile {
  return new RegisterFile(destructionRegisterPath(configuration));
}

export function registerHere(configuration: Kept): RegisterHere {
  const path = destructionRegisterPath(configuration);
  const register = registerOf(configuration);
  try {
    const cutOff = register.isCutOff();
    const lines = register.read();
    const faults = chainFaults(lines);
    if (faults.length > 0) return { lines: [], fault: `${path} is damaged: ${faults.join(', ')}` };
    return { lines, ...(cutOff && { fault: `${path} is cut off in its last line, as by a copy that broke off` }) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { lines: [], fault: code === 'ENOENT' ? `${path} is not there` : `${path} cannot be read: ${message}` };
  }
}

/** For whoever looks after an office that is there: a register that is lost costs nothing yet. None where all is well. @param known lines that the database has */
export function registerConcerns(configuration: Kept, known: number): string[] {
  const { lines, fault } = registerHere(configuration);
  if (!fault && lines.length > known)
    return [`the destruction register knows of ${lines.length - known} destructions that the database does not, which was brought back to before them: what they destroyed is back: npm run ops -- destroy-again`];
  return fault ? [`no backup would be restored, the destruction register is missing: ${fault}. Restart the archives, they write it anew from the database; move a damaged one away before`] : [];
}

/** What lies here, looked at as what a backup is to be restored with. */
export function registerFor(configuration: Kept, manifest: Manifest): RegisterHere {
  const { lines, fault } = registerHere(configuration);
  if (fault) return { lines, fault };
  const saved = savedRows(manifest, 'archives', 'destruction_register');
  if (lines.length >= saved) return { lines };
  return { lines, fault: `${destructionRegisterPath(configuration)} is older than the backup: it has ${lines.length} lines, and backup ${manifest.id} knows of ${saved} destructions` };
}

/** @throws OperatorError where the register is not what it has to be, unless it is said to be lost; and where that is said of one that is here */
export function requireRegister(configuration: Kept, manifest: Manifest, without: boolean): void {
  const { fault } = registerFor(configuration, manifest);
  if (without && !fault) throw new OperatorError(`${destructionRegisterPath(configuration)} is here and whole: leave --without-register out`);
  if (without || !fault) return;
  throw new OperatorError(
    [
      `nothing was restored, the destruction register is missing: ${fault}.`,
      `It says what the archives destroyed. Without it all of that comes back that they destroyed after backup ${manifest.id} was made, ${manifest.snapshotAt}.`,
      'put the destruction register back first, as that file: from the old DATA_DIR, or from where it is copied to (it is in no backup). Of an office that never destroyed anything it is an empty file.',
      'Where it is lost for good: the same command with --without-register. What was destroyed may then be back, and the audit trail says so.',
    ].join('\n'),
  );
}

/**
 * What was destroyed after the moment that the database was brought back to, again (W4.4): of what is restored before any office may open it.
 * Files that an earlier run left are wiped with the rest.
 * @param record as of reapplyRegister
 * @throws OperatorError where it is the register of another office
 */
export async function destroyAgain(configuration: PlatformConfiguration, databaseUrl: string, lines: readonly RegisterLine[], record?: Parameters<typeof reapplyRegister>[2]): Promise<RegisterEntry[]> {
  const entries = await reapplyRegister(databaseUrl, lines, record).catch((error: Error) => {
    if (!(error instanceof OtherRegister)) throw error;
    throw new OperatorError(`nothing was done: ${destructionRegisterPath(configuration)} is not the register of this office: ${error.message}.\nput that of this office there`);
  });
  const destroyed = lines.map(entryOf).flatMap(({ siteId, carriedOut, records }) =>
    records.map(({ recordId, attachmentIds, living }) => ({
      object: { type: 'record', id: recordId },
      attachmentIds,
      siteId,
      happenedAt: new Date(carriedOut.at),
      ...(living && { part: { object: { type: 'living-file', id: living.fileId }, attachmentIds: living.attachmentIds } }),
    })),
  );
  await wipeAgain(databaseUrl, openStore(configuration), destroyed);
  return entries;
}
