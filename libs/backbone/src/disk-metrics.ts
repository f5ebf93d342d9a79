import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Metrics } from '@property-office/service-kit';

/** Room where this process writes; a folder that is not there is left out. Of servers of their own their own exporters tell. */
export function bindDiskMetrics(metrics: Metrics, folders: Readonly<Record<string, string>>, statOf: typeof statfs = statfs): void {
  for (const [folder, path] of Object.entries(folders)) {
    const disk = () => statOf(resolve(path));
    // What may be used without being root.
    metrics.gauge('disk_free_bytes', { folder }, () => disk().then(({ bavail, bsize }) => bavail * bsize));
    metrics.gauge('disk_size_bytes', { folder }, () => disk().then(({ blocks, bsize }) => blocks * bsize));
  }
}
