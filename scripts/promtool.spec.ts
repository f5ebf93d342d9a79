import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchPromtool, promtoolPath } from './promtool';

let folder: string;
const inFolder = (...parts: string[]): string => join(folder, ...parts);
const kept = (): string => inFolder('.cache/promtool/usr/bin/promtool');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'property-office-promtool-'));
  mkdirSync(inFolder('bin'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** On a machine that has nothing but what a test puts there. */
const found = (): string | undefined => promtoolPath(folder, { PATH: inFolder('bin') });
const fetched = (): string | undefined => fetchPromtool(folder, { PATH: inFolder('bin') });

function command(name: string, script: string): void {
  writeFileSync(inFolder('bin', name), `#!/bin/sh\nPATH=/usr/bin:/bin\necho "${name} $*" >> ${inFolder('called')}\n${script}\n`);
  chmodSync(inFolder('bin', name), 0o755);
}

const called = (): string[] => (existsSync(inFolder('called')) ? readFileSync(inFolder('called'), 'utf8').trim().split('\n') : []);
const unpacks = 'mkdir -p usr/bin && cp "$2" usr/bin/promtool';

test('the machine’s own is taken before one that was fetched', () => {
  expect(found()).toBeUndefined();
  mkdirSync(inFolder('.cache/promtool/usr/bin'), { recursive: true });
  writeFileSync(kept(), '');
  expect([found(), fetched()]).toEqual([kept(), kept()]);
  command('promtool', 'exit 0');
  expect([found(), fetched()]).toEqual(['promtool', 'promtool']);
});

test('it is taken out of the package, without installing that', () => {
  command('apt-get', 'touch prometheus_2_amd64.deb');
  command('dpkg-deb', unpacks);
  expect([fetched(), called()]).toEqual([kept(), ['apt-get download -qq prometheus', 'dpkg-deb -x prometheus_2_amd64.deb .']]);
  expect(existsSync(inFolder('.cache/promtool.new'))).toBe(false);
});

test('where the lists of packages are too old they are fetched first', () => {
  command('apt-get', `case "$1" in update) touch ${inFolder('fresh')};; *) [ -e ${inFolder('fresh')} ] && touch prometheus_2_amd64.deb;; esac`);
  command('dpkg-deb', unpacks);
  expect([fetched(), called().slice(0, 3)]).toEqual([kept(), ['apt-get download -qq prometheus', 'apt-get update -qq', 'apt-get download -qq prometheus']]);
});

test.each([
  ['there is no apt-get', () => undefined],
  ['apt-get reaches no mirror', () => command('apt-get', 'exit 100')],
  ['what came is no package', () => (command('apt-get', 'touch prometheus_2_amd64.deb'), command('dpkg-deb', 'mkdir -p usr/bin; exit 2'))],
])('it is not had where %s, and nothing half of it is taken for it', (_, given) => {
  given();
  expect([fetched(), found()]).toEqual([undefined, undefined]);
});
