import { stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformConfiguration } from '@property-office/service-kit';

/**
 * Where an office writes: `data` is DATA_DIR, `backups` BACKUP_DIR, the others folders of DATA_DIR that may be volumes of their own, as in pods.
 * A list and not whatever is found there: these are labels of metrics.
 */
export const writtenFolders = ['data', 'files', 'audit-heads', 'destruction-register', 'postgres', 'nats', 'backups'] as const;
export type WrittenFolder = (typeof writtenFolders)[number];

/** In bytes; named by the first folder that is on it. */
export interface Disk {
  folder: WrittenFolder;
  path: string;
  /** For whoever is not root. */
  free: number;
  size: number;
}

interface Seen {
  device: number;
  free: number;
  size: number;
}
/** By their paths, looks that have not come back. */
export type Looks = Map<string, Promise<Seen | undefined>>;

const patienceMs = 1_000;

/**
 * Each disk once, of the folders that are there. Of servers of their own their own exporters tell.
 * @param looks of who asks again and again: a disk that hangs, as one of a network may, is left out and not asked again before it has answered
 */
export async function disksOf({ dataDir, backupDir }: Pick<PlatformConfiguration, 'dataDir' | 'backupDir'>, looks: Looks = new Map()): Promise<Disk[]> {
  const found = new Map<number, Disk>();
  // One after the other: what hangs keeps a thread of this process, and it has four.
  for (const folder of writtenFolders) {
    const path = folder === 'backups' ? resolve(backupDir) : join(resolve(dataDir), folder === 'data' ? '' : folder);
    if (looks.has(path)) continue;
    const look = lookAt(path).finally(() => looks.delete(path));
    looks.set(path, look);
    const seen = await Promise.race([look, sleep(patienceMs, undefined, { ref: false })]);
    if (seen && !found.has(seen.device)) found.set(seen.device, { folder, path, free: seen.free, size: seen.size });
  }
  return [...found.values()];
}

/** Undefined where there is nothing. */
async function lookAt(path: string): Promise<Seen | undefined> {
  try {
    const { dev: device } = await stat(path);
    const { bavail, blocks, bsize } = await statfs(path);
    return { device, free: bavail * bsize, size: blocks * bsize };
  } catch {
    return undefined;
  }
}
