import { destructionRegisterPath, reapplyRegister, RegisterFile, type RegisterEntry } from '@property-office/archives';
import type { Manifest } from '@property-office/backup';
import { openStore, wipeAgain } from '@property-office/files';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { OperatorError } from './system';

/** The register kept outside the database and its backups. */
export function registerOf(configuration: PlatformConfiguration): RegisterFile {
  return new RegisterFile(destructionRegisterPath(configuration));
}

/** @throws OperatorError where the backup knows of more destructions than the register that lies here */
export function requireRegister(configuration: PlatformConfiguration, { id, tables }: Manifest): void {
  const saved = tables.find(({ schema, table }) => schema === 'archives' && table === 'destruction_register')?.rows ?? 0;
  const here = registerOf(configuration).read().length;
  if (here < saved)
    throw new OperatorError(
      `${destructionRegisterPath(configuration)} has ${here} lines, backup ${id} knows of ${saved} destructions: put the destruction register back first, it is kept apart from the backups.\nWhere it is lost: --without-register, and what was destroyed after the backup has to be destroyed again by hand`,
    );
}

/** What was destroyed after a backup was made, again: before any office may open what was restored (W4.4). */
export async function destroyAgain(configuration: PlatformConfiguration, databaseUrl: string): Promise<RegisterEntry[]> {
  const entries = await reapplyRegister(databaseUrl, registerOf(configuration).read());
  const destroyed = entries.flatMap(({ siteId, carriedOut, records }) =>
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
