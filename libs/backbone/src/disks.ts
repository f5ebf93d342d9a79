import { stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
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

/** Each disk once, of the folders that are there. Of servers of their own their own exporters tell. */
export async function disksOf({ dataDir, backupDir }: Pick<PlatformConfiguration, 'dataDir' | 'backupDir'>): Promise<Disk[]> {
  const found = new Map<number, Disk>();
  // One after the other: a file system of a network that hangs keeps a thread of this process, and it has four.
  for (const folder of writtenFolders) {
    const path = folder === 'backups' ? resolve(backupDir) : join(resolve(dataDir), folder === 'data' ? '' : folder);
    const seen = await lookAt(path);
    if (seen && !found.has(seen.device)) found.set(seen.device, { folder, path, free: seen.free, size: seen.size });
  }
  return [...found.values()];
}

/** Undefined where there is nothing. */
async function lookAt(path: string): Promise<{ device: number; free: number; size: number } | undefined> {
  try {
    const { dev: device } = await stat(path);
    const { bavail, blocks, bsize } = await statfs(path);
    return { device, free: bavail * bsize, size: blocks * bsize };
  } catch {
    return undefined;
  }
}
