import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PlatformConfiguration } from '@property-office/service-kit';

/** The disk that a folder of the office is on, in bytes. */
export interface Disk {
  folder: string;
  path: string;
  /** For whoever is not root. */
  free: number;
  size: number;
}

/** Of the folders that are there: of servers of their own their own exporters tell. */
export async function disksOf({ dataDir, backupDir }: Pick<PlatformConfiguration, 'dataDir' | 'backupDir'>): Promise<Disk[]> {
  const folders = Object.entries({ DATA_DIR: resolve(dataDir), BACKUP_DIR: resolve(backupDir) });
  const disks = folders.map(([folder, path]) =>
    statfs(path).then(
      ({ bavail, blocks, bsize }) => [{ folder, path, free: bavail * bsize, size: blocks * bsize }],
      () => [],
    ),
  );
  return (await Promise.all(disks)).flat();
}

export function diskLine(disks: readonly Disk[]): string {
  return disks.map(({ folder, free, size }) => `${folder} ${gigabytes(free)} of ${gigabytes(size)} GB free`).join(', ');
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
