import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './bytes';
import { backupsIn, bytesFolder, fileOfBytes, readManifest, unfinished } from './manifest';

/** Removes all but the newest backups, and bytes that none of those left has, also where a backup was removed by hand. @returns the ids that are gone */
export function keepNewest(folder: string, count: number): string[] {
  const ids = backupsIn(folder);
  const leaving = ids.slice(0, Math.max(0, ids.length - count));
  for (const id of leaving) {
    // Whoever is interrupted leaves none that looks whole.
    renameSync(join(folder, id), join(folder, `${id}${unfinished}`));
    rmSync(join(folder, `${id}${unfinished}`), { recursive: true });
  }
  const needed = new Set(backupsIn(folder).flatMap((id) => readManifest(folder, id).files.map(({ sha256 }) => fileOfBytes(sha256))));
  for (const path of filesBelow(join(folder, bytesFolder))) {
    const kept = join(bytesFolder, path);
    if (!needed.has(kept)) rmSync(join(folder, kept));
  }
  return leaving;
}
