import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { lockViolations } from './locks';

it('rights are judged when the lock is held', () => {
  expect(unexcused(lockViolations(checkout()))).toEqual([]);
});

const path = 'apps/a/src/a.ts';

it.each([
  'tx.query(`SELECT 1 FROM a WHERE id = $1 AND ${access.sql} FOR UPDATE OF a`);',
  'tx.query(`SELECT 1 FROM a WHERE ${caseAccess.sql} AND x FOR UPDATE`);',
  'tx.query(`SELECT 1 FROM a WHERE ${shield.sql} FOR NO KEY UPDATE`);',
])('%s', (text) => {
  expect(unexcused(lockViolations(filesOf({ [path]: text })))).toEqual([`${path}:1 judges access in the statement that waits for the lock`]);
});

it.each(['tx.query(`SELECT 1 FROM ${table} FOR UPDATE`);', 'tx.query(`SELECT 1 FROM a WHERE ${access.sql}`);'])('%s is fine', (text) => {
  expect(lockViolations(filesOf({ [path]: text }))).toEqual([]);
});
