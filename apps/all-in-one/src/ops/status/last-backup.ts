import { resolve } from 'node:path';
import { backupsIn, readManifest, readProof } from '@property-office/backup';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { age } from './table';

/** When the office was last saved, and whether anybody has seen that it can be restored. @param now in ms */
export function lastBackup({ backupDir }: Pick<PlatformConfiguration, 'backupDir'>, now: number): string {
  const folder = resolve(backupDir);
  const ids = backupsIn(folder);
  const newest = ids.at(-1);
  if (newest === undefined) return `none in ${folder}: npm run ops -- backup --verify`;
  const ago = (instant: string): string => `${age((now - Date.parse(instant)) / 1000)} ago`;
  const proved = ids.filter((id) => readProof(folder, id)).at(-1);
  return [
    `${newest}, as of ${ago(readManifest(folder, newest).snapshotAt)}`,
    proved === undefined ? 'none was ever restored: npm run ops -- backup verify' : `${proved === newest ? 'restored' : `the last that was restored is ${proved},`} ${ago(readProof(folder, proved)!.provedAt)}`,
  ].join('; ');
}
