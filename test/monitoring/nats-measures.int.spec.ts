import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { freePorts, natsBinary } from '@property-office/embedded';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { engineMetrics } from './engine-metrics';

const folder = throwawayFolder();
let server: ChildProcess;
let monitor: string;

beforeAll(async () => {
  const [port, monitored] = await freePorts(2);
  monitor = `http://127.0.0.1:${monitored}`;
  server = spawn(await natsBinary(), ['--addr', '127.0.0.1', '--port', String(port), '--http_port', String(monitored), '--jetstream', '--store_dir', folder], { stdio: 'ignore' });
  await waitFor(async () => fetch(`${monitor}/healthz`).then(({ ok }) => ok, () => false), { what: 'the server to answer' });
});
afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

/** As the exporter names numbers of `/varz`: by where they stand. */
function numbersIn(value: object, path: readonly string[]): string[] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    if (typeof each === 'number') return [[...path, key].join('_')];
    return typeof each === 'object' && each !== null && !Array.isArray(each) ? numbersIn(each, [...path, key]) : [];
  });
}

it('what alerts ask the exporter for is what the server says of itself', async () => {
  const said = numbersIn((await (await fetch(`${monitor}/varz`)).json()) as object, ['nats', 'varz']);
  const asked = Object.keys(engineMetrics).filter((name) => name.startsWith('nats_varz_'));
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((name) => !said.includes(name))).toEqual([]);
});
