import type { Metrics } from '@property-office/service-kit';
import { writtenFolders, type Disk, type WrittenFolder } from './disks';

/** Room where this process writes. Disks are looked at once for all that asks, and nothing else of a scrape waits for them for longer than `patienceMs`. */
export function bindDiskMetrics(metrics: Metrics, disks: () => Promise<readonly Disk[]>, patienceMs = 2_000): void {
  let looking: Promise<readonly Disk[]> | undefined;
  const look = () => (looking ??= disks().finally(() => (looking = undefined)));
  const diskOf = async (folder: WrittenFolder): Promise<Disk> => {
    const found = (await inTime(look(), patienceMs)).find((disk) => disk.folder === folder);
    if (!found) throw new Error(`${folder} is not there, or on the disk of another folder`);
    return found;
  };
  for (const folder of writtenFolders) {
    metrics.gauge('disk_free_bytes', { folder }, () => diskOf(folder).then(({ free }) => free));
    metrics.gauge('disk_size_bytes', { folder }, () => diskOf(folder).then(({ size }) => size));
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
