import { resolve } from 'node:path';
import { backupsIn, readManifest, readProof } from '@property-office/backup';
import type { Metrics } from '@property-office/service-kit';

/** When the office was last saved, and when somebody last saw that it can be restored. */
export function bindBackupMetrics(metrics: Metrics, backupDir: string): void {
  const folder = resolve(backupDir);
  metrics.gauge('backup_taken_timestamp_seconds', {}, () => {
    const newest = backupsIn(folder).at(-1);
    return newest === undefined ? 0 : secondsOf(readManifest(folder, newest).snapshotAt);
  });
  metrics.gauge('backup_proved_timestamp_seconds', {}, () => {
    const proofs = backupsIn(folder).map((id) => readProof(folder, id)?.provedAt);
    return Math.max(0, ...proofs.filter((at) => at !== undefined).map(secondsOf));
  });
}

function secondsOf(instant: string): number {
  return Date.parse(instant) / 1_000;
}
