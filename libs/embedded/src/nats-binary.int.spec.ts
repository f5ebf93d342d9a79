import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { natsBinary } from './nats-binary';

const folder = mkdtempSync(join(tmpdir(), 'property-office-nats-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, version: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho 'nats-server: ${version}'\n`);
  chmodSync(file, 0o755);
  return file;
}

const nothing = { given: '', packaged: null, path: '' };

test('the packaged binary is the one this version was released with', async () => {
  expect(await natsBinary({ given: '' })).toMatch(/nats-server-linux-x64\/bin\/nats-server$/);
});

test('a packaged binary with one byte more is not run', async () => {
  const changed = join(folder, 'changed');
  copyFileSync(await natsBinary({ given: '' }), changed);
  writeFileSync(changed, 'x', { flag: 'a' });
  await expect(natsBinary({ given: '', packaged: changed })).rejects.toThrow(
    /is not the nats-server .*SHA-256 .*It is not run/s,
  );
});

test.each(['v2.9.25', 'v1.4.1'])('version %s is refused with the reason', async (version) => {
  const old = program('old', version);
  await expect(natsBinary({ ...nothing, given: old })).rejects.toThrow(
    '2.10 or later is needed (consumers with several filter subjects)',
  );
});

test.each(['v2.10.0', 'v2.14.0', 'v3.0.1'])('version %s is taken', async (version) => {
  const given = program('new', version);
  expect(await natsBinary({ ...nothing, given })).toBe(given);
});

test('the order is NATS_SERVER_BIN, the package, PATH', async () => {
  const given = program('given', 'v2.12.0');
  const onPath = program('nats-server', 'v2.11.0');
  const path = `/nowhere:${folder}`;
  expect(await natsBinary({ given, path })).toBe(given);
  expect(await natsBinary({ given: '', path })).toMatch(/linux-x64/);
  expect(await natsBinary({ given: '', packaged: null, path })).toBe(onPath);
});

test('what is missing or no nats-server is said', async () => {
  await expect(natsBinary(nothing)).rejects.toThrow(/No nats-server for .*NATS_URL/s);
  await expect(natsBinary({ ...nothing, given: '/nowhere/nats-server' })).rejects.toThrow(
    'NATS_SERVER_BIN=/nowhere/nats-server is not a file',
  );
  await expect(natsBinary({ ...nothing, given: '/bin/true' })).rejects.toThrow('is no nats-server');
});
