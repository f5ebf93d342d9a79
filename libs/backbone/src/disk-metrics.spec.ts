import { Metrics } from '@property-office/service-kit';
import { bindDiskMetrics } from './disk-metrics';
import type { Disk, WrittenFolder } from './disks';

const disk = (folder: WrittenFolder, free: number): Disk => ({ folder, path: `/${folder}`, free, size: 100 });

/** What is scraped of disks. */
async function scraped(metrics: Metrics): Promise<string[]> {
  return (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('disk_'));
}

test('a disk that fills has less room, and one that comes or goes is told or not, under the same name', async () => {
  const metrics = new Metrics();
  let disks = [disk('data', 60)];
  bindDiskMetrics(metrics, async () => disks);
  expect(await scraped(metrics)).toEqual(['disk_free_bytes{folder="data"} 60', 'disk_size_bytes{folder="data"} 100']);
  disks = [disk('data', 5), disk('files', 7)];
  expect(await scraped(metrics)).toEqual(['disk_free_bytes{folder="data"} 5', 'disk_free_bytes{folder="files"} 7', 'disk_size_bytes{folder="data"} 100', 'disk_size_bytes{folder="files"} 100']);
  disks = [disk('files', 7)];
  expect(await scraped(metrics)).toEqual(['disk_free_bytes{folder="files"} 7', 'disk_size_bytes{folder="files"} 100']);
});

test('a disk that does not answer is asked once, and keeps nothing else from being measured', async () => {
  const metrics = new Metrics();
  let asked = 0;
  let answer: ((disks: Disk[]) => void) | undefined;
  bindDiskMetrics(metrics, () => new Promise<Disk[]>((resolve) => ((asked += 1), (answer = resolve))), 200);
  metrics.gauge('nats_connected', {}, () => 1);
  expect(await metrics.registry.metrics()).toContain('nats_connected 1');
  expect([await scraped(metrics), asked]).toEqual([[], 1]);
  const next = scraped(metrics);
  await new Promise(setImmediate);
  answer!([disk('data', 5)]);
  expect([await next, asked]).toEqual([['disk_free_bytes{folder="data"} 5', 'disk_size_bytes{folder="data"} 100'], 1]);
});
