import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { placeViolations } from './own-places';

it('nothing names a machine or a registry', () => {
  expect(unexcused(placeViolations(checkout()))).toEqual([]);
});

const made = (...parts: string[]): string => parts.join('');

it.each([
  [made('first\ncd /wo', 'rk/main'), 'README.md:2 names a folder of one machine'],
  [made('"/ro', 'ot/.npmrc"'), 'README.md:1 names a folder of one machine'],
  [made('/ho', 'me/anna/data'), 'README.md:1 names a folder of one machine'],
  [made('https://registry', '.npmjs.org/pg'), 'README.md:1 names the host of a registry'],
])('%j', (text, expected) => {
  expect(unexcused(placeViolations(filesOf({ 'README.md': text })))).toEqual([expected]);
});

it('a lockfile that says where packages came from', () => {
  const lock = (resolved: string) => filesOf({ 'package-lock.json': JSON.stringify({ resolved }, null, 1) });
  expect(unexcused(placeViolations(lock('https://mirror.example/pg.tgz')))).toEqual([
    'package-lock.json says where packages came from',
  ]);
  expect(placeViolations(lock('libs/kernel'))).toEqual([]);
});

it.each(['./data', '/api/work-orders/{id}', 'src/workflow/', '/tmp/x'])('%s is fine', (text) => {
  expect(placeViolations(filesOf({ 'README.md': text }))).toEqual([]);
});
