import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { clockExceptions, clockViolations } from './clock';

it('nothing but platform.now() tells rules the time', () => {
  expect(unexcused(clockViolations(checkout()), clockExceptions)).toEqual([]);
});

const path = 'apps/a/src/a.ts';

it.each([
  ['const at = new Date();', 'new Date()'],
  ['const at = new Date;', 'new Date'],
  ['const at = Date.now();', 'Date.now'],
  ['const clock = Date.now;', 'Date.now'],
  ['const at = Date();', 'Date()'],
  [`tx.query('SELECT now()');`, 'now()'],
  ['tx.query(`UPDATE a SET at = NOW() WHERE id = ${id}`);', 'NOW()'],
  ['tx.query(`UPDATE ${table} SET at = CURRENT_TIMESTAMP`);', 'CURRENT_TIMESTAMP'],
  [`tx.query('SELECT clock_timestamp()');`, 'clock_timestamp()'],
])('%s', (text, what) => {
  expect(unexcused(clockViolations(filesOf({ [path]: text })))).toEqual([
    `${path}:1 reads real time by ${what}`,
  ]);
});

it.each([
  'const at = new Date(tx.now);',
  'const took = performance.now();',
  `tx.query('SELECT platform.now()');`,
  'tx.query(`SELECT 1 -- not now()`);',
  '// new Date() would be wrong',
])('%s is fine', (text) => {
  expect(clockViolations(filesOf({ [path]: text }))).toEqual([]);
});

it('tests may read it', () => {
  expect(
    clockViolations(filesOf({ 'apps/a/src/a.spec.ts': 'new Date()', 'libs/testing/src/a.ts': 'new Date()' })),
  ).toEqual([]);
});
