import { execFileSync } from 'node:child_process';
import { PACKS } from './packed-packages';

const entries = PACKS.flatMap((pack) => pack.entries);
const named = `for (const name of process.argv.slice(1)) console.log(JSON.stringify([name, Object.keys(require(name))]))`;

/** What Node itself finds in each, by name. */
const unpacked = execFileSync(process.execPath, ['-e', named, ...entries], { cwd: __dirname, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as [string, string[]]);

/** Node adds a mark to what was an ES module. */
const unmarked = (names: string[]) => names.filter((name) => name !== '__esModule').sort();

it.each(unpacked)('%s is packed with all that it has', (name, names) => {
  expect(unmarked(Object.keys(require(name) as object))).toEqual(unmarked(names));
});

it('refuses another path of theirs, which would bring a second copy', () => {
  expect(() => require('rxjs/testing') as unknown).toThrow(/packed-packages\.js/);
});
