import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Metrics } from '@property-office/service-kit';
import { bindBackupMetrics } from './backup-metrics';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'backups-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function backup(id: string, snapshotAt: string, provedAt?: string): void {
  mkdirSync(join(folder, id));
  writeFileSync(join(folder, id, 'manifest.json'), JSON.stringify({ format: 1, snapshotAt }));
  if (provedAt) writeFileSync(join(folder, id, 'proved.json'), JSON.stringify({ provedAt, rows: 1, files: 0 }));
}

it('says when the office was last saved, and when that was last proved', async () => {
  const metrics = new Metrics();
  bindBackupMetrics(metrics, folder);
  const told = async () => {
    const text = await metrics.registry.metrics();
    return ['taken', 'proved'].map((what) => Number(new RegExp(`^backup_${what}_timestamp_seconds (.+)$`, 'm').exec(text)?.[1]));
  };
  expect(await told()).toEqual([0, 0]);
  backup('20261120T020000000Z', '2026-11-20T02:00:00Z', '2026-11-20T02:10:00Z');
  backup('20261121T020000000Z', '2026-11-21T02:00:00Z');
  expect(await told()).toEqual([Date.parse('2026-11-21T02:00:00Z') / 1000, Date.parse('2026-11-20T02:10:00Z') / 1000]);
});
