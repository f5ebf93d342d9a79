import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StillAlone } from './alone-in-office';
import { filesBelow } from './bytes';
import { backupsIn, bytesFolder, fileOfBytes, readManifest, unfinished } from './manifest';

/**
 * Removes all but the newest backups, and bytes that none of those left has, also where a backup was removed by hand. Before each removal it is
 * asked whether nobody else makes one, who would count on those bytes.
 * @returns the ids that are gone @throws as `stillAlone`: what is left is whole
 */
export async function keepNewest(folder: string, count: number, stillAlone: StillAlone): Promise<string[]> {
  const ids = backupsIn(folder);
  const leaving = ids.slice(0, Math.max(0, ids.length - count));
  for (const id of leaving) {
    await stillAlone();
    // Whoever is interrupted leaves none that looks whole.
    renameSync(join(folder, id), join(folder, `${id}${unfinished}`));
    rmSync(join(folder, `${id}${unfinished}`), { recursive: true });
  }
  const needed = new Set(backupsIn(folder).flatMap((id) => readManifest(folder, id).files.map(({ sha256 }) => fileOfBytes(sha256))));
  for (const path of filesBelow(join(folder, bytesFolder))) {
    const kept = join(bytesFolder, path);
    if (needed.has(kept)) continue;
    await stillAlone();
    rmSync(join(folder, kept));
  }
  return leaving;
}
