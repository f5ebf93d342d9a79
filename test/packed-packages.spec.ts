import { execFileSync } from 'node:child_process';
import { PACKS } from './packed-packages';

const entries = PACKS.flatMap((pack) => pack.entries);

/** Each thing of a module, and what it calls itself where it is a function or class. Node adds a mark to what was an ES module. */
const contents = (found: object) =>
  Object.entries(found)
    .filter(([key]) => key !== '__esModule')
    .map(([key, value]) => [key, typeof value === 'function' ? value.name : ''])
    .sort();

/** What Node itself finds in each. */
const unpacked = execFileSync(
  process.execPath,
  [
    '-e',
    `const contents = ${contents}; for (const name of process.argv.slice(1)) console.log(JSON.stringify([name, contents(require(name))]))`,
    ...entries,
  ],
  { cwd: __dirname, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as [string, string[][]]);

it.each(unpacked)('%s is packed with all that it has, under its own names', (name, all) => {
  expect(contents(require(name) as object)).toEqual(all);
});

it('refuses another path of theirs, which would bring a second copy', () => {
  expect(() => require('rxjs/testing') as unknown).toThrow(/packed-packages\.js/);
});
