import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUseError, lockFolder } from '@property-office/embedded';

/** Runs `work` while no other process does what is done under the same folder's lock. */
export async function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      const lock = await lockFolder(folder);
      try {
        return await work();
      } finally {
        await lock.release();
      }
    } catch (error) {
      if (!(error instanceof FolderInUseError && error.folder === folder)) throw error;
      await sleep(200);
    }
  }
}
